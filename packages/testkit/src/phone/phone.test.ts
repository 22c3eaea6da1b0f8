import { challengeFields, hashedSecret, parseCredentials, verify } from "@homeport/sip"
import { expect, test } from "vitest"
import { manualClock } from "../clock.ts"
import { router } from "../home-router.ts"
import { host } from "../host.ts"
import { simulatedNetwork } from "../network.ts"
import { stunServer } from "../stun-server.ts"
import { type PhoneOptions, softPhone } from "./phone.ts"
import { pcma, pcmu } from "./session-text.ts"

/** Two phones that call each other without anything between: each is the other's server. */
function facing(options: Partial<PhoneOptions> = {}) {
  const net = simulatedNetwork(manualClock())
  const lan = net.lan("lan")
  const at = (name: string, address: string) => {
    const one = host(net, name)
    one.attach(lan, address)
    return one
  }
  const server = (last: number) => ({ host: `192.168.1.${last}`, port: 5060 })
  const anna = softPhone({ on: at("anna", "192.168.1.1"), user: "100", server: server(2), name: "Anna", ...options })
  const bert = softPhone({ on: at("bert", "192.168.1.2"), user: "101", server: server(1), ...options })
  return { net, anna, bert }
}

test.each(["UDP", "TCP", "TLS"] as const)("a call over %s: offer, answer, ACK, BYE", (transport) => {
  const { anna, bert } = facing({ transport })
  const call = anna.invites("101", { offer: pcmu })
  const invite = bert.receives("INVITE")
  expect(invite.offer?.media).toMatchObject([{ address: "192.168.1.1", port: 4000, formats: ["0", "101"] }])
  bert.answers(invite, 180)
  expect(call.response).toMatchObject({ status: 180 })
  const answered = bert.answers(invite, 200, { answer: pcmu })
  expect(call.response).toMatchObject({ status: 200 })
  expect(bert.receives("ACK").cseq).toEqual({ sequence: 1, method: "ACK" })
  anna.speaks(3)
  expect(bert.heard).toEqual({ rtp: 3, rtcp: 1, other: 0 })
  expect(answered.hangsUp().response).toMatchObject({ status: 200 })
  expect(anna.receives("BYE").to.tag).toBe(invite.from.tag)
  expect([call.ended, answered.ended]).toEqual([true, true])
  expect(anna.untaken()).toEqual([])
})

test("hold and resume by re-INVITE: the answer follows the offer's direction", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { offer: pcmu })
  bert.answers(bert.receives("INVITE"), 200, { answer: pcmu })
  const held = call.offers({ ...pcmu, direction: "sendonly" })
  const again = bert.receives("INVITE")
  expect(again.offer?.media[0]?.direction).toBe("sendonly")
  bert.answers(again, 200, { answer: pcmu })
  expect(held.response).toMatchObject({ status: 200 })
  expect(call.remote?.media[0]?.direction).toBe("recvonly")
  expect(bert.untaken("ACK").map(({ cseq }) => cseq.sequence)).toEqual([1, 2])
})

test("a second stream in an offer is refused in its place", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { offer: { ...pcmu, more: ["m=video 6000 RTP/AVP 96", "a=rtpmap:96 H264/90000"] } })
  bert.answers(bert.receives("INVITE"), 200, { answer: pcmu })
  expect(call.remote?.media).toMatchObject([
    { kind: "audio", port: 4000 },
    { kind: "video", port: 0 },
  ])
})

test("an INVITE without an offer: the 2xx offers, the ACK answers", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { answer: pcma })
  const invite = bert.receives("INVITE")
  expect(invite.offer).toBeUndefined()
  bert.answers(invite, 200, { offer: pcma })
  expect(bert.receives("ACK").offer?.media[0]?.formats).toEqual(["8", "101"])
  call.offers(undefined, { answer: { ...pcma, direction: "recvonly" } })
  bert.answers(bert.receives("INVITE"), 200, { offer: pcma })
  expect(bert.receives("ACK").offer?.media[0]?.direction).toBe("recvonly")
})

test("CANCEL: 200 to it, 487 to the INVITE, whose ACK has the same branch", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { offer: pcmu })
  const invite = bert.receives("INVITE")
  bert.answers(invite, 180)
  expect(call.cancels().response).toMatchObject({ status: 200, cseq: { method: "CANCEL" } })
  expect(call.response).toMatchObject({ status: 487 })
  expect(bert.receives("CANCEL").via.branch).toBe(invite.via.branch)
  expect(bert.receives("ACK").via.branch).toBe(invite.via.branch)
})

test("a reliable provisional response and its PRACK; UPDATE and INFO in the dialog", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
  const invite = bert.receives("INVITE")
  bert.answers(invite, 183, { reliable: true, answer: pcmu })
  expect(call.pracks().response).toMatchObject({ status: 200 })
  expect(bert.receives("PRACK").fields).toContainEqual({ name: "RAck", value: "1 1 INVITE" })
  const update = call.updates(pcma)
  bert.answers(bert.receives("UPDATE"), 200, { answer: pcma })
  expect(update.response).toMatchObject({ status: 200 })
  call.sends("INFO", { body: "Signal=5", fields: { "Content-Type": "application/dtmf-relay" } })
  expect(Buffer.from(bert.receives("INFO").body).toString()).toBe("Signal=5")
})

test("two phones that call each other at the same moment: the INVITEs cross", () => {
  const { net, anna, bert } = facing()
  net.together(() => [anna.invites("101", { offer: pcmu }), bert.invites("100", { offer: pcmu })])
  expect(net.record.map(({ from }) => from)).toEqual(["anna", "bert"])
  expect([anna, bert].map((phone) => phone.untaken("INVITE").length)).toEqual([1, 1])
})

test("a request that comes again is answered as before and not seen twice", () => {
  const { anna, bert } = facing()
  const call = anna.invites("101", { offer: pcmu })
  bert.answers(bert.receives("INVITE"), 180)
  call.invite?.repeats()
  expect(call.responses.map(({ status }) => status)).toEqual([180, 180])
  expect(bert.untaken()).toEqual([])
  expect(bert.repeated).toHaveLength(1)
})

test("a challenge is answered once, with a new branch and the next CSeq; a stale nonce once more", () => {
  const { anna, bert } = facing({ password: "secret" })
  const challenge = (nonce: string, stale: boolean) => ({
    fields: { "WWW-Authenticate": challengeFields({ realm: "r", nonce, algorithms: ["MD5"], stale })[0]?.value },
  })
  const registration = anna.registers()
  const first = bert.receives("REGISTER")
  bert.answers(first, 401, challenge("n1", false))
  const second = bert.receives("REGISTER")
  bert.answers(second, 401, challenge("n2", true))
  const third = bert.receives("REGISTER")
  expect(new Set([first, second, third].map(({ via }) => via.branch)).size).toBe(3)
  expect([first, second, third].map(({ cseq }) => cseq.sequence)).toEqual([1, 2, 3])
  const credentials = parseCredentials(third.fields.find(({ name }) => name === "Authorization")?.value ?? "")
  expect(credentials && verify(credentials, "REGISTER", hashedSecret("MD5", "100", "r", "secret"))).toBe(true)
  bert.answers(third, 401, challenge("n3", false))
  expect(registration.response).toMatchObject({ status: 401 })
  expect(bert.untaken("REGISTER")).toEqual([])
})

test("behind a NAT it announces what STUN told it", () => {
  const net = simulatedNetwork(manualClock())
  const [home, internet] = [net.lan("home"), net.lan("internet")]
  const phoneHost = host(net, "home")
  phoneHost.attach(home, "192.168.2.20")
  const provider = host(net, "provider")
  provider.attach(internet, "198.51.100.3")
  const options = { inner: home, innerAddress: "192.168.2.1", outer: internet, publicAddress: "203.0.113.7" }
  router(net, { name: "router", ...options, portPreserving: false, filtering: "endpoint-independent" })
  const server = stunServer({ on: provider, address: "198.51.100.3" })
  const home200 = softPhone({ on: phoneHost, user: "200", server: { host: "198.51.100.3", port: 5070 } })
  expect(home200.asksStun(server.address)).toBe(true)
  expect(home200.announced).toEqual({
    contact: { host: "203.0.113.7", port: 61_001 },
    media: { host: "203.0.113.7", port: 61_002 },
  })
  server.answering = false
  expect(home200.asksStun(server.address)).toBe(false)
})

test("what was expected and did not come fails with the ladder", () => {
  const { anna, bert } = facing()
  anna.invites("101", { offer: pcmu })
  expect(() => bert.receives("BYE")).toThrow(/bert received no BYE.*\n.*anna.*bert\n.*── INVITE 101 ─/)
})
