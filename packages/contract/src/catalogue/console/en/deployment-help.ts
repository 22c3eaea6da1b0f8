import type { HelpText } from "../texts.ts"

const link = {
  name: "Link",
  text: "A URL of one device. It is kept as a hash only and shown once; it opens for the hours and fetches chosen here. The first fetch binds it to the device that asks; later ones without a changed password carry no secrets.",
  range: "1 hour to 366 days, 1 to 1000 fetches",
  standard: "24 hours, 5 fetches",
}

const devices: HelpText = {
  introduction: "The phones and apps of all stations: which file or sheet each gets, and what it last fetched.",
  fields: [
    link,
    {
      name: "Last fetch",
      text: "When the device last fetched its own file. Outdated: something that stands in the file was changed since then.",
    },
    {
      name: "Firmware",
      text: "What the device says of itself. Tested: the guide names it. Excluded: the guide says that it does not work.",
      warning: "An excluded firmware may register and then fail in calls: update the device.",
    },
    {
      name: "Print sheets",
      text: "One sheet of paper for each chosen device, with its password, for somebody who enters everything by hand.",
      warning: "Whoever holds the sheet can register as the station.",
    },
  ],
}

const several: HelpText = {
  introduction: "Gives several stations a device of the same model: all of them or none.",
  fields: [
    {
      name: "Stations",
      text: "Tick them in the list. What is ticked stays ticked when the filter changes.",
      range: "1 to 1000",
    },
    {
      name: "Device",
      text: "Maker and model. The MAC address of each is entered at its station, or brought along by the phone when it fetches.",
    },
    { name: "Firmware", text: "Which firmware is on the device, where its file differs.", standard: "not known" },
    { name: "Transport", text: "What the devices register over.", standard: "UDP" },
    { name: "Language", text: "Of the devices' menus and of what is printed for them." },
  ],
}

const requests: HelpText = {
  introduction:
    "What phones asked for, newest first. Whoever is refused sees the same answer every time; the reason stands here alone.",
  fields: [
    {
      name: "Phones that called without a link",
      text: "They asked for settings by their MAC address. Give one to a station and make its link; or forget it until it calls again.",
    },
    { name: "Outcome", text: "Served, with or without secrets, or refused, and why." },
  ],
}

const serving: HelpText = {
  introduction:
    "From where phones fetch their settings. Both listeners are switched by the environment that Homeport is started with.",
  fields: [
    {
      name: "Over HTTPS",
      text: "HOMEPORT_PHONES. It shows the SPE certificate, else the console's own.",
      warning: "A phone that does not know our CA refuses to fetch, and so cannot fetch the CA from here either.",
    },
    {
      name: "Over HTTP, in the office alone",
      text: "HOMEPORT_PHONES_HTTP. For phones that speak no TLS 1.2 or do not know our CA.",
      warning: "Passwords cross the office network unencrypted: switch it off when the phones are set up.",
    },
  ],
}

const station: HelpText = {
  introduction:
    "The devices of this station. For each there is a sheet to enter by hand, and where the device reads them a file, a link and a QR code.",
  fields: [
    { name: "Device", text: "Maker and model. What it cannot do at this station is said as soon as it is chosen." },
    {
      name: "Firmware",
      text: "Which firmware is on the device, where its file differs.",
      standard: "not known: a file that all understand",
    },
    {
      name: "MAC address",
      text: "Printed on the device. It names the file that the device asks for.",
      range: "12 digits 0–9, a–f, in any spelling",
    },
    {
      name: "Transport",
      text: "What the device registers over.",
      standard: "UDP",
      warning: "TLS needs TLS 1.2 and our CA certificate in the device.",
    },
    { name: "Language", text: "Of the device's menus, and of what is printed for it." },
    link,
    {
      name: "Show secrets",
      text: "Shows the password in sheet and file, and hides it again when you leave the page. That it was asked for is an event.",
    },
  ],
}

export const deploymentHelp = { devices, several, requests, serving, station }
