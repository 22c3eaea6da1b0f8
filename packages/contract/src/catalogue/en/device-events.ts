/** Devices of stations: what was done about them, and what they fetched or did not get. */
export const deviceEventsEn = {
  "device.added": "{by} gave station {callNumber} a device: {model}.",
  "device.changed": "{by} changed the device of station {callNumber}: {model}.",
  "device.removed": "{by} took the device of station {callNumber} away: {model}.",
  "device.link-opened":
    "{by} made the link of {model}, station {callNumber}: it is open until {until} (GMT) for {fetches} {fetches|fetch|fetches}.",
  "device.link-closed": "{by} closed the link of {model}, station {callNumber}.",
  "device.home-link-made":
    "{by} made the one-time link of {model}, station {callNumber}, for whoever has it at home: it waits until {until} (GMT).",
  "device.home-link-closed": "{by} closed the one-time link of {model}, station {callNumber}.",
  "device.home-link-opened":
    "{address} ({browser}) opened the one-time link of {model}, station {callNumber}, and saw the password.",
  "device.home-link-refused.unknown": "{address} tried a one-time link that does not exist (any more).",
  "device.home-link-refused.closed": "{address} tried the one-time link of {model}, station {callNumber}: closed.",
  "device.home-link-refused.expired":
    "{address} tried the one-time link of {model}, station {callNumber}: its time is over.",
  "device.home-link-refused.used": "{address} tried the one-time link of {model}, station {callNumber}: already used.",
  "device.home-link-refused.other-browser":
    "{address} tried the one-time link of {model}, station {callNumber}, in another browser than the one that opened it.",
  "device.revealed": "{by} looked at the secrets of {model}, station {callNumber}.",
  "device.fetched": "{model} of station {callNumber} fetched {file} from {address}, without secrets.",
  "device.fetched-secrets": "{model} of station {callNumber} fetched {file} from {address}, with its secrets.",
  "device.refused.unknown-token": "{address} asked for settings with a link that does not exist (any more).",
  "device.refused.expired":
    "{model} of station {callNumber}, at {address}, got no settings: the time of its link is over.",
  "device.refused.used-up":
    "{model} of station {callNumber}, at {address}, got no settings: all fetches of its link are used.",
  "device.refused.other-device":
    "Another device at {address} ({userAgent}) asked with the link of {model}, station {callNumber}, and got no settings.",
  "device.refused.wrong-file":
    "{address} asked with the link of {model}, station {callNumber}, for {file}, which is no file of this device.",
  "device.refused.not-the-device":
    "A browser or link preview at {address} ({userAgent}) opened the link of {model}, station {callNumber}, and got no settings. The link is still good.",
  "device.refused.part-of-file":
    "{address} asked with the link of {model}, station {callNumber}, for a part of {file}: files are served whole.",
  "device.refused.not-served":
    "{model} of station {callNumber}, at {address}, got no settings: it cannot do what its station needs.",
  "device.refused.no-token": "A phone at {address} ({userAgent}) asked for {file} without a link and got no settings.",
  "device.refused.too-many":
    "{address} asks the listener for phones more often than any phone does, and is not answered for a while.",
} as const
