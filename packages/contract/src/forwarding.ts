/**
 * Whether the office router forwards what it has to: proven by what came through it, never assumed. A line of `forwardingTable`
 * without evidence is not proven, whatever else looks well.
 */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { moment, transport } from "./primitives.ts"

/**
 * What came from the internet, the weakest first.
 *
 *   datagram         UDP: from an address that we had sent nothing to, so that no answer of a NAT was waiting for it
 *   connection       TCP, TLS: a connection was accepted
 *   filtering-test   UDP: the STUN server answered from an address that we had not asked (RFC 5780 §4.4)
 *   http             TCP, TLS: somebody opened the port in a browser
 *   fetch            PHONES_EXT: a device fetched its file
 *   registration     a phone registered
 */
export const forwardingProofs = ["datagram", "connection", "filtering-test", "http", "fetch", "registration"] as const
export type ForwardingProof = (typeof forwardingProofs)[number]

/** Of the lines for SIP. */
export const sipProofs = [
  "datagram",
  "connection",
  "filtering-test",
  "http",
  "registration",
] as const satisfies readonly ForwardingProof[]
/** Of the phones' listener. */
export const phonesProofs = ["connection", "http", "fetch"] as const satisfies readonly ForwardingProof[]
export type PhonesProof = (typeof phonesProofs)[number]

export const forwardingLine = z.strictObject({
  transport,
  /** The phones' listener; null: the transport says which port of Port Management it is. */
  name: z.nullable(z.literal("PHONES_EXT")),
  /** External port at the office router. */
  from: z.number(),
  /** Port in this system. */
  to: z.number(),
  /** Of a range, the last port on both sides; null: one port. */
  last: z.nullable(z.number()),
  /** Homeport listens on that port; null for the RTP range, whose ports open with each call. */
  open: z.nullable(z.boolean()),
  /** The last time that something from the internet came in there. Null for the RTP range: only a call shows it. */
  proven: z.nullable(
    z.strictObject({
      at: moment,
      /** The IP address that it came from. */
      from: z.string(),
      how: z.enum(forwardingProofs),
    }),
  ),
  /**
   * What to open on a phone that is not in the office's Wi-Fi: "http://sip.example.com:5070". Null over UDP, and while neither a
   * public name nor a mapped address is known.
   */
  url: z.nullable(z.string()),
})
export type ForwardingLine = z.infer<typeof forwardingLine>

/**
 * What came of a filtering test.
 *
 *   proven          an answer came from the STUN server's other address; the UDP line says so
 *   filtered        the server answers, but nothing from its other address comes in: the router does not forward, or not to here
 *   port-differs    the router uses another port than ours toward the STUN server: such an answer would prove nothing about ours
 *   too-soon        the other address was asked minutes ago, and the router may still let it in for that reason
 *   not-supported   the STUN server has no other address
 *   no-answer       the STUN server does not answer
 *   no-server       there is nobody to ask: STUN is off, static, or no server is set
 *   not-open        Homeport's own UDP port is not open
 */
export const forwardingTestOutcomes = [
  "proven",
  "filtered",
  "port-differs",
  "too-soon",
  "not-supported",
  "no-answer",
  "no-server",
  "not-open",
] as const
export type ForwardingTestOutcome = (typeof forwardingTestOutcomes)[number]

/**
 * What a browser reads that opens an outer SIP port, in both languages: nobody is signed in there. It is the same for everybody and
 * says nothing that the visitor did not know. `outside`: the visit came from the internet.
 */
export const visitSentences = {
  en: {
    title: "Homeport was reached",
    outside: (transport: string, port: number) =>
      `Homeport was reached on ${transport} port ${port}. You can close this page.`,
    inside: (transport: string, port: number) =>
      `Homeport was reached on ${transport} port ${port}, but from inside the office. That proves nothing: switch Wi-Fi off and open the page again.`,
  },
  de: {
    title: "Homeport wurde erreicht",
    outside: (transport: string, port: number) =>
      `Homeport wurde an ${transport}-Port ${port} erreicht. Sie können diese Seite schließen.`,
    inside: (transport: string, port: number) =>
      `Homeport wurde an ${transport}-Port ${port} erreicht, aber aus dem Büro. Das beweist nichts: Schalten Sie WLAN aus und öffnen Sie die Seite noch einmal.`,
  },
} as const

export const forwarding = {
  read: endpoint({
    method: "GET",
    path: "/api/forwarding",
    summary: "What the office router has to forward, and what proves that it does",
    role: "basic",
    response: z.strictObject({ items: z.array(forwardingLine) }),
    errors: [],
  }),
  test: endpoint({
    method: "POST",
    path: "/api/forwarding/test",
    summary:
      "Ask the STUN server to answer from its other address: proves the forwarding of UDP (RFC 5780 §4.4); up to 20 s",
    role: "enhanced",
    response: z.strictObject({ outcome: z.enum(forwardingTestOutcomes), items: z.array(forwardingLine) }),
    errors: [],
  }),
}
