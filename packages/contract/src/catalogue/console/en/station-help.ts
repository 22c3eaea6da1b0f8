/** Help of the pages of SIP stations. */
import type { HelpText } from "../texts.ts"

const sipClient: HelpText = {
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
      name: "User-Agent begins with",
      text: "Which kind of phone may register: what it calls itself must begin so, whatever the case of the letters. The column Phone of its registration shows what it calls itself.",
      range: "at most 64 letters, digits and signs, such as Yealink SIP-T41P",
      standard: "empty: any phone",
      warning: "It keeps a wrong phone out, not an attacker: anybody can write anything there.",
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
      name: "Internet registration until",
      text: "The last day on which the station may register over the internet, up to its end in your browser's time zone. After it, registrations on the external ports are refused and those that are there end, with an event; running calls go on.",
      standard: "empty: without end",
    },
    {
      name: "NAT traversal",
      text: "By the endpoint: the phone finds out its public address with STUN. By Homeport: for phones whose STUN is missing or incomplete; speech is then learned from where it arrives, within the address of the registration.",
      standard: "By the endpoint (STUN)",
    },
    {
      name: "When a change takes effect",
      text: "At once. Switching the flag off, a day that has passed, a new password, user ID, fixed address or kind of phone ends the registrations concerned; running calls go on. You are asked before.",
    },
  ],
}

const sipClients: HelpText = {
  introduction:
    "All SIP stations, and where each is registered at this moment. The list follows by itself; what is typed into the filter and the chosen order stand in the address, so that they can be bookmarked.",
  fields: [
    { name: "Index", text: "The system's own number of the station. The call number need not match it." },
    {
      name: "Registration",
      text: "Registered: the phone can be called. Unreachable: it no longer answers. Waiting for the phone: it was registered before a restart and has not come back yet.",
    },
    {
      name: "Network",
      text: "Office: on an internal port. Internet: on the external port. Internet, from the office: on the external port, but from inside the office network.",
    },
    { name: "Source", text: "The address and port that the registration came from." },
    {
      name: "Internet registration",
      text: "Whether the station may register over the internet.",
      warning: "Every station that may should have a strong password, and every other one too.",
    },
  ],
}

export const stationHelp = { sipClient, sipClients }
