import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "A SIP station: who it is, how it proves that, and from where it may register. The system is reachable from the internet, so every SIP station needs authentication and a strong password, not only those at home.",
  fields: [
    {
      name: "Call number",
      text: "What is dialled to reach the station. It need not be the same as the index in the tree.",
      range: "1–8 digits, each number once",
    },
    {
      name: "Name",
      text: "Shown to whoever is called by this station: the system's name is used, not the one entered at the phone.",
      range: '1–32 characters, without " ; , < >',
    },
    {
      name: "Authentication active",
      text: "The phone must prove with its password that it is this station.",
      standard: "on",
      warning: "Must be on for use over the internet. Off, anybody in the office network can register as this station.",
    },
    {
      name: "Password",
      text: "What the phone proves itself with. It is stored encrypted and never shown; leave it empty to keep the one that is stored.",
      range:
        "8–20 characters out of A–Z a–z 0–9 ! # $ * + - . / : = ? @ _ ~, with an upper-case and a lower-case letter, a digit and a special character; at most 3 identical or 3 in sequence in a row",
      warning: "A weak password is refused.",
    },
    {
      name: "SIP User ID / Username",
      text: "The user name that goes with the password: the phone's register or authentication name.",
      standard: "SIP- and the call number",
    },
    {
      name: "Realm",
      text: "The system's name within the authentication. Phones learn it by themselves.",
      standard: "SMO-SIP",
      warning: "Another one is only for migrated stations: it reveals to anybody who asks that the number exists.",
    },
    {
      name: "Digest algorithms",
      text: "How the password is proven. MD5 is what every phone knows; choose SHA-256 only for phones that support it.",
      standard: "MD5",
    },
    {
      name: "Fixed IP address",
      text: "Registrations from any other address are refused. With internet registration it must be the public, fixed address of the home.",
      standard: "off",
    },
    {
      name: "Secondary system ID",
      text: "A second system for the phone to turn to. Stored for the phone's configuration.",
    },
    {
      name: "Internet Registration with internal SBC",
      text: "Allows the station to register over the internet, on the external port. Off: such a registration is refused.",
      standard: "off",
      warning: "Needs authentication and a strong password.",
    },
    {
      name: "NAT traversal",
      text: "By the endpoint: the phone finds out its public address with STUN. By Homeport: for phones whose STUN is missing or incomplete; speech is then learned from where it arrives, within the address of the registration.",
      standard: "By the endpoint (STUN)",
    },
    {
      name: "When a change takes effect",
      text: "At once. Switching the flag off, a new password, user ID or fixed address ends the registrations concerned; running calls go on. You are asked before.",
    },
  ],
}

export const sipClient = {
  title: (index: number) => `Station - ${index}`,
  newTitle: "New station",
  stationTitle: "Station",
  parameterTitle: "Parameter",
  type: "Type",
  typeValue: "SIP Client",
  callNumber: "Call number",
  name: "Name",
  authenticationActive: "Authentication active",
  authenticationHint: "Must be on for internet use, and should be on everywhere.",
  password: "Password",
  passwordHint: "Empty: the stored one stays.",
  passwordNone: "No password is stored yet.",
  confirmPassword: "Confirm password",
  sipUserId: "SIP User ID / Username",
  realm: "Realm",
  realmHint: "Another one than the system's reveals to anybody who asks that this number exists.",
  digestAlgorithms: "Digest algorithms",
  algorithms: { md5: "MD5", "sha256-and-md5": "SHA-256 and MD5", sha256: "SHA-256 only" },
  fixedIpAddressOn: "Fixed IP address",
  fixedIpHint: "Registrations from any other address are refused.",
  fixedIpAddress: "IP address",
  fixedIpPublicHint: "Together with internet registration: the public, fixed address of the home.",
  secondarySystemId: "Secondary system ID",
  internetRegistration: "Internet Registration with internal SBC",
  internetMark: "*!",
  internetLegend: "*! needs authentication; makes the station reachable from the internet.",
  natTraversal: "NAT traversal",
  traversals: { endpoint: "By the endpoint (STUN)", homeport: "By Homeport" },
  traversalHints: {
    endpoint: "The phone announces its public address itself. Registrations without it are refused with the reason.",
    homeport:
      "For phones whose STUN is missing or incomplete. Speech goes to where it comes from, within the address of the registration.",
  },
  registrationsTitle: "Registrations now",
  noRegistrations: "No phone is registered with this station",
  noRegistrationsText: (user: string, host: string) =>
    `Enter ${host} as the SIP server at the phone, ${user} as its user name for authentication, and the password.`,
  remove: "Delete",
  removeTitle: (station: string) => `Delete ${station}?`,
  removeText: "The station and its password are deleted for good.",
  effects: (registrations: number, calls: number) =>
    registrations === 0 && calls === 0
      ? "No phone is registered with it."
      : `${plural(registrations, "registration ends", "registrations end")} at once. ${
          calls === 0 ? "No call is running." : `${plural(calls, "running call goes", "running calls go")} on.`
        }`,
  removed: (station: string) => `${station} was deleted.`,
  added: (station: string) => `${station} was added.`,
  confirmTitle: "Apply this change?",
  confirmApply: "Apply",
  help,
} as const
