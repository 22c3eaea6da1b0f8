import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Switches that hold for the whole system. All of them are kept; those marked as without effect change nothing in Homeport, because what they switch in the mirrored system does not exist here.",
  fields: [
    {
      name: "SPE support",
      text: "Opens SIP over TLS: SIP_TLS_SUB_EXT for the internet and SIP_TLS_SUB for the office. It can be ticked at any time; the ports open as soon as a valid SPE certificate is installed as well and VoIP uses a LAN interface.",
      standard: "off, until there is a certificate",
      warning: "Taking the tick away closes the ports: phones that are registered over TLS lose their registration.",
    },
    {
      name: "active, Node callnumber",
      text: "The open numbering scheme of networked systems, and this node's number in it.",
      range: "1–8 digits; only while the open numbering scheme is active",
    },
    {
      name: "Everything else",
      text: "Flags of the mirrored system, with its defaults. They are kept so that nothing is lost, and take effect on the day that Homeport has what they switch.",
    },
  ],
}

export const systemFlags = {
  mainTitle: "System flags",
  flags: {
    automaticRedial: "Automatic redial",
    voiceMailNodeCallNumber: "Voice mail Node call number",
    callPickupAfterAutomaticRecall: "Call Pickup after automatic recall",
    configurableClip: "Configurable CLIP",
    callerListAtDestination: "Caller list at destination in case of Forward Line",
    callForwardingAfterDeflect: "Call forwarding after deflect call / single step transfer",
    followCallManagement: "Follow call management in case of deflect call / single step transfer",
    warningToneDuringRecording: "Warning tone during voice recording",
    callingNumberInGroups: "Calling number in pick-up groups / ringing groups / CFN /RNA",
    speSupport: "SPE support",
    speAdvisoryTone: "SPE advisory tone",
    sipProviderTransit: "SIP Prov. to SIP Prov. transit",
    transparentDialing: "Transparent dialing of * and # on trunk interfaces",
    seizureCodeForMex: "Add seizure code for MEX",
    cmiMwiRinger: "CMI MWI Ringer",
  },
  openNumberingTitle: "Open numbering scheme",
  openNumbering: "active",
  nodeCallNumber: "Node callnumber",
  transitTitle: "Transit permission",
  featureTransit: "Feature transit",
  noEffect: "no effect in Homeport",
  loses: (stations: number) =>
    `${plural(stations, "station is", "stations are")} registered over TLS: Apply ends that registration, and their phones do not come back until TLS is open again.`,
  legend: "Kept, but without effect in Homeport.",
  help,
} as const
