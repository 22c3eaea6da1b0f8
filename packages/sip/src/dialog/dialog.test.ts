import { describe, expect, test } from "vitest"
import type { RequestParts } from "../message/build.ts"
import { decodeMandatory, isFault } from "../message/mandatory.ts"
import type { Field, Message, Request, Response } from "../message/message.ts"
import { createCalleeDialog, createCallerDialog, type Dialog, dialogKeyOf } from "./dialog.ts"

const body = new Uint8Array(0)

function fields(lines: readonly string[]): Field[] {
  return lines.map((line) => {
    const colon = line.indexOf(": ")
    return { name: line.slice(0, colon), value: line.slice(colon + 2) }
  })
}

function decoded(lines: readonly string[]) {
  const list = fields(lines)
  const mandatory = decodeMandatory(list)
  if (isFault(mandatory)) throw new Error(mandatory.message)
  return { fields: list, body, ...mandatory }
}

/** A request from "phone" to "us", its tag "p", ours "u" once there is one. */
function fromPhone(method: string, sequence: number, lines: readonly string[] = []): Request {
  const cseq = `CSeq: ${sequence} ${method}`
  const to = method === "INVITE" && sequence === 10 ? "To: <sip:us@office>" : "To: <sip:us@office>;tag=u"
  const head = ["Via: SIP/2.0/UDP phone;branch=z9hG4bK1", 'From: "P" <sip:phone@home>;tag=p', to, "Call-ID: c1", cseq]
  return { kind: "request", method, uri: "sip:us@office", ...decoded([...head, ...lines]) }
}

/** Our request to the phone, and its responses to it. */
const ourInvite: Request = {
  kind: "request",
  method: "INVITE",
  uri: "sip:phone@198.51.100.7:5080",
  ...decoded([
    "Via: SIP/2.0/UDP us;branch=z9hG4bK2",
    "From: <sip:us@office>;tag=u",
    "To: <sip:phone@home>",
    "Call-ID: c2",
    "CSeq: 1 INVITE",
  ]),
}

function response(status: number, to: string, lines: readonly string[] = [], cseq = "1 INVITE"): Response {
  const head = ["Via: SIP/2.0/UDP us;branch=z9hG4bK2", "From: <sip:us@office>;tag=u", `To: ${to}`, "Call-ID: c2"]
  return { kind: "response", status, reason: "", ...decoded([...head, `CSeq: ${cseq}`, ...lines]) }
}

const contact = (user: string) => `Contact: <sip:${user}@198.51.100.7:5080>`
const tagged = (tag: string) => `<sip:phone@home>;tag=${tag}`
const value = (draft: RequestParts, name: string) => draft.fields.find((field) => field.name === name)?.value

describe("a dialog that we call", () => {
  test("is early with a provisional response and confirmed by the 2xx", () => {
    const dialog = createCallerDialog(ourInvite, response(180, tagged("a"), [contact("early")]))
    expect(dialog).toMatchObject({ state: "early", localTag: "u", remoteTag: "a", caller: true, callId: "c2" })
    dialog.receiveResponse(response(200, tagged("a"), [contact("late")]))
    expect(dialog).toMatchObject({ state: "confirmed", remoteTarget: "sip:late@198.51.100.7:5080" })
  })

  test("takes its route set in reverse, and again from the 2xx", () => {
    const routes = (proxies: string) => `Record-Route: ${proxies}`
    const early = response(180, tagged("a"), [contact("x"), routes("<sip:p2;lr>, <sip:p1;lr>")])
    const dialog = createCallerDialog(ourInvite, early)
    expect(dialog.routeSet).toEqual(["sip:p1;lr", "sip:p2;lr"])
    dialog.receiveResponse(response(200, tagged("a"), [contact("x"), routes("<sip:p3;lr>")]))
    expect(dialog.routeSet).toEqual(["sip:p3;lr"])
    dialog.receiveResponse(response(200, tagged("a"), [contact("x")]))
    expect(dialog.routeSet).toEqual(["sip:p3;lr"])
  })

  test("has a sibling for each To-tag of a forked INVITE, each with numbers of its own", () => {
    const one = createCallerDialog(ourInvite, response(180, tagged("a"), [contact("one")]))
    const other = createCallerDialog(ourInvite, response(183, tagged("b"), [contact("other")]))
    expect(one.key).not.toBe(other.key)
    expect(value(one.request("PRACK"), "CSeq")).toBe("2 PRACK")
    expect(value(other.request("PRACK"), "CSeq")).toBe("2 PRACK")
    other.receiveResponse(response(200, tagged("b"), [contact("other")]))
    expect([one.state, other.state]).toEqual(["early", "confirmed"])
  })

  test("goes on where it was dialled when the peer names no Contact, and without a tag when it sends none", () => {
    const dialog = createCallerDialog(ourInvite, response(200, "<sip:phone@home>"))
    const bye = dialog.request("BYE")
    expect(bye.uri).toBe("sip:phone@198.51.100.7:5080")
    expect(value(bye, "To")).toBe("<sip:phone@home>")
  })
})

describe("a dialog that calls us", () => {
  const invite = fromPhone("INVITE", 10, [
    "Contact: <sip:phone@203.0.113.5:5080;ob>",
    "Record-Route: <sip:p1;lr>",
    "Record-Route: <sip:p2;lr>",
  ])

  test("is confirmed when we answer 2xx, and addresses the phone by its Contact through its route", () => {
    const dialog = createCalleeDialog(invite, "u")
    expect(dialog).toMatchObject({ state: "early", caller: false, localTag: "u", remoteTag: "p" })
    dialog.answered(invite, { ...response(200, "<sip:us@office>;tag=u"), cseq: invite.cseq })
    expect(dialog.state).toBe("confirmed")
    const bye = dialog.request("BYE", { maxForwards: 69, fields: [{ name: "Reason", value: "Q.850;cause=16" }] })
    expect(bye).toMatchObject({ method: "BYE", uri: "sip:phone@203.0.113.5:5080;ob" })
    expect(bye.fields).toEqual(
      fields([
        "Route: <sip:p1;lr>",
        "Route: <sip:p2;lr>",
        "Max-Forwards: 69",
        "From: <sip:us@office>;tag=u",
        'To: "P" <sip:phone@home>;tag=p',
        "Call-ID: c1",
        "CSeq: 1 BYE",
        "Reason: Q.850;cause=16",
      ]),
    )
  })

  test("stays early on a failure", () => {
    const dialog = createCalleeDialog(invite, "u")
    dialog.answered(invite, { ...response(486, "<sip:us@office>;tag=u"), cseq: invite.cseq })
    expect(dialog.state).toBe("early")
  })

  test("judges the order of requests: lower and equal numbers are refused, gaps are not", () => {
    const dialog = createCalleeDialog(invite, "u")
    expect(dialog.receive(fromPhone("INFO", 9))).toBe("out-of-order")
    expect(dialog.receive(fromPhone("INFO", 10))).toBe("out-of-order")
    expect(dialog.receive(fromPhone("INFO", 15))).toBe("ok")
    expect(dialog.receive(fromPhone("INFO", 14))).toBe("out-of-order")
    expect(dialog.remoteSequence).toBe(15)
  })

  test("lets ACK and CANCEL carry the number of their INVITE", () => {
    const dialog = createCalleeDialog(invite, "u")
    dialog.receive(fromPhone("INFO", 15))
    expect(dialog.receive(fromPhone("ACK", 10))).toBe("ok")
    expect(dialog.receive(fromPhone("CANCEL", 10))).toBe("ok")
    expect(dialog.remoteSequence).toBe(15)
  })
})

test("our numbers count up by one, and an ACK repeats that of its INVITE", () => {
  const dialog = createCallerDialog(ourInvite, response(200, tagged("a"), [contact("x")]))
  expect(value(dialog.ackFor2xx(1), "CSeq")).toBe("1 ACK")
  expect(value(dialog.request("INVITE"), "CSeq")).toBe("2 INVITE")
  expect(value(dialog.request("INFO"), "CSeq")).toBe("3 INFO")
  expect(value(dialog.ackFor2xx(2), "CSeq")).toBe("2 ACK")
  expect(dialog.localSequence).toBe(3)
})

describe("the remote target (RFC 6141 §4.6, §4.7)", () => {
  const target = (dialog: Dialog) => dialog.remoteTarget.slice(4, dialog.remoteTarget.indexOf("@"))
  const dialog = () => createCallerDialog(ourInvite, response(200, tagged("a"), [contact("old")]))

  test.each([
    ["2xx to our UPDATE", response(200, tagged("a"), [contact("new")], "2 UPDATE"), "new"],
    ["a reliable provisional response", response(183, tagged("a"), [contact("new"), "RSeq: 1"], "2 INVITE"), "new"],
    ["an unreliable provisional response", response(183, tagged("a"), [contact("new")], "2 INVITE"), "old"],
    ["a refusal", response(488, tagged("a"), [contact("new")], "2 INVITE"), "old"],
    ["2xx to another method", response(200, tagged("a"), [contact("new")], "2 INFO"), "old"],
    ["2xx without Contact", response(200, tagged("a"), [], "2 UPDATE"), "old"],
  ])("after %s", (_, answer, expected) => {
    const one = dialog()
    one.receiveResponse(answer)
    expect(target(one)).toBe(expected)
  })

  test.each([
    ["a re-INVITE that we accept", "INVITE", 200, "new"],
    ["an UPDATE that we accept", "UPDATE", 200, "new"],
    ["a re-INVITE that we refuse", "INVITE", 488, "old"],
    ["an INFO", "INFO", 200, "old"],
  ])("after %s", (_, method, status, expected) => {
    const one = dialog()
    one.answered(fromPhone(method, 20, [contact("new")]), response(status, "<sip:us@office>;tag=u", [], `20 ${method}`))
    expect(target(one)).toBe(expected)
  })
})

test("a first hop that is a strict router of RFC 2543 gets the Request-URI (RFC 3261 §12.2.1.1)", () => {
  const recordRoute = "Record-Route: <sip:proxy4>,<sip:proxy3;lr>,<sip:proxy2>,<sip:proxy1;method=BYE;transport=udp>"
  const dialog = createCallerDialog(
    ourInvite,
    response(200, tagged("a"), ["Contact: <sip:user@remoteua>", recordRoute]),
  )
  const bye = dialog.request("BYE")
  expect(bye.uri).toBe("sip:proxy1;transport=udp")
  expect(bye.fields.filter(({ name }) => name === "Route").map((field) => field.value)).toEqual([
    "<sip:proxy2>",
    "<sip:proxy3;lr>",
    "<sip:proxy4>",
    "<sip:user@remoteua>",
  ])
})

test("messages find their dialog: a request names us in To, a response in From", () => {
  const dialog = createCalleeDialog(fromPhone("INVITE", 10), "u")
  const messages: Message[] = [fromPhone("BYE", 11)]
  expect(messages.map(dialogKeyOf)).toEqual([dialog.key])
  const called = createCallerDialog(ourInvite, response(180, tagged("a")))
  expect(dialogKeyOf(response(200, tagged("a"), [], "2 INFO"))).toBe(called.key)
  expect(dialogKeyOf(response(200, tagged("A"), [], "2 INFO"))).not.toBe(called.key)
})
