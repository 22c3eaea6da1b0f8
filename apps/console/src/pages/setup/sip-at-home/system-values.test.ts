import { dyndnsDefaults, stunDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { lacksNothing, phonesHaveServer, systemBodies, systemProblems, systemValues } from "./system-values.ts"

const name = { ...dyndnsDefaults, hostName: "office.example.net", passwordSet: false }
const servers = { ...stunDefaults, port: 3479, phonesServer: "stun.example.net" }
const values = systemValues(name, servers)

test("what stays as it is, is not stored again", () => {
  expect(systemBodies(values, name, servers)).toEqual({ dyndns: undefined, stun: undefined })
  expect(systemBodies({ ...values, hostName: " office.example.net " }, name, servers).dyndns).toBeUndefined()
})

test("a page keeps what has no field here", () => {
  const bodies = systemBodies({ ...values, server: "stun.example.org" }, name, servers)
  expect(bodies.dyndns).toBeUndefined()
  expect(bodies.stun).toEqual({ ...servers, server: "stun.example.org" })
})

test("what is wrong is said at its field; what is emptied is none", () => {
  expect(Object.keys(systemProblems(systemBodies({ ...values, hostName: "not a name" }, name, servers)))).toEqual([
    "hostName",
  ])
  const emptied = systemBodies({ hostName: "", server: "", phonesServer: "" }, name, servers)
  expect([emptied.dyndns?.hostName, emptied.stun?.phonesServer]).toEqual([null, null])
  expect(systemProblems(emptied)).toEqual({})
})

test("phones ask their own STUN server, or that of the system", () => {
  expect(phonesHaveServer({ server: null, phonesServer: "stun.example.net" })).toBe(true)
  expect(phonesHaveServer({ server: "stun.example.net", phonesServer: null })).toBe(true)
  expect(phonesHaveServer({ server: null, phonesServer: null })).toBe(false)
})

test("the system lacks what a check of it failed on, and nothing that belongs to another step or only needs a look", () => {
  expect(lacksNothing([{ check: "stun-server", state: "failed" }])).toBe(false)
  expect(
    lacksNothing([
      { check: "devices", state: "failed" },
      { check: "channels", state: "warning" },
      { check: "forwarding", state: "not-proven" },
      { check: "public-name", state: "passed" },
    ]),
  ).toBe(true)
})
