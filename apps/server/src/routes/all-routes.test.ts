import { allows, endpoints, errorStatus, errorsOf, pathOf, roles, translate } from "@homeport/contract"
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

  test("is closed to whoever lacks its role", async () => {
    const { ask, signIn } = await testServer()
    const askAs = { nobody: ask, basic: await signIn("basic"), enhanced: await signIn("enhanced") }
    for (const endpoint of endpoints) {
      const url = pathOf(endpoint, { index: 1 })
      for (const [who, asks] of Object.entries(askAs)) {
        const role = roles.find((each) => each === who)
        if (allows(role, endpoint.role) || endpoint.role === "public") continue
        const { status, body } = await asks(endpoint.method, url, endpoint.body && { body: {} })
        expect({ who, asked: named(endpoint), status, code: body.code }).toEqual({
          who,
          asked: named(endpoint),
          status: role ? 403 : 401,
          code: role ? "NotAllowed" : "NotSignedIn",
        })
      }
    }
  })
})
