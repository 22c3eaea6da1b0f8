/** Messages and a flow for the tests of this folder. */
import { request } from "../message/build.ts"
import type { Request } from "../message/message.ts"
import { flowOf } from "../transport/flow.ts"
import type { Flow } from "../transport/transport.ts"
import type { TransactionTiming } from "./timing.ts"

export function sampleRequest(method = "INVITE", parts: SampleParts = {}): Request {
  const {
    branch = "z9hG4bK-1",
    sentBy = "192.0.2.1:5060",
    toTag,
    fromTag = "ours",
    sequence = 1,
    callId = "c1",
  } = parts
  const { uri = "sip:101@example.com", cseqMethod = method, transport = "UDP" } = parts
  return request({
    method,
    uri,
    fields: [
      { name: "Via", value: `SIP/2.0/${transport} ${sentBy}${branch ? `;branch=${branch}` : ""};rport` },
      { name: "Max-Forwards", value: "70" },
      { name: "From", value: `<sip:100@example.com>;tag=${fromTag}` },
      { name: "To", value: `<sip:101@example.com>${toTag ? `;tag=${toTag}` : ""}` },
      { name: "Call-ID", value: callId },
      { name: "CSeq", value: `${sequence} ${cseqMethod}` },
    ],
  })
}

export interface SampleParts {
  readonly branch?: string
  readonly sentBy?: string
  readonly toTag?: string
  readonly fromTag?: string
  readonly sequence?: number
  readonly callId?: string
  readonly uri?: string
  readonly cseqMethod?: string
  readonly transport?: "UDP" | "TCP"
}

const local = { host: "192.0.2.254", port: 5060 }
const remote = { host: "192.0.2.1", port: 5060 }
export const udpFlow: Flow = flowOf("UDP", local, remote)
export const tcpFlow: Flow = flowOf("TCP", local, remote, 1)

export const unreliable: TransactionTiming = { t1: 500, t2: 4000, t4: 5000, reliable: false }
export const reliable: TransactionTiming = { ...unreliable, reliable: true }
