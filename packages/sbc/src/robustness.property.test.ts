/**
 * Whatever phones, strangers and the network do: nothing throws, nothing is left behind, and a call works afterwards.
 *
 * A run is a sequence of steps: what phones may do at any time, in any order and at the wrong moment, messages that somebody
 * changed on the way, bytes, STUN, lost and repeated packets, time. The fixture fails when the core throws or logs a fault.
 * Seed and length are fixed so that every run is the same; look further with `seed: Date.now()` and more of `numRuns`.
 */
import { type Call, type Phone, pcma, pcmu } from "@homeport/testkit"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { atHome, type Border, border, nothing, secure, station, tlsConfig } from "./border.fixture.ts"

const runs = { seed: 20_260_101, numRuns: 30 }

type Step = (scene: Scene) => void | Promise<void>

interface Scene {
  readonly it: Border
  readonly phones: readonly Phone[]
  readonly calls: Call[]
}

/** The n-th of what there is, counted round; undefined where there is nothing. */
const pick = <T>(things: readonly T[], n: number): T | undefined => things[n % Math.max(1, things.length)]

const index = fc.nat({ max: 1_000 })
const status = fc.constantFrom(100, 180, 183, 200, 202, 302, 401, 403, 408, 422, 481, 486, 487, 491, 500, 503, 603, 699)
const method = fc.constantFrom(
  "OPTIONS",
  "INFO",
  "BYE",
  "UPDATE",
  "PRACK",
  "REFER",
  "NOTIFY",
  "ACK",
  "CANCEL",
  "FOO",
  "REGISTER",
)
const oddMedia = fc.constantFrom<Parameters<Call["offers"]>[0]>(
  undefined,
  pcmu,
  pcma,
  { ...pcmu, port: 4100 },
  { ...pcmu, direction: "sendonly" },
  { ...pcmu, direction: "inactive" },
  { ...pcmu, address: "0.0.0.0" },
  { ...pcmu, address: "10.0.0.1" },
  { ...pcmu, protocol: "RTP/SAVP" },
  { ...pcmu, port: 0 },
  "v=0\r\nm=",
)
const oddFields = fc.constantFrom<Record<string, string | undefined>>(
  {},
  { Supported: "100rel, timer" },
  { Require: "100rel" },
  { Require: "nonsense" },
  { Supported: "timer", "Session-Expires": "90;refresher=uac" },
  { "Session-Expires": "1", Supported: "timer" },
  { "Max-Forwards": "0" },
  { Contact: undefined },
  { Contact: "<sip:x@192.0.2.99:1>" },
  { Contact: "tel:1" },
  { "Record-Route": "<sip:192.0.2.1;lr>, <sip:192.0.2.2>" },
  { RAck: "1 1 INVITE" },
  { To: "<sip:101@x>;tag=invented" },
  { Expires: "0" },
)

/** Mostly what a phone would say. */
const media = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(pcmu, { ...pcmu, port: 4100 }, { ...pcmu, direction: "sendonly" as const }) },
  { weight: 2, arbitrary: oddMedia },
)
const fields = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddFields })

const phoneSteps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(index, fc.constantFrom("101", "102", "168", "169", "999"), media, fields).map(
    ([who, target, offer, more]): Step =>
      ({ phones, calls }) =>
        void calls.push(...[pick(phones, who)?.invites(target, { offer, fields: more })].flatMap((call) => call ?? [])),
  ),
  fc.tuple(index, index, status, media, fields, fc.boolean()).map(
    ([who, which, code, answer, more, reliable]): Step =>
      ({ phones, calls }) => {
        const phone = pick(phones, who)
        const request = phone && pick(phone.received, which)
        if (!phone || !request || request.method === "ACK") return
        const said = answer === undefined ? {} : { answer }
        calls.push(
          phone.answers(request, code, { ...said, fields: more, reliable: reliable && code > 100 && code < 200 }),
        )
      },
  ),
  // The usual way: the oldest INVITE is answered as it wants to be.
  fc.tuple(index, fc.boolean()).map(
    ([who, rings]): Step =>
      ({ phones, calls }) => {
        const phone = pick(phones, who)
        const invite = phone?.untaken("INVITE")[0]
        if (!phone || !invite) return
        calls.push(phone.answers(phone.receives("INVITE"), rings ? 180 : 200, rings ? {} : { answer: pcmu }))
      },
  ),
  fc.tuple(index, media, fields).map(
    ([which, offer, more]): Step =>
      ({ calls }) =>
        void pick(calls, which)?.offers(offer, { fields: more }),
  ),
  fc.tuple(index, media, fields).map(
    ([which, offer, more]): Step =>
      ({ calls }) =>
        void pick(calls, which)?.updates(offer, { fields: more }),
  ),
  fc.tuple(index, method, fields).map(
    ([which, name, more]): Step =>
      ({ calls }) =>
        void pick(calls, which)?.sends(name, { fields: more }),
  ),
  index.map(
    (which): Step =>
      ({ calls }) =>
        void pick(calls, which)?.hangsUp(),
  ),
  index.map(
    (which): Step =>
      ({ calls }) =>
        void pick(calls, which)?.acknowledges(),
  ),
  index.map(
    (which): Step =>
      ({ calls }) => {
        const call = pick(calls, which)
        if (call?.invite) call.cancels()
      },
  ),
  index.map(
    (which): Step =>
      ({ calls }) => {
        const call = pick(calls, which)
        const [rseq, cseq] = ["RSeq", "CSeq"].map(
          (wanted) => call?.responses.at(-1)?.fields.find(({ name }) => name === wanted)?.value,
        )
        if (rseq !== undefined) call?.sends("PRACK", { fields: { RAck: `${rseq} ${cseq}` } })
      },
  ),
  fc.tuple(index, method, fields).map(
    ([who, name, more]): Step =>
      ({ phones }) =>
        void pick(phones, who)?.sends(name, "101", { fields: more }),
  ),
  fc.tuple(index, fc.constantFrom(0, 30, 60, 3600), fields).map(
    ([who, expires, more]): Step =>
      ({ phones }) =>
        void pick(phones, who)?.registers({ expires, fields: more }),
  ),
  fc.tuple(index, index).map(
    ([who, which]): Step =>
      ({ phones }) => {
        const phone = pick(phones, who)
        const request = phone && pick(phone.received, which)
        if (phone && request) phone.repeats(request)
      },
  ),
  index.map(
    (who): Step =>
      ({ phones }) =>
        void pick(phones, who)?.disconnects(),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([who, acknowledges]): Step =>
      ({ phones }) => {
        const phone = pick(phones, who)
        if (phone) phone.acknowledges = acknowledges
      },
  ),
)

const networkSteps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(1, 500, 2_000, 33_000, 65_000, 185_000).map(
    (milliseconds): Step =>
      ({ it }) =>
        it.clock.advance(milliseconds),
  ),
  index.map(
    (which): Step =>
      ({ it }) =>
        pick(it.homeRouters, which)?.restart(),
  ),
  fc.uint8Array({ maxLength: 60 }).map(
    (bytes): Step =>
      ({ phones }) =>
        void phones[0]?.sendsRaw(bytes),
  ),
  fc.uint8Array({ minLength: 16, maxLength: 40 }).map(
    (tail): Step =>
      ({ phones }) =>
        void phones[2]?.sendsRaw(Uint8Array.of(tail[0] ?? 0, 1, 0, tail[1] ?? 0, 0x21, 0x12, 0xa4, 0x42, ...tail)),
  ),
  // A message that was on the wire before, with some octets changed, cut, or none at all.
  fc
    .tuple(index, index, fc.array(fc.tuple(index, fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), fc.boolean())
    .map(
      ([who, which, changes, cut]): Step =>
        ({ it, phones }) => {
          const sent = pick(it.net.record, which * 7)
          if (!sent) return
          const bytes = Uint8Array.from(cut ? sent.bytes.subarray(0, Math.floor(sent.bytes.length / 2)) : sent.bytes)
          for (const [at, octet] of changes) if (bytes.length > 0) bytes[(at * 13) % bytes.length] = octet
          pick(phones, who)?.sendsRaw(bytes)
        },
    ),
  fc.constantFrom<Step>(
    ({ it }) => it.engine.exhaust(),
    ({ it }) => it.engine.replenish(),
    ({ it }) => {
      it.stun.answering = !it.stun.answering
    },
    ({ it }) => {
      for (const side of it.engine.sides) side.report({ silence: 10 })
    },
    // TLS goes off and comes back with another certificate, whoever talks over it.
    async ({ it }) => {
      await it.reconfigure({ tls: undefined })
      await it.reconfigure({ tls: tlsConfig(`at ${it.clock.now()}`) })
    },
  ),
)

/** A call that is answered, one that rings with early media, and one that only rings. */
function begun(it: Border, [one, other, home, , another]: readonly Phone[]): Call[] {
  if (!one || !other || !home || !another) return []
  const { caller, callee } = it.connect(home, one)
  const ringing = other.invites("168", { offer: pcmu, fields: { Supported: "100rel" } })
  const early = home.answers(home.receives("INVITE"), 183, { answer: pcmu, reliable: true })
  const asked = one.invites("169", { offer: pcmu })
  return [caller, callee, ringing, early, asked, another.answers(another.receives("INVITE"), 180)]
}

const step = fc.oneof({ weight: 4, arbitrary: phoneSteps }, { weight: 1, arbitrary: networkSteps })

test("in any order, at any time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const stations = [station("101"), station("102"), atHome("168"), atHome("169", { natTraversal: "homeport" })]
      const it = await border({ ...secure, stations })
      const phones = [
        it.officePhone("101"),
        it.officePhone("102", { transport: "TCP" }),
        it.homePhone("168"),
        it.home("169", { transport: "TLS" }),
        it.home("169"),
      ]
      for (const phone of phones) phone.registers()
      const scene: Scene = { it, phones, calls: begun(it, phones) }
      for (const one of steps) await one(scene)

      // What still rings or talks goes silent; then nothing may be left, and the next call works.
      it.engine.replenish()
      it.stun.answering = true
      for (const side of it.engine.sides) side.report({ silence: undefined })
      for (const phone of phones) for (const name of ["OPTIONS", "BYE", "CANCEL"]) phone.automatic.add(name)
      for (let minute = 0; minute < 40 && it.sbc.calls().length > 0; minute++) it.clock.advance(60_000)
      for (const phone of phones.slice(2)) phone.unregisters()
      expect(it.left()).toEqual(nothing)

      const [caller, called] = [it.officePhone("101", { port: 5099 }), it.homePhone("168")]
      called.acknowledges = true
      caller.invites("168", { offer: pcmu })
      const answered = called.answers(called.receives("INVITE"), 200, { answer: pcmu })
      expect(caller.untaken("INVITE")).toEqual([])
      answered.hangsUp()
      caller.receives("BYE")
    }),
    runs,
  )
}, 20_000)
