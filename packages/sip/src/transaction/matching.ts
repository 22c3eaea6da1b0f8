/** Which transaction a message belongs to. RFC 3261 §17.1.3, §17.2.3, §8.2.2.2. */
import type { Request } from "../message/message.ts"
import { magicCookie } from "../message/via.ts"

/** RFC 3261 §17.1.3. The method tells a CANCEL's responses from those of the INVITE with the same branch. */
export function clientKey(branch: string, method: string): string {
  return `${branch} ${method}`
}

/** RFC 3261 §17.2.3; `method` and `toTag` are given where the request of another transaction is looked for. */
export function serverKey(request: Request, method = request.method, toTag = request.to.tag ?? ""): string {
  const { branch, host, port = "" } = request.via
  // A bare cookie is not unique: it is read like none.
  if (branch.length > magicCookie.length && branch.startsWith(magicCookie)) return `${branch} ${host}:${port} ${method}`
  const { uri, from, callId, cseq, via } = request
  return `2543 ${method} ${cseq.sequence} ${uri} ${from.tag ?? ""} ${toTag} ${callId} ${via.transport} ${host}:${port} ${branch}`
}

/**
 * The INVITE that an ACK or a CANCEL is about. With an RFC 2543 client the To tag takes part in matching: that of the INVITE
 * itself for one within a dialog, ours for a first one, which had none.
 */
export function inviteKeys(request: Request): readonly [string, string] {
  return [serverKey(request, "INVITE"), serverKey(request, "INVITE", "")]
}

/**
 * The same request on another path: equal in From tag, Call-ID and CSeq, and no transaction of its own (RFC 3261 §8.2.2.2).
 * For INVITE only: a second REGISTER or OPTIONS does no harm, while a second INVITE would ring twice.
 */
export function mergeKey({ method, from, to, callId, cseq }: Request): string | undefined {
  return method === "INVITE" && to.tag === undefined ? `${cseq.sequence} ${from.tag ?? ""} ${callId}` : undefined
}

/**
 * A To tag for the responses that the layer gives itself: the same for a repeated request, as a server without state
 * has to do it (RFC 3261 §8.2.7).
 */
export function toTagFor({ via, callId }: Request): string {
  return fingerprint(via.branch, 0x811c9dc5) + fingerprint(callId, 0x01000193)
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, "0")
}
