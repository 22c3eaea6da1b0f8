import { describe, expect, onTestFinished, test, vi } from "vitest"
import type { NewEvent } from "../core/event-recorder.ts"
import { type AutomaticMappingOptions, createAutomaticMapping, type Wanted } from "./automatic-mapping.ts"
import { type Granted, MappingError, type PortMapper, type RouterControl } from "./port-mapper.ts"

/** A clock that the test turns, a router that does what the test says, and everything that was told. */
function scene() {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const asked: string[] = []
  const told: NewEvent[] = []
  const world = {
    wanted: undefined as Wanted | undefined,
    find: async (): Promise<RouterControl> => control,
    map: async (port: number): Promise<Granted> => ({ externalPort: port, seconds: 3_600 }),
    unmap: async (): Promise<void> => undefined,
  }
  const control: RouterControl = {
    protocol: "nat-pmp",
    externalAddress: async () => "203.0.113.7",
    map({ protocol, port }, seconds) {
      asked.push(`map ${protocol} ${port} for ${seconds}`)
      return world.map(port)
    },
    unmap({ protocol, port }, externalPort) {
      asked.push(`unmap ${protocol} ${port} at ${externalPort}`)
      return world.unmap()
    },
  }
  const mapper: PortMapper = {
    find({ gateway, local }) {
      asked.push(`find ${gateway} from ${local}`)
      return world.find()
    },
  }
  const options: AutomaticMappingOptions = {
    wanted: () => world.wanted,
    mapper,
    clock: {
      now: Date.now,
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    events: { record: (event) => told.push(event) },
    onChanged: () => undefined,
  }
  const mapping = createAutomaticMapping(options)
  return {
    world,
    mapping,
    asked: () => asked.splice(0),
    told: () => told.splice(0).map(({ code, params }) => `${code} ${params?.protocol} ${params?.port}`),
    lines: () => mapping.view().lines.map(({ protocol, port, state, problem }) => [protocol, port, problem ?? state]),
    pass: (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds),
    async want(wanted: Partial<Wanted> | undefined) {
      world.wanted = wanted && { ...both, ...wanted }
      mapping.look()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

const both: Wanted = {
  local: "192.168.1.2",
  gateway: "192.168.1.1",
  ports: [
    { protocol: "UDP", port: 5070 },
    { protocol: "TCP", port: 5070 },
  ],
  publicAddress: undefined,
}
const minute = 60_000
const refusing = (problem: ConstructorParameters<typeof MappingError>[0]) => async () => {
  throw new MappingError(problem, "as the test says")
}
const never = () => new Promise<never>(() => undefined)

describe("switched off", () => {
  test("nobody is asked anything", async () => {
    const { mapping, asked, pass } = scene()
    mapping.look()
    await pass(24 * 60 * minute)
    expect(asked()).toEqual([])
    expect(mapping.view()).toEqual({ on: false, protocol: null, externalAddress: null, lines: [], nextAt: undefined })
  })
})

describe("switched on", () => {
  test("finds the router, maps each port for an hour, and tells each once", async () => {
    const { mapping, asked, told, lines, want } = scene()
    await want({})
    expect(asked()).toEqual(["find 192.168.1.1 from 192.168.1.2", "map UDP 5070 for 3600", "map TCP 5070 for 3600"])
    expect(told()).toEqual(["router.mapped UDP 5070", "router.mapped TCP 5070"])
    expect(lines()).toEqual([
      ["UDP", 5070, "mapped"],
      ["TCP", 5070, "mapped"],
    ])
    expect(mapping.view()).toMatchObject({ on: true, protocol: "nat-pmp", externalAddress: "203.0.113.7" })
  })

  test("renews after half of what was granted, silently", async () => {
    const { world, asked, told, pass, want } = scene()
    world.map = async (port) => ({ externalPort: port, seconds: 600 })
    await want({})
    asked()
    told()
    await pass(5 * minute - 1)
    expect(asked()).toEqual([])
    await pass(1)
    expect(asked()).toEqual(["map UDP 5070 for 3600", "map TCP 5070 for 3600"])
    expect(told()).toEqual([])
  })

  test("asks anew when the public address changes: the router has dialled in again", async () => {
    const { asked, want } = scene()
    await want({ publicAddress: "203.0.113.7" })
    asked()
    await want({ publicAddress: "203.0.113.9" })
    expect(asked()).toEqual(["map UDP 5070 for 3600", "map TCP 5070 for 3600"])
  })

  test("switched off again, everything is given back and told", async () => {
    const { mapping, asked, told, want } = scene()
    await want({})
    asked()
    told()
    await want(undefined)
    expect(asked()).toEqual(["unmap UDP 5070 at 5070", "unmap TCP 5070 at 5070"])
    expect(told()).toEqual(["router.unmapped UDP 5070", "router.unmapped TCP 5070"])
    expect(mapping.view()).toMatchObject({ on: false, lines: [], nextAt: undefined })
  })

  test("a port that is no longer wanted is given back, the others stay", async () => {
    const { asked, want } = scene()
    await want({ ports: [...both.ports, { protocol: "TCP", port: 5071 }] })
    asked()
    await want({})
    expect(asked()[0]).toBe("unmap TCP 5071 at 5071")
    expect(asked().join()).not.toContain("unmap")
  })

  test("with another address of ours the old mapping goes before the new one comes", async () => {
    const { asked, want } = scene()
    await want({ ports: [{ protocol: "UDP", port: 5070 }] })
    asked()
    await want({ ports: [{ protocol: "UDP", port: 5070 }], local: "192.168.1.3" })
    expect(asked()).toEqual(["unmap UDP 5070 at 5070", "find 192.168.1.1 from 192.168.1.3", "map UDP 5070 for 3600"])
  })
})

describe("what the router must not do", () => {
  test("another outside port is given back at once and counts as a failure", async () => {
    const { world, asked, told, lines, want } = scene()
    world.map = async () => ({ externalPort: 61_000, seconds: 3_600 })
    await want({ ports: [{ protocol: "UDP", port: 5070 }] })
    expect(asked()).toContain("unmap UDP 5070 at 61000")
    expect(lines()).toEqual([["UDP", 5070, "other-port"]])
    expect(told()).toEqual(["router.mapping-failed.other-port UDP 5070"])
    await want(undefined)
    expect(asked()).toEqual([])
  })

  test("what the plan refuses is never asked for, and said", async () => {
    const { asked, told, lines, want } = scene()
    await want({ ports: [{ protocol: "UDP", port: 5060, refused: "internal-port" }] })
    expect(asked().join()).not.toContain("5060")
    expect(told()).toEqual(["router.mapping-failed.internal-port UDP 5060"])
    expect(lines()).toEqual([["UDP", 5060, "internal-port"]])
  })
})

describe("a router that fails", () => {
  test("is asked again in 1, 2, 4 … 15 minutes, and the failure is told once", async () => {
    const { world, asked, told, lines, pass, want } = scene()
    world.find = refusing("no-answer")
    await want({})
    expect(told()).toEqual(["router.mapping-failed.no-answer UDP 5070", "router.mapping-failed.no-answer TCP 5070"])
    const waits: number[] = []
    let waited = 0
    asked()
    while (waits.length < 6) {
      await pass(minute)
      waited += 1
      if (asked().length > 0) {
        waits.push(waited)
        waited = 0
      }
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15])
    expect(told()).toEqual([])
    expect(lines()).toEqual([
      ["UDP", 5070, "no-answer"],
      ["TCP", 5070, "no-answer"],
    ])
  })

  test("one port that is taken does not keep the other from being mapped", async () => {
    const { world, lines, told, want } = scene()
    let first = true
    world.map = async (port) => {
      if (first) {
        first = false
        throw new MappingError("port-taken", "UPnP error 718")
      }
      return { externalPort: port, seconds: 3_600 }
    }
    await want({})
    expect(lines()).toEqual([
      ["UDP", 5070, "port-taken"],
      ["TCP", 5070, "mapped"],
    ])
    expect(told()).toEqual(["router.mapping-failed.port-taken UDP 5070", "router.mapped TCP 5070"])
  })

  test("no default gateway: nobody is asked", async () => {
    const { asked, lines, want } = scene()
    await want({ gateway: undefined })
    expect(asked()).toEqual([])
    expect(lines()[0]).toEqual(["UDP", 5070, "no-gateway"])
  })

  test("an error that nobody foresaw is a failure like any other", async () => {
    const { world, lines, want } = scene()
    world.map = async () => {
      throw new TypeError("terminated")
    }
    await want({})
    expect(lines()[0]).toEqual(["UDP", 5070, "failed"])
  })

  test("a router that never answers, and heeds no signal, holds nothing up", async () => {
    const { world, mapping, lines, pass, want } = scene()
    world.find = never
    await want({})
    expect(lines()[0]).toEqual(["UDP", 5070, "asking"])
    await pass(8_000)
    expect(lines()[0]).toEqual(["UDP", 5070, "no-answer"])
    expect(mapping.view().nextAt).toBe(Date.now() + minute)
  })

  test("what it did not confirm to have given back is told", async () => {
    const { world, told, want } = scene()
    await want({ ports: [{ protocol: "UDP", port: 5070 }] })
    told()
    world.unmap = refusing("no-answer")
    await want(undefined)
    expect(told()).toEqual(["router.unmap-failed UDP 5070"])
  })

  test("what it has forgotten long ago is not taken from whoever has it now", async () => {
    const { world, asked, pass, want } = scene()
    await want({ ports: [{ protocol: "UDP", port: 5070 }] })
    world.map = refusing("no-answer")
    world.find = refusing("no-answer")
    await pass(90 * minute)
    asked()
    await want(undefined)
    expect(asked()).toEqual([])
  })
})

describe("while a round is under way", () => {
  test("a change is not lost: another round follows", async () => {
    const { world, asked, want, pass } = scene()
    const waiting = Promise.withResolvers<void>()
    world.unmap = () => waiting.promise
    await want({})
    await want(undefined)
    await want({ ports: [{ protocol: "TCP", port: 5071 }] })
    asked()
    waiting.resolve()
    await pass()
    expect(asked()).toContain("map TCP 5071 for 3600")
  })

  test("stop ends it and gives back what is held, in two seconds at most", async () => {
    const { world, mapping, asked, told, pass, want } = scene()
    await want({})
    asked()
    world.map = never
    await pass(30 * minute)
    asked()
    const stopped = vi.fn()
    void mapping.stop().then(stopped)
    await pass()
    expect(asked().toSorted()).toEqual(["unmap TCP 5070 at 5070", "unmap UDP 5070 at 5070"])
    expect(stopped).toHaveBeenCalled()
    expect(told()).toContain("router.unmapped UDP 5070")
    await pass(24 * 60 * minute)
    expect(asked()).toEqual([])
  })

  test("a router that does not answer keeps no process from ending", async () => {
    const { world, mapping, pass, want } = scene()
    await want({})
    world.unmap = never
    const stopped = vi.fn()
    void mapping.stop().then(stopped)
    await pass(1_999)
    expect(stopped).not.toHaveBeenCalled()
    await pass(1)
    expect(stopped).toHaveBeenCalled()
  })
})
