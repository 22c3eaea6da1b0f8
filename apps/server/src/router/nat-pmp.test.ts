/** The client against gateways on 127.0.0.1 that do what the test says. */
import { createSocket, type RemoteInfo } from "node:dgram"
import { describe, expect, onTestFinished, test } from "vitest"
import { natPmp } from "./nat-pmp.ts"

type Answer = (request: Buffer, times: number) => Buffer | readonly Buffer[] | undefined

async function gateway(answer: Answer) {
  const socket = createSocket("udp4")
  const requests: string[] = []
  socket.on("message", (request, from: RemoteInfo) => {
    requests.push(request.toString("hex"))
    for (const each of [answer(request, requests.length) ?? []].flat()) socket.send(each, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve))
  onTestFinished(() => void socket.close())
  const router = { gateway: "127.0.0.1", local: "127.0.0.1" }
  const control = () => natPmp(socket.address().port).find(router, new AbortController().signal)
  return { requests, control }
}

const address = Buffer.from("008000000000000acb007107", "hex")
const granted = (request: Buffer, external = request.readUInt16BE(4), seconds = 3_600, result = 0) => {
  const answer = Buffer.alloc(16)
  answer.writeUInt8(128 + (request[1] ?? 0), 1)
  answer.writeUInt16BE(result, 2)
  answer.writeUInt16BE(request.readUInt16BE(4), 8)
  answer.writeUInt16BE(external, 10)
  answer.writeUInt32BE(seconds, 12)
  return answer
}
const signal = new AbortController().signal
const udp = { protocol: "UDP", port: 5070 } as const

test("asks as RFC 6886 §3.2 to §3.4 have it, and reads the answers", async () => {
  const { requests, control } = await gateway((request) => (request[1] === 0 ? address : granted(request)))
  const router = await control()
  expect(await router.externalAddress(signal)).toBe("203.0.113.7")
  expect(await router.map(udp, 3_600, signal)).toEqual({ externalPort: 5070, seconds: 3_600 })
  await router.map({ protocol: "TCP", port: 5071 }, 3_600, signal)
  await router.unmap(udp, 61_000, signal)
  expect(requests.slice(2)).toEqual([
    "0001000013ce13ce00000e10",
    "0002000013cf13cf00000e10",
    "0001000013ce000000000000",
  ])
})

test("a request that was lost is sent again", async () => {
  const { requests, control } = await gateway((_, times) => (times === 1 ? undefined : address))
  await control()
  expect(requests).toEqual(["0000", "0000"])
})

test("answers that are too short, of another protocol, or about something else are none", async () => {
  const { control } = await gateway((request) => {
    if (request[1] === 0) return address
    const [empty, short] = [Buffer.alloc(0), Buffer.of(0)]
    const pcp = Buffer.concat([Buffer.of(2), granted(request).subarray(1)])
    const otherPort = granted(request)
    otherPort.writeUInt16BE(5071, 8)
    const cut = granted(request).subarray(0, 12)
    return [empty, short, pcp, otherPort, cut, granted(request, 5070, 120)]
  })
  const router = await control()
  expect(await router.map(udp, 3_600, signal)).toEqual({ externalPort: 5070, seconds: 120 })
})

test("another outside port is told as it is", async () => {
  const { control } = await gateway((request) => (request[1] === 0 ? address : granted(request, 61_000)))
  expect(await (await control()).map(udp, 3_600, signal)).toMatchObject({ externalPort: 61_000 })
})

describe("a refusal", () => {
  test.each([
    [2, "not-authorized"],
    [4, "failed"],
  ])("result %d: %s", async (result, problem) => {
    const { control } = await gateway((request) => (request[1] === 0 ? address : granted(request, 0, 0, result)))
    await expect((await control()).map(udp, 3_600, signal)).rejects.toMatchObject({ problem })
  })
})

describe("nobody there", () => {
  test("a closed port is told at once by ICMP", async () => {
    const socket = createSocket("udp4")
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve))
    const { port } = socket.address()
    await new Promise<void>((resolve) => socket.close(() => resolve()))
    const asked = natPmp(port).find({ gateway: "127.0.0.1", local: "127.0.0.1" }, signal)
    await expect(asked).rejects.toMatchObject({ problem: "no-answer" })
  })

  test("giving up ends the waiting", async () => {
    const socket = createSocket("udp4")
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve))
    onTestFinished(() => void socket.close())
    const ending = new AbortController()
    const asked = natPmp(socket.address().port).find({ gateway: "127.0.0.1", local: "127.0.0.1" }, ending.signal)
    ending.abort()
    await expect(asked).rejects.toMatchObject({ problem: "no-answer" })
  })
})
