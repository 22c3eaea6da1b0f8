import { allows, endpoints, errorStatus, errorsOf, pathOf, type Role, roles, translate } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { testHasher, testServer } from "../testing/test-server.fixture.ts"
import { allRoutes } from "./all-routes.ts"

const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

test("every endpoint of the contract has a route, and every route an endpoint", async () => {
  const { services } = await testServer()
  const routes = allRoutes(services, testHasher()).map(({ endpoint }) => named(endpoint))
  expect(routes.toSorted()).toEqual(endpoints.map(named).toSorted())
  expect(new Set(routes).size).toBe(routes.length)
})

describe("every endpoint", () => {
  test.each(endpoints.map((endpoint) => [named(endpoint), endpoint] as const))(
    "%s names its role and errors",
    (_, endpoint) => {
      expect(["public", ...roles]).toContain(endpoint.role)
      for (const code of errorsOf(endpoint)) {
        expect(errorStatus[code]).toBeGreaterThanOrEqual(400)
        expect(translate("en", `error.${code}`)).not.toBe(`error.${code}`)
      }
    },
  )

  test("is closed to whoever lacks its role, at a browser or with an API token", async () => {
    const { ask, signIn } = await testServer()
    const tokenOf = async (role: Role) => {
      // An expert's token with less: its own role counts.
      const { body } = await (await signIn())("POST", "/api/api-tokens", { body: { name: role, role } })
      return ((method, url, options = {}) =>
        ask(method, url, { ...options, headers: { authorization: `Bearer ${body.token}` } })) as typeof ask
    }
    const askers = [
      { who: "nobody", role: undefined, asks: ask },
      { who: "basic", role: "basic", asks: await signIn("basic") },
      { who: "enhanced", role: "enhanced", asks: await signIn("enhanced") },
      { who: "a basic token", role: "basic", asks: await tokenOf("basic") },
      { who: "an enhanced token", role: "enhanced", asks: await tokenOf("enhanced") },
    ] as const
    let refused = 0
    for (const endpoint of endpoints) {
      const url = pathOf(endpoint, { index: 1, id: 1 })
      for (const { who, role, asks } of askers) {
        if (allows(role, endpoint.role)) continue
        const { status, body } = await asks(endpoint.method, url, endpoint.body && { body: {} })
        expect({ who, asked: named(endpoint), status, code: body.code }).toEqual({
          who,
          asked: named(endpoint),
          status: role ? 403 : 401,
          code: role ? "NotAllowed" : "NotSignedIn",
        })
        refused++
      }
    }
    expect(refused).toBeGreaterThan(endpoints.length)
  })
})
