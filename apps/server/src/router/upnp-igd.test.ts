/** The client against a router on 127.0.0.1: what it says is the test's, SSDP and HTTP are real. */
import { createSocket } from "node:dgram"
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { locationIn } from "./ssdp.ts"
import { servicesIn, upnpIgd } from "./upnp-igd.ts"

const service = (type: string, control: string) =>
  `<service>\n<serviceType>urn:schemas-upnp-org:service:${type}</serviceType><controlURL>${control}</controlURL></service>`
const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`
const error = (code: number) =>
  envelope(`<s:Fault><detail><UPnPError xmlns="urn:x"><errorCode>${code}</errorCode></UPnPError></detail></s:Fault>`)

interface Scene {
  readonly services?: string
  /** By the action's name; an answer that is a number is that UPnP error. */
  readonly answers?: Readonly<Record<string, string | number | ((response: ServerResponse) => void)>>
  readonly location?: (port: number) => string
}

async function routerOf({ services = service("WANIPConnection:1", "/ctl"), answers = {}, location }: Scene = {}) {
  const calls: { readonly action: string; readonly body: string }[] = []
  const http = createServer((request, response) => {
    let body = ""
    request.on("data", (piece) => {
      body += piece
    })
    request.on("end", () => {
      if (request.method === "GET") return response.end(`<root><device>${services}</device></root>`)
      const action = /#(\w+)/.exec(String(request.headers.soapaction))?.[1] ?? ""
      calls.push({ action, body })
      const answer = answers[action] ?? { GetExternalIPAddress: external("203.0.113.7") }[action] ?? envelope("")
      if (typeof answer === "function") return answer(response)
      response.writeHead(typeof answer === "number" ? 500 : 200)
      return response.end(typeof answer === "number" ? error(answer) : answer)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve))
  // What listen() without a path gives.
  const { port } = http.address() as AddressInfo
  const ssdp = createSocket("udp4")
  ssdp.on("message", (_, from) => {
    const at = location?.(port) ?? `http://127.0.0.1:${port}/desc.xml`
    ssdp.send(ssdpAnswer(at), from.port, from.address)
  })
  await new Promise<void>((resolve) => ssdp.bind(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    ssdp.close()
    http.closeAllConnections()
    http.close()
  })
  const mapper = upnpIgd({ host: "127.0.0.1", port: ssdp.address().port })
  return { calls, control: (at = signal) => mapper.find({ gateway: "127.0.0.1", local: "127.0.0.1" }, at) }
}

const type = "urn:schemas-upnp-org:device:InternetGatewayDevice:1"
const ssdpAnswer = (location: string, st = type) =>
  Buffer.from(`HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: ${st}\r\nLocation: ${location}\r\n\r\n`)
const external = (address: string) =>
  envelope(`<u:R xmlns:u="urn:x"><NewExternalIPAddress>${address}</NewExternalIPAddress></u:R>`)
const signal = new AbortController().signal
const tcp = { protocol: "TCP", port: 5070 } as const

test("maps the port that was asked for, for a time, to our own address; gives back that port and protocol", async () => {
  const { calls, control } = await routerOf()
  const router = await control()
  expect(await router.externalAddress(signal)).toBe("203.0.113.7")
  expect(await router.map(tcp, 3_600, signal)).toEqual({ externalPort: 5070, seconds: 3_600 })
  await router.unmap(tcp, 5070, signal)
  const [add, remove] = calls.slice(-2)
  expect(add?.action).toBe("AddPortMapping")
  for (const part of [
    "<NewExternalPort>5070<",
    "<NewProtocol>TCP<",
    "<NewInternalPort>5070<",
    "<NewInternalClient>127.0.0.1<",
    "<NewEnabled>1<",
    "<NewLeaseDuration>3600<",
  ])
    expect(add?.body).toContain(part)
  expect(remove?.action).toBe("DeletePortMapping")
  expect(remove?.body).toContain("<NewExternalPort>5070</NewExternalPort><NewProtocol>TCP</NewProtocol>")
})

test.each([
  [718, "port-taken"],
  [606, "not-authorized"],
  [725, "only-permanent"],
  [501, "failed"],
])("UPnP error %d: %s", async (code, problem) => {
  const { control } = await routerOf({ answers: { AddPortMapping: code } })
  await expect((await control()).map(tcp, 3_600, signal)).rejects.toMatchObject({ problem })
})

test("what is not there any more is given back already", async () => {
  const { control } = await routerOf({ answers: { DeletePortMapping: 714 } })
  await expect((await control()).unmap(tcp, 5070, signal)).resolves.toBeUndefined()
})

test("of two connections the one that is up is spoken to", async () => {
  const services = service("WANIPConnection:1", "/ip") + service("WANPPPConnection:1", "/ppp")
  let asked = 0
  const { control } = await routerOf({
    services,
    answers: {
      GetExternalIPAddress: (response) => response.end(external(++asked === 1 ? "0.0.0.0" : "203.0.113.7")),
    },
  })
  expect(await (await control()).externalAddress(signal)).toBe("203.0.113.7")
})

test("a router that is not connected, or answers without end, is none", async () => {
  const offline = await routerOf({ answers: { GetExternalIPAddress: external("0.0.0.0") } })
  await expect(offline.control()).rejects.toMatchObject({ problem: "no-answer" })
  const { control } = await routerOf({
    answers: { AddPortMapping: (response) => response.end("x".repeat(200_000)) },
  })
  await expect((await control()).map(tcp, 3_600, signal)).rejects.toMatchObject({ problem: "failed" })
})

test("giving up ends the search", async () => {
  const { control } = await routerOf({ location: () => "http://127.0.0.2/elsewhere" })
  const ending = new AbortController()
  const found = control(ending.signal)
  setImmediate(() => ending.abort())
  await expect(found).rejects.toMatchObject({ problem: "no-answer" })
})

test("an answer that leads away from the gateway, or is of another kind, is none", () => {
  const at = (location: string, st?: string) => locationIn(ssdpAnswer(location, st), "192.168.1.1")?.href
  expect(at("http://192.168.1.1:49000/igddesc.xml")).toBe("http://192.168.1.1:49000/igddesc.xml")
  expect(at("http://192.168.1.1:49000/igd2desc.xml", type.replace(":1", ":2"))).toBeDefined()
  expect(at("http://127.0.0.1:8080/")).toBeUndefined()
  expect(at("http://192.168.1.1@127.0.0.1/")).toBeUndefined()
  expect(at("file:///etc/hosts")).toBeUndefined()
  expect(at("nonsense")).toBeUndefined()
  expect(at("http://192.168.1.1/", "upnp:rootdevice")).toBeUndefined()
  expect(locationIn(Buffer.from("M-SEARCH * HTTP/1.1\r\n\r\n"), "192.168.1.1")).toBeUndefined()
  expect(locationIn(Buffer.alloc(0), "192.168.1.1")).toBeUndefined()
})

test("services in the newest version first; none that is controlled elsewhere", () => {
  const found = servicesIn(
    service("WANPPPConnection:1", "/ppp") +
      service("WANIPConnection:2", "http://127.0.0.1/steal") +
      service("WANIPConnection:1", "ctl?a=1&amp;b=2") +
      service("Layer3Forwarding:1", "/l3") +
      "<service><serviceType>",
    new URL("http://192.168.1.1:5000/desc/root.xml"),
  )
  expect(found.map(({ control }) => control.href)).toEqual([
    "http://192.168.1.1:5000/desc/ctl?a=1&b=2",
    "http://192.168.1.1:5000/ppp",
  ])
})
