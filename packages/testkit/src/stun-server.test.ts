import { createStunClient, discoverBehaviour, type NatBehaviour } from "@homeport/stun"
import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"
import { type Dependence, router } from "./home-router.ts"
import { host } from "./host.ts"
import { simulatedNetwork } from "./network.ts"
import { stunServer } from "./stun-server.ts"

/** Two independent readings of RFC 4787 and 5780 that must agree: the NAT here, and the client that tells its kind. */
const kinds = ["endpoint-independent", "address-dependent", "address-and-port-dependent"] as const

test.each(kinds.flatMap((mapping) => kinds.map((filtering) => ({ mapping, filtering }))))(
  "a NAT with $mapping mapping and $filtering filtering is recognized",
  ({ mapping, filtering }) => {
    const { clock, ask } = behind(mapping, filtering)
    let behaviour: NatBehaviour | undefined
    ask((found) => {
      behaviour = found
    })
    clock.advance(60_000)
    expect(behaviour).toEqual({ mapping, filtering })
  },
)

test("a server that stopped answering", () => {
  const { clock, ask, server } = behind("endpoint-independent", "endpoint-independent")
  server.answering = false
  let behaviour: NatBehaviour | undefined
  ask((found) => {
    behaviour = found
  })
  clock.advance(60_000)
  expect(behaviour).toEqual({ mapping: undefined, filtering: undefined })
  expect(server.asked).toBe(7)
})

function behind(mapping: Dependence, filtering: Dependence) {
  const clock = manualClock()
  const net = simulatedNetwork(clock)
  const [home, internet] = [net.lan("home"), net.lan("internet")]
  const phone = host(net, "phone")
  phone.attach(home, "192.168.2.20")
  const provider = host(net, "stun")
  provider.attach(internet, "198.51.100.3")
  provider.attach(internet, "198.51.100.4")
  const server = stunServer({ on: provider, address: "198.51.100.3", other: { host: "198.51.100.4", port: 3479 } })
  router(net, {
    ...{ name: "router", inner: home, innerAddress: "192.168.2.1", outer: internet, publicAddress: "203.0.113.7" },
    ...{ mapping, filtering },
  })
  let id = 0
  const client = createStunClient({ clock, randomBytes: (size) => new Uint8Array(size).fill(++id) })
  const socket = phone.udp({ host: "192.168.2.20", port: 5060 }, (bytes, from) => client.receive(bytes, from))
  const ask = (done: (behaviour: NatBehaviour) => void) =>
    discoverBehaviour(client, { server: server.address, send: (bytes, to) => socket?.send(bytes, to) }, done)
  return { clock, ask, server }
}
