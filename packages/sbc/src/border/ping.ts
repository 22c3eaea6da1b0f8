/** OPTIONS to a registered phone: any answer shows that its NAT binding is open and it is there. RFC 5853 §3.4. */
import { type Flow, request, scheme, type TransactionLayer } from "@homeport/sip"
import { requestUri } from "../b2bua/egress.ts"
import { USER_AGENT } from "../b2bua/leg.ts"
import type { Binding } from "../events.ts"
import type { Topology } from "./topology-hiding.ts"

export interface PingOptions {
  readonly transactions: TransactionLayer
  readonly topology: Topology
  readonly token: () => string
  readonly branch: () => string
}

export function createPing({ transactions, topology, token, branch }: PingOptions) {
  return ({ contact, network, callNumber }: Binding, flow: Flow, done: (answered: boolean) => void): void => {
    const sips = scheme(contact) === "sips"
    const identity = (user?: string) => topology.identity(flow, network, user, sips)
    const options = request({
      method: "OPTIONS",
      uri: requestUri(contact),
      fields: [
        topology.via(flow, network, branch()),
        { name: "Max-Forwards", value: "70" },
        { name: "From", value: `<${identity()}>;tag=${token()}` },
        { name: "To", value: `<${identity(callNumber)}>` },
        { name: "Call-ID", value: token() },
        { name: "CSeq", value: "1 OPTIONS" },
        { name: "Contact", value: `<${topology.contact(flow, network, callNumber, sips)}>` },
        { name: "Accept", value: "application/sdp" },
        USER_AGENT,
      ],
    })
    transactions.send(options, flow, {
      response: (response) => {
        if (response.status >= 200) done(true)
      },
      failed: () => done(false),
    })
  }
}
