import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest"
import { createDyndnsMonitor, type DyndnsMonitorOptions } from "./dyndns-monitor.ts"

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

/** A monitor whose name service answers when the test says so. */
function monitorOf(more: Partial<DyndnsMonitorOptions> = {}) {
  const world = { name: "office.example.net" as string | null, mapped: "203.0.113.7" as string | undefined }
  const asked: { name: string; answer(addresses: readonly string[]): Promise<void>; fail(): Promise<void> }[] = []
  const onChecked = vi.fn()
  const status = createDyndnsMonitor({
    hostName: () => world.name,
    mapped: () => world.mapped,
    resolve: (name) =>
      new Promise((resolve, reject) => {
        const told = () => vi.advanceTimersByTimeAsync(0).then(() => undefined)
        asked.push({
          name,
          answer(addresses) {
            resolve(addresses)
            return told()
          },
          fail() {
            reject(new Error("ENOTFOUND"))
            return told()
          },
        })
      }),
    now: Date.now,
    onChecked,
    ...more,
  })
  return { world, asked, onChecked, status }
}

test("without a name nothing is asked", () => {
  const { world, asked, status } = monitorOf()
  world.name = null
  expect(status()).toMatchObject({ hostName: null, state: "no-name", checkedAt: undefined })
  expect(asked).toHaveLength(0)
})

test("answers at once, asks once, and tells when the answer is there", async () => {
  const { asked, onChecked, status } = monitorOf()
  expect(status()).toMatchObject({ state: "asking", addresses: [], checkedAt: undefined })
  expect(status().state).toBe("asking")
  expect(asked.map(({ name }) => name)).toEqual(["office.example.net"])
  await asked[0]?.answer(["203.0.113.7"])
  expect(onChecked).toHaveBeenCalledOnce()
  expect(status()).toEqual({
    hostName: "office.example.net",
    addresses: ["203.0.113.7"],
    mapped: "203.0.113.7",
    state: "matches",
    checkedAt: Date.now(),
  })
})

describe("what the name service says", () => {
  test.each([
    ["the mapped address", ["203.0.113.7"], "matches"],
    ["the mapped address, and an IPv6 address", ["203.0.113.7", "2001:db8::7"], "matches"],
    ["another address", ["203.0.113.9"], "differs"],
    ["the mapped address among others", ["203.0.113.7", "203.0.113.9"], "differs"],
    ["IPv6 alone", ["2001:db8::7"], "differs"],
    ["nothing", [], "not-resolved"],
  ] as const)("%s: %j is %s", async (_, addresses, state) => {
    const { asked, status } = monitorOf()
    status()
    await asked[0]?.answer(addresses)
    expect(status()).toMatchObject({ state, addresses })
  })

  test("cannot be compared while the mapped address is unknown", async () => {
    const { world, asked, status } = monitorOf()
    world.mapped = undefined
    status()
    await asked[0]?.answer(["203.0.113.7"])
    expect(status()).toMatchObject({ state: "unknown-mapped", mapped: null, addresses: ["203.0.113.7"] })
  })

  test("may be an error", async () => {
    const { asked, status } = monitorOf()
    status()
    await asked[0]?.fail()
    expect(status()).toMatchObject({ state: "not-resolved", checkedAt: Date.now() })
  })

  test("is waited for no longer than five seconds, and comes too late after them", async () => {
    const { asked, onChecked, status } = monitorOf()
    status()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(status().state).toBe("asking")
    await vi.advanceTimersByTimeAsync(1)
    expect(status().state).toBe("not-resolved")
    await asked[0]?.answer(["203.0.113.7"])
    expect(status().state).toBe("not-resolved")
    expect(onChecked).toHaveBeenCalledOnce()
  })
})

describe("an answer is kept", () => {
  test("for a minute; then it is shown until the next one is there", async () => {
    const { asked, status } = monitorOf()
    status()
    await asked[0]?.answer(["203.0.113.7"])
    await vi.advanceTimersByTimeAsync(59_999)
    status()
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(status().state).toBe("matches")
    status()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer(["203.0.113.9"])
    expect(status().state).toBe("differs")
  })

  test("until the name or the mapped address is another", async () => {
    const { world, asked, status } = monitorOf()
    status()
    await asked[0]?.answer(["203.0.113.7"])
    world.mapped = "203.0.113.9"
    expect(status().state).toBe("asking")
    await asked[1]?.answer(["203.0.113.9"])
    expect(status().state).toBe("matches")
    world.name = "branch.example.net"
    expect(status().state).toBe("asking")
    expect(asked.map(({ name }) => name)).toEqual(["office.example.net", "office.example.net", "branch.example.net"])
  })

  test("unless it belongs to a question that another one replaced", async () => {
    const { world, asked, onChecked, status } = monitorOf()
    status()
    world.name = "branch.example.net"
    status()
    await asked[0]?.answer(["203.0.113.7"])
    expect(onChecked).not.toHaveBeenCalled()
    expect(status().state).toBe("asking")
    await asked[1]?.answer(["203.0.113.9"])
    expect(status()).toMatchObject({ hostName: "branch.example.net", state: "differs" })
  })

  test("not beyond a clock that is set back", async () => {
    let now = 1_000_000
    const { asked, status } = monitorOf({ now: () => now })
    status()
    await asked[0]?.answer(["203.0.113.7"])
    now = 0
    status()
    expect(asked).toHaveLength(2)
  })
})
