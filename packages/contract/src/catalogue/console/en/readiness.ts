import { readinessEn } from "../../en/readiness.ts"

export const readiness = {
  title: "Is SIP@Home ready?",
  ready: "Yes: nothing is missing.",
  /** Nothing is wrong, and something has not been shown. */
  unproven: (count: number) =>
    `As far as can be seen, yes; ${count === 1 ? "one check is" : `${count} checks are`} not proven yet.`,
  warnings: (count: number) => (count === 1 ? "Yes, with one warning." : `Yes, with ${count} warnings.`),
  notReady: (count: number) => (count === 1 ? "No: one thing is missing." : `No: ${count} things are missing.`),
  notInUse: "It is not in use: no station may register over the internet.",
  /** Those that need nobody. */
  rest: (passed: number, without: number) =>
    `${passed} passed${without === 0 ? "" : `, ${without} ${without === 1 ? "does" : "do"} not apply`}`,
  states: {
    passed: "passed",
    warning: "warning",
    failed: "failed",
    "not-proven": "not proven",
    "not-applicable": "does not apply",
  },
  checks: {
    authentication: "Authentication and passwords",
    "inner-ports": "Inner ports stay inside",
    "migrated-ports": "Ports of their own",
    "stun-server": "STUN server",
    "mapped-port": "Port as the internet sees it",
    mapping: "One mapping for all destinations",
    "public-address": "Public address",
    "one-interface": "One interface for VoIP",
    lan1: "LAN 1 (WAN)",
    forwarding: "Port forwarding",
    "public-name": "Public name",
    tls: "TLS",
    devices: "Devices",
    refusals: "Refused registrations",
    channels: "RTP proxy channels",
  },
  sentences: readinessEn,
}
