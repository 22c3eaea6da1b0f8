import { createSocket, type Socket } from "node:dgram"
import { once } from "node:events"
import { afterEach, expect, test, vi } from "vitest"
import { bindPort, type PortSocket } from "./socket.ts"

const sockets: (Socket | PortSocket)[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

test("a datagram with a short life leaves with it, and the next one without", async () => {
  const receiver = createSocket("udp4")
  sockets.push(receiver)
  receiver.bind(0, "127.0.0.1")
  await once(receiver, "listening")
  const order: (number | string)[] = []
  receiver.on("message", (bytes) => order.push(String(bytes)))
  const ttl = vi
    .spyOn(Object.getPrototypeOf(receiver), "setTTL")
    .mockImplementation((value) => order.push(Number(value)))

  const socket = await new Promise<PortSocket>((resolve) => {
    const bound = (): void => queueMicrotask(() => resolve(opened))
    const opened = bindPort("127.0.0.1", 0, { received: () => {}, bound })
  })
  sockets.push(socket)
  const { port } = receiver.address()
  socket.send(Buffer.from("opener"), "127.0.0.1", port, 2)
  socket.send(Buffer.from("media"), "127.0.0.1", port)
  await vi.waitFor(() => expect(order).toHaveLength(4))
  expect(order).toEqual([2, 64, "opener", "media"])
  ttl.mockRestore()
})

test("a port can be had once; who comes second is told why", async () => {
  const first = createSocket("udp4")
  sockets.push(first)
  first.bind(0, "127.0.0.1")
  await once(first, "listening")
  const problem = await new Promise<string | undefined>((bound) => {
    sockets.push(bindPort("127.0.0.1", first.address().port, { received: () => {}, bound }))
  })
  expect(problem).toBe("EADDRINUSE")
})

test("closing twice, or sending afterwards, harms nobody", async () => {
  const opened = await new Promise<PortSocket>((resolve) => {
    const bound = (): void => queueMicrotask(() => resolve(socket))
    const socket = bindPort("127.0.0.1", 0, { received: () => {}, bound })
  })
  opened.close()
  opened.close()
  opened.send(Buffer.from("x"), "127.0.0.1", 21_391, 2)
  opened.send(Buffer.from("x"), "127.0.0.1", 21_391)
})
