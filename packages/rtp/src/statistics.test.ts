import { beforeEach, describe, expect, test } from "vitest"
import { rtpPacket } from "./packets.fixture.ts"
import { StreamStatistics } from "./statistics.ts"

let stream: StreamStatistics
beforeEach(() => {
  stream = new StreamStatistics()
})

const sequence = (...numbers: number[]): void => {
  for (const number of numbers) stream.received(rtpPacket(number), 0)
}

describe("loss (RFC 3550 §A.1, §A.3)", () => {
  test("what came in a row is whole", () => {
    sequence(10, 11, 12)
    expect(stream.counters).toMatchObject({ packets: 3, bytes: 3 * 172, lost: 0 })
  })

  test("a gap is lost, and what comes late was not", () => {
    sequence(10, 11, 14)
    expect(stream.lost).toBe(2)
    sequence(12)
    expect(stream.lost).toBe(1)
  })

  test("duplicates make it negative", () => {
    sequence(10, 11, 11, 11)
    expect(stream.lost).toBe(-2)
  })

  test("sequence numbers begin again after 65535", () => {
    sequence(65_534, 65_535, 0, 2)
    expect(stream.lost).toBe(1)
    sequence(65_535)
    expect(stream.lost).toBe(0)
  })

  test("one packet from far away changes nothing; two in a row are a sender that began again", () => {
    sequence(10, 11, 40_000)
    expect(stream.lost).toBe(0)
    sequence(12)
    expect(stream.lost).toBe(0)
    sequence(50_000, 50_001, 50_003)
    expect(stream.lost).toBe(1)
  })

  test("another source counts from its own first packet, and what was lost stays lost", () => {
    sequence(10, 13)
    stream.received(rtpPacket(5000, 0, { ssrc: 2 }), 0)
    stream.received(rtpPacket(5002, 320, { ssrc: 2 }), 40)
    expect(stream.counters).toMatchObject({ packets: 4, lost: 3 })
  })
})

describe("jitter (RFC 3550 §A.8)", () => {
  const paced = (count: number, options: { rate: number; type: number; delay?: (at: number) => number }): void => {
    for (let at = 0; at < count; at++)
      stream.received(
        rtpPacket(at, at * options.rate * 0.02, { type: options.type }),
        at * 20 + (options.delay?.(at) ?? 0),
      )
  }

  test("none in a stream of even pace", () => {
    paced(100, { rate: 8000, type: 8 })
    expect(stream.counters.jitter).toBe(0)
  })

  test("packets that come 5 ms early and late in turn: 10 ms from one to the next", () => {
    paced(200, { rate: 8000, type: 8, delay: (at) => (at % 2) * 10 })
    expect(stream.counters.jitter).toBeCloseTo(10, 1)
  })

  test.each([8000, 16_000, 48_000])("the pace of a dynamic payload type of %i Hz is found out", (rate) => {
    paced(300, { rate, type: 96, delay: (at) => (at % 2) * 10 })
    expect(stream.counters.jitter).toBeCloseTo(10, 1)
  })

  test("the packets of a key press, which share a timestamp, are no jitter", () => {
    paced(50, { rate: 8000, type: 8 })
    for (let at = 50; at < 60; at++) stream.received(rtpPacket(at, 50 * 160, { type: 101 }), at * 20)
    for (let at = 60; at < 70; at++) stream.received(rtpPacket(at, at * 160, { type: 8 }), at * 20)
    expect(stream.counters.jitter).toBe(0)
  })

  test("another source begins without the gap between the two", () => {
    stream.received(rtpPacket(1, 0), 0)
    stream.received(rtpPacket(1, 9_000_000, { ssrc: 2 }), 20)
    stream.received(rtpPacket(2, 9_000_160, { ssrc: 2 }), 40)
    expect(stream.counters.jitter).toBe(0)
  })
})
