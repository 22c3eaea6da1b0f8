import { type DyndnsAnswerCode, dyndnsFailures, dyndnsRefusals } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { freshState, nextAttempt, nextState, type UpdateEvent, type UpdateState } from "./update-state.ts"

const [one, other] = ["203.0.113.7", "203.0.113.8"]
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const refreshAfter = 25 * day

/** A machine with a clock that the test turns, and a provider that answers as it says. */
function machine(state: UpdateState = freshState(1)) {
  const world = { now: 1_000_000, address: one as string | undefined, refreshAfter: refreshAfter as number | undefined }
  const turn = (event: UpdateEvent) => {
    state = nextState(state, event)
  }
  return {
    world,
    get state() {
      return state
    },
    /** Looks; what is sent, if anything is. */
    look() {
      const before = state.phase
      turn({ type: "looked", ...world })
      const { phase } = state
      return phase.name === "updating" && before.name !== "updating" ? { [phase.cause]: phase.address } : undefined
    },
    answer(code: DyndnsAnswerCode, random = 0) {
      turn({ type: "answered", now: world.now, answer: { code, line: null, status: null }, random })
    },
    /** Sent once with success. */
    succeed(code: DyndnsAnswerCode = "good") {
      this.look()
      this.answer(code)
      world.now += minute
    },
    ask: () => turn({ type: "asked" }),
    restart: () => turn({ type: "restarted" }),
    /** How long nothing is sent, seen by looking each second. */
    silence(most: number) {
      const from = world.now
      while (world.now - from <= most) {
        if (this.look()) return world.now - from
        world.now += 1_000
      }
      return Number.POSITIVE_INFINITY
    },
  }
}

describe("ready", () => {
  test("sends the address that was never sent, once", () => {
    const it = machine()
    expect(it.look()).toEqual({ first: one })
    expect(it.look()).toBeUndefined()
    expect(it.state.phase).toMatchObject({ name: "updating", since: 1_000_000 })
  })

  test("sends nothing without an address", () => {
    const it = machine()
    it.world.address = undefined
    expect(it.look()).toBeUndefined()
    expect(it.state.phase).toEqual({ name: "ready", asked: false })
  })

  test.each(["good", "nochg"] as const)("after %s is silent until the address changes", (code) => {
    const it = machine()
    it.succeed(code)
    expect(it.state).toMatchObject({ sent: { address: one }, phase: { name: "ready" } })
    expect(it.silence(hour)).toBe(Number.POSITIVE_INFINITY)
    it.world.address = undefined
    expect(it.look()).toBeUndefined()
    it.world.address = other
    expect(it.look()).toEqual({ changed: other })
  })

  test("sends an unchanged address again after the days that were set, and never when they are off", () => {
    const it = machine()
    it.succeed()
    expect(nextAttempt(it.state, refreshAfter)).toBe((it.state.sent?.at ?? 0) + refreshAfter)
    it.world.now = (it.state.sent?.at ?? 0) + refreshAfter - 1
    expect(it.look()).toBeUndefined()
    it.world.now += 1
    expect(it.look()).toEqual({ refresh: one })

    const off = machine()
    off.world.refreshAfter = undefined
    off.succeed()
    off.world.now += 1000 * day
    expect(off.look()).toBeUndefined()
    expect(nextAttempt(off.state, undefined)).toBeUndefined()
  })

  test("leaves 30 seconds between two updates, though the address flickers or somebody keeps asking", () => {
    const it = machine()
    it.look()
    it.answer("good")
    it.world.address = other
    expect(it.silence(hour)).toBe(30_000)
    it.answer("good")
    it.ask()
    expect(it.silence(hour)).toBe(30_000)
  })

  test("a clock that was set back holds nothing up", () => {
    const it = machine()
    it.look()
    it.answer("911")
    it.world.now -= day
    expect(it.look()).toEqual({ first: one })
  })
})

describe("stopped", () => {
  test.each(dyndnsRefusals)("by %s: nothing is sent, not even another address", (code) => {
    const it = machine()
    it.look()
    it.answer(code)
    expect(it.state).toMatchObject({ phase: { name: "stopped" }, last: { code, address: one }, sent: null })
    it.world.address = other
    it.world.now += 100 * day
    expect([it.look(), nextAttempt(it.state, refreshAfter)]).toEqual([undefined, undefined])
    it.restart()
    expect(it.look()).toBeUndefined()
  })

  test("until somebody asks", () => {
    const it = machine()
    it.look()
    it.answer("badauth")
    it.world.now += minute
    it.ask()
    expect(it.look()).toEqual({ asked: one })
  })
})

describe("waiting", () => {
  const failAgain = (code: DyndnsAnswerCode, times: number) => {
    const it = machine()
    it.look()
    return Array.from({ length: times }, () => {
      it.answer(code)
      return it.silence(10 * hour) / minute
    })
  }

  test("after 911 half an hour, then longer and longer, up to a bound", () => {
    expect(failAgain("911", 6)).toEqual([30, 60, 120, 240, 480, 480])
  })

  test("after an answer that says nothing 5 minutes", () => {
    expect(failAgain("empty", 8)).toEqual([5, 10, 20, 40, 80, 160, 240, 240])
  })

  test("where the provider was not reached one minute", () => {
    expect(failAgain("name-not-resolved", 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
  })

  test.each(dyndnsFailures)("after %s it is tried again", (code) => {
    const it = machine()
    it.look()
    it.answer(code)
    expect(it.state.phase).toMatchObject({ name: "waiting", failures: 1 })
    expect(nextAttempt(it.state, refreshAfter)).toBeGreaterThanOrEqual(it.world.now + minute)
  })

  test("chance makes it longer, never shorter", () => {
    const it = machine()
    it.look()
    it.answer("911", 0.5)
    expect(it.silence(hour)).toBe(33 * minute)
  })

  test("ends early for somebody who asks, and a success forgets the failures", () => {
    const it = machine()
    it.look()
    it.answer("911")
    it.world.now += minute
    it.ask()
    expect(it.look()).toEqual({ asked: one })
    it.answer("good")
    it.world.now += minute
    it.world.address = other
    it.look()
    it.answer("empty")
    expect(it.state.phase).toMatchObject({ name: "waiting", failures: 1 })
  })

  test("ends without an update when the old address is back", () => {
    const it = machine()
    it.succeed()
    it.world.address = other
    it.look()
    it.answer("911")
    it.world.address = one
    expect(it.silence(2 * hour)).toBe(Number.POSITIVE_INFINITY)
    expect(it.state.phase).toEqual({ name: "ready", asked: false })
  })

  test("keeps what somebody asked for, after a failure", () => {
    const it = machine()
    it.succeed()
    it.ask()
    it.look()
    it.answer("no-connection")
    expect(it.silence(hour)).toBe(minute)
  })
})

describe("updating", () => {
  test("is not begun twice by somebody who asks", () => {
    const it = machine()
    it.look()
    it.ask()
    expect(it.look()).toBeUndefined()
    expect(it.state.phase).toMatchObject({ name: "updating", cause: "first" })
  })

  test("an answer that nobody waits for changes nothing", () => {
    const it = machine()
    const before = it.state
    it.answer("good")
    expect(it.state).toBe(before)
  })

  test("ended by a restart is a failure, so that a process that keeps dying does not keep asking", () => {
    const it = machine()
    it.look()
    it.restart()
    expect(it.state).toMatchObject({ phase: { name: "waiting" }, last: { code: "interrupted" } })
    expect(it.silence(hour)).toBe(minute)
    it.restart()
    expect(it.silence(hour)).toBe(2 * minute)
  })
})

describe("somebody else updates too", () => {
  test("when a new address is known there already", () => {
    const it = machine()
    it.succeed("good")
    it.world.address = other
    it.succeed("nochg")
    expect(it.state.elsewhere).toBe(true)
    it.world.address = one
    it.succeed("good")
    expect(it.state.elsewhere).toBe(false)
  })

  test("not when it is the first, was asked for, or is only refreshed", () => {
    const it = machine()
    it.succeed("nochg")
    it.ask()
    it.succeed("nochg")
    it.world.now += 26 * day
    it.succeed("nochg")
    expect(it.state.elsewhere).toBe(false)
  })
})
