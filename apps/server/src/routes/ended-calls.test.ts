import type { CallEnd, CallView, MediaView, SbcEvent } from "@homeport/sbc"
import { describe, expect, test } from "vitest"
import { callOf } from "../testing/fake-sbc.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const start = Date.UTC(2026, 4, 4, 8)

interface Ended {
  readonly id: string
  readonly from?: string
  readonly to?: string
  readonly reason?: CallEnd
  readonly seconds?: number
  readonly at?: number
  readonly more?: Partial<Extract<SbcEvent, { type: "call.ended" }>>
}

function ended({
  id,
  from = "168",
  to = "101",
  reason = "caller-hung-up",
  seconds = 60,
  at = 0,
  more,
}: Ended): SbcEvent {
  const startedAt = start + at
  const view: CallView = { ...callOf(id, from, to), state: "ended", startedAt, answeredAt: startedAt + 5_000 }
  const endedAt = startedAt + 5_000 + seconds * 1000
  return { type: "call.ended", call: view, at: endedAt, reason, status: undefined, why: undefined, ...more }
}

const media = (packets: number, lost: number, jitter: number): MediaView => ({
  received: { packets, bytes: packets * 172, lost, jitter },
  sent: { packets: 0, bytes: 0 },
  strangers: 0,
  silence: 0,
})

async function scene() {
  const { sbc, signIn, services } = await testServer()
  const ask = await signIn("basic")
  const list = async (query = "") => (await ask("GET", `/api/ended-calls${query}`)).body
  const ids = async (query: string): Promise<string[]> =>
    (await list(query)).items.map(({ caller, callee }: { caller: Who; callee: Who }) =>
      [caller.callNumber, callee.callNumber].join(">"),
    )
  return { sbc, ask, list, ids, services }
}
interface Who {
  readonly callNumber: string
}

describe("an ended call", () => {
  test("is listed with who, when, why, and what came of its media in the end", async () => {
    const { sbc, list } = await scene()
    sbc.emit(ended({ id: "a" }))
    const before = await list()
    expect(before.items[0].caller.media).toEqual({ packets: 5, lost: 0, jitter: 3 })
    sbc.emit({ type: "call.measured", callId: "a", caller: media(980, 20, 4.26), callee: undefined })
    const after = await list()
    expect(after).toEqual({
      total: 1,
      next: null,
      items: [
        {
          id: 1,
          startedAt: "2026-05-04T08:00:00.000Z",
          answeredAt: "2026-05-04T08:00:05.000Z",
          endedAt: "2026-05-04T08:01:05.000Z",
          duration: 60_000,
          outcome: "completed",
          reason: "caller-hung-up",
          status: null,
          why: null,
          caller: {
            callNumber: "168",
            name: "Station 168",
            network: "outer",
            transport: "UDP",
            address: "203.0.113.7:5060",
            media: { packets: 980, lost: 20, jitter: 4.3 },
          },
          callee: expect.objectContaining({ callNumber: "101", media: { packets: 5, lost: 0, jitter: 3 } }),
        },
      ],
    })
  })

  test("figures of a call that nobody knows are nothing", async () => {
    const { sbc, list } = await scene()
    sbc.emit({ type: "call.measured", callId: "gone", caller: media(1, 0, 0), callee: undefined })
    expect(await list()).toMatchObject({ total: 0, items: [] })
  })

  test("that was never answered has no duration", async () => {
    const { sbc, list } = await scene()
    const unanswered = ended({ id: "a", reason: "refused", more: { status: 486 } })
    if (unanswered.type !== "call.ended") throw new Error("not ended")
    sbc.emit({ ...unanswered, call: { ...unanswered.call, answeredAt: undefined } })
    expect((await list()).items).toMatchObject([{ answeredAt: null, duration: 0, outcome: "refused", status: 486 }])
  })
})

describe("the list", () => {
  async function several() {
    const it = await scene()
    it.sbc.emit(ended({ id: "a", from: "168", to: "101", seconds: 30 }))
    it.sbc.emit(ended({ id: "b", from: "9", to: "168", seconds: 90, at: 3_600_000, reason: "no-media" }))
    it.sbc.emit(ended({ id: "c", from: "20", to: "21", seconds: 10, at: 7_200_000, reason: "cancelled" }))
    it.sbc.emit({ type: "call.measured", callId: "a", caller: media(50, 50, 1), callee: media(0, 0, 0) })
    it.sbc.emit({ type: "call.measured", callId: "b", caller: media(99, 1, 9), callee: media(0, 0, 0) })
    return it
  }

  test("is filtered by number, outcome, time and words", async () => {
    const { ids } = await several()
    expect(await ids("")).toEqual(["20>21", "9>168", "168>101"])
    expect(await ids("?callNumber=168")).toEqual(["9>168", "168>101"])
    expect(await ids("?callNumber=168&outcome=failed")).toEqual(["9>168"])
    expect(await ids("?outcome=unanswered")).toEqual(["20>21"])
    expect(await ids("?from=2026-05-04T09:00:00Z&until=2026-05-04T09:59:59Z")).toEqual(["9>168"])
    expect(await ids("?q=STATION%209")).toEqual(["9>168"])
    expect(await ids("?q=%25")).toEqual([])
  })

  test("is sorted by numbers as numbers, by the worse loss and jitter, and goes on where a page ended", async () => {
    const { ids, list } = await several()
    expect(await ids("?sort=caller")).toEqual(["9>168", "20>21", "168>101"])
    expect(await ids("?sort=-loss")).toEqual(["168>101", "9>168", "20>21"])
    expect(await ids("?sort=-jitter")).toEqual(["9>168", "20>21", "168>101"])
    expect(await ids("?sort=-duration")).toEqual(["9>168", "168>101", "20>21"])
    const { next, total } = await list("?sort=caller&limit=2")
    expect(total).toBe(3)
    expect(await ids(`?sort=caller&limit=2&cursor=${next}`)).toEqual(["168>101"])
    expect((await list(`?sort=caller&limit=2&cursor=${next}`)).next).toBeNull()
  })

  test("refuses what is no cursor, no moment and no outcome", async () => {
    const { ask } = await scene()
    for (const query of ["cursor=x", "cursor=WyJhIiwxXQ", "from=yesterday", "outcome=fine", "sort=name", "limit=501"])
      expect([query, (await ask("GET", `/api/ended-calls?${query}`)).status]).toEqual([query, 400])
  })
})

describe("the file", () => {
  test("has every call that matches, in words, in either language", async () => {
    const { sbc, ask } = await scene()
    sbc.emit(ended({ id: "a" }))
    sbc.emit(ended({ id: "b", reason: "refused", more: { status: 486 } }))
    sbc.emit(ended({ id: "c", reason: "failed", more: { why: "no-channel", status: 503 } }))
    sbc.emit({ type: "call.measured", callId: "a", caller: media(995, 5, 4.26), callee: media(0, 0, 0) })
    const english = await ask("GET", "/api/ended-calls/csv?sort=endedAt")
    expect(english.headers["content-type"]).toBe("text/csv; charset=utf-8")
    expect(english.headers["content-disposition"]).toMatch(/calls-2027-01-15\.csv/)
    const lines = String(english.body).split("\r\n")
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^\uFEFFStarted \(UTC\),Answered \(UTC\),Ended \(UTC\),Duration \(s\),Caller,Caller: Name/)
    expect(lines[1]).toBe(
      "2026-05-04 08:00:00,2026-05-04 08:00:05,2026-05-04 08:01:05,60,168,Station 168,Internet,203.0.113.7:5060,101,Station 101,Internet,203.0.113.7:5060,Completed,The caller hung up,,0.5,4.3,,",
    )
    expect(lines[2]).toContain("Refused,The called phone was busy,486")
    expect(lines[3]).toContain("Failed,No RTP proxy channel was free,503")
    const german = await ask("GET", "/api/ended-calls/csv?language=de&outcome=completed")
    expect(String(german.body).split("\r\n")[1]).toMatch(/;Geführt;Der Anrufer hat aufgelegt;;"0,5";"4,3";;$/)
  })

  test("is made piece by piece, and is complete", async () => {
    const { sbc, ask } = await scene()
    for (let count = 0; count < 1201; count++) sbc.emit(ended({ id: String(count), at: (count % 7) * 1000 }))
    const { body } = await ask("GET", "/api/ended-calls/csv")
    expect(String(body).split("\r\n")).toHaveLength(1203)
  })

  test("a name never becomes a formula", async () => {
    const { sbc, ask } = await scene()
    const event = ended({ id: "a" })
    if (event.type !== "call.ended") throw new Error("not ended")
    sbc.emit({ ...event, call: { ...event.call, caller: { ...event.call.caller, name: "=1+1" } } })
    expect(String((await ask("GET", "/api/ended-calls/csv")).body)).toContain(",'=1+1,")
  })
})
