/** Setup ▸ Telephones / Subscribers ▸ IP Telephones: loaded with it. */
import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "The same stations as under SIP Clients, seen from the telephone: number, name, device, and whether it is registered now.",
  fields: [
    { name: "Call number", text: "Opens the station: its password, and whether it may register over the internet." },
    {
      name: "Device",
      text: "Opens the device: its file, its sheet and its link. Without one, it can be chosen there.",
    },
    { name: "Registration", text: "Registered: the phone can be called. Unreachable: it no longer answers." },
  ],
}

export const ipTelephones = {
  help,
  device: "Device",
  choose: "Choose a device",
  chooseFor: (station: string) => `Choose a device for ${station}`,
  none: "No device",
}
