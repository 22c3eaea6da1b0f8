import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"
import { type Host, host } from "./host.ts"
import { simulatedNetwork, type Verdict } from "./network.ts"

function twoHosts() {
  const clock = manualClock()
  const net = simulatedNetwork(clock)
  const lan = net.lan("office")
  const [anna, bert] = [host(net, "anna"), host(net, "bert")]
  anna.attach(lan, "192.168.1.1")
  bert.attach(lan, "192.168.1.2")
  const heard: string[] = []
  const a = anna.udp({ host: "192.168.1.1", port: 5060 }, () => {})
  bert.udp({ host: "192.168.1.2", port: 5060 }, (bytes) => void heard.push(String(Buffer.from(bytes))))
  const say = (text: string) => a?.send(Buffer.from(text), { host: "192.168.1.2", port: 5060 })
  return { clock, net, lan, anna, bert, heard, say }
}

test("nothing arrives before the network settles; then all of it does, in order", () => {
  const { net, heard, say } = twoHosts()
  say("1")
  say("2")
  expect(heard).toEqual([])
  net.settle()
  expect(heard).toEqual(["1", "2"])
})

test("datagrams are lost, repeated, overtaken and late as the test says", () => {
  const { net, clock, lan, heard, say } = twoHosts()
  const verdicts: Verdict[] = ["later", "deliver", "lose", "duplicate", { after: 500 }]
  lan.disturb = () => verdicts.shift() ?? "deliver"
  for (const text of ["1", "2", "3", "4", "5", "6"]) say(text)
  net.settle()
  expect(heard).toEqual(["2", "4", "4", "6", "1"])
  clock.advance(500)
  expect(heard.at(-1)).toBe("5")
  expect(net.record.map((sent) => sent.dropped ?? sent.copies)).toEqual([1, 1, "lost", 2, 1, 1])
})

test("the record says what became of a packet", () => {
  const { net, anna, lan } = twoHosts()
  const socket = anna.udp({ host: "192.168.1.1", port: 0 }, () => {})
  socket?.send(new Uint8Array(1), { host: "192.168.1.2", port: 9 })
  socket?.send(new Uint8Array(1), { host: "8.8.8.8", port: 53 })
  lan.down = true
  socket?.send(new Uint8Array(1), { host: "192.168.1.2", port: 5060 })
  net.settle()
  expect(net.record.map(({ dropped }) => dropped)).toEqual(["nobody listens", "no route", "lost"])
})

test("a port is bound once, on an address that the host has", () => {
  const { anna } = twoHosts()
  const bind = (address: string, port: number, on: Host = anna) => on.udp({ host: address, port }, () => {})
  expect(bind("192.168.1.1", 5060)).toBeUndefined()
  expect(bind("192.168.1.2", 5061)).toBeUndefined()
  const socket = bind("192.168.1.1", 5061)
  socket?.close()
  expect(bind("192.168.1.1", 5061)).toBeDefined()
})

test("two hosts that answer each other for ever are a failure, not a hang", () => {
  const { net, anna, bert } = twoHosts()
  const echo = (on: Host, address: string) => {
    const socket = on.udp({ host: address, port: 7 }, (bytes, from) => socket?.send(bytes, from))
    return socket
  }
  echo(bert, "192.168.1.2")
  echo(anna, "192.168.1.1")?.send(new Uint8Array(5), { host: "192.168.1.2", port: 7 })
  expect(() => net.settle()).toThrow("does not come to rest")
})

test("TCP: refused where nobody listens, given up where nobody answers, gone after a crash", () => {
  const { net, clock, lan, anna, bert } = twoHosts()
  const ends: string[] = []
  const to = (port: number) =>
    anna.connectTcp(
      "192.168.1.1",
      { host: "192.168.1.2", port },
      { received: () => {}, ended: (why) => void ends.push(why) },
    )
  to(1)
  net.settle()
  expect(ends).toEqual(["refused"])
  lan.down = true
  to(1)
  clock.advance(10_000)
  expect(ends).toEqual(["refused", "timed out"])
  lan.down = false
  bert.listenTcp({ host: "192.168.1.2", port: 1 }, () => ({ received: () => {}, ended: () => {} }))
  const connection = to(1)
  net.settle()
  expect(connection.open).toBe(true)
  bert.crash()
  connection.send(new Uint8Array(1))
  net.settle()
  expect(ends).toEqual(["refused", "timed out", "reset"])
  expect(clock.timers).toBe(0)
})

test("the ladder shows who sent what to whom, and what did not arrive", () => {
  const { net, clock, lan, say } = twoHosts()
  say("INVITE sip:101@pbx SIP/2.0\r\n\r\n")
  clock.advance(500)
  lan.disturb = () => "lose"
  say("SIP/2.0 180 Ringing\r\nCSeq: 1 INVITE\r\n\r\n")
  net.settle()
  expect(net.ladder()).toBe(
    [
      "      ms   anna              bert",
      "       0   │── INVITE 101 ──▶│",
      "     500   │── 180 INVITE ──✗│  lost",
      "     500   (now)",
    ].join("\n"),
  )
})
