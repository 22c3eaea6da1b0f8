import { plural } from "../texts.ts"

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
} as const
