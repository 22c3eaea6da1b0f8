import { describe, expect, test } from "vitest"
import { endpoints } from "./api.ts"
import { allows, errorsOf, pathOf, roles } from "./endpoint.ts"
import { fieldProblems } from "./field-problem.ts"
import { openApiDocument } from "./openapi.ts"
import { newSipClient, sipClientChange } from "./sip-client.ts"
import { sipClients } from "./sip-clients.ts"

test("a role may do what the lesser roles may; nobody may do only what is public", () => {
  expect(roles.map((role) => allows(role, "enhanced"))).toEqual([false, true, true])
  expect(allows(undefined, "public")).toBe(true)
  expect(allows(undefined, "basic")).toBe(false)
})

test("a path takes its parameters", () => expect(pathOf(sipClients.read, { index: 68 })).toBe("/api/sip-clients/68"))

test("no two endpoints answer the same request, and the least role changes nothing but its own account", () => {
  const asked = endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(asked).size).toBe(asked.length)
  const open = endpoints.filter(({ method, role }) => method !== "GET" && (role === "public" || role === "basic"))
  const own = /^\/api\/(me\/|api-tokens)/
  expect(open.map(({ path }) => path).filter((path) => !own.test(path))).toEqual([
    "/api/login",
    "/api/first-password",
    "/api/logout",
  ])
})

test("an endpoint's errors follow from what it is", () => {
  expect(errorsOf(sipClients.change)).toEqual(
    expect.arrayContaining(["NotSignedIn", "NotAllowed", "InvalidInput", "ChangedMeanwhile", "CrossSite", "NotFound"]),
  )
  expect(errorsOf(sipClients.list)).not.toContain("ChangedMeanwhile")
})

describe("problems of fields", () => {
  const problems = (value: unknown) => {
    const outcome = newSipClient.safeParse(value)
    return outcome.success ? undefined : fieldProblems(outcome.error, value)
  }
  test("carry code and params by path", () => {
    expect(problems({ callNumber: "123456789", name: "A", authenticationActive: false })).toEqual({
      callNumber: { code: "TooLong", params: { maximum: 8 } },
    })
    expect(problems({ name: 5, authenticationActive: false })).toMatchObject({
      callNumber: { code: "Required" },
      name: { code: "WrongType" },
    })
  })

  test.each([[null], [[]], ["text"], [undefined]])("of %j as a whole have no path", (value) =>
    expect(problems(value)).toHaveProperty([""]),
  )

  test("name every unknown key", () => {
    const outcome = sipClientChange.safeParse({ password2: "a", index: 1 })
    expect(outcome.error && fieldProblems(outcome.error, {})).toEqual({
      password2: { code: "UnknownKey" },
      index: { code: "UnknownKey" },
    })
  })
})

test("the OpenAPI document names every operation, parameter and error", () => {
  const document = openApiDocument(endpoints, "1.2.3") as {
    paths: Record<string, Record<string, Record<string, unknown>>>
  }
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(operations).toHaveLength(endpoints.length)
  const change = document.paths["/api/sip-clients/{index}"]?.patch
  expect(change?.parameters).toMatchObject([
    { name: "index", in: "path", required: true },
    { name: "If-Match", in: "header" },
  ])
  expect(Object.keys(change?.responses ?? {})).toEqual(
    expect.arrayContaining(["200", "400", "401", "403", "404", "412"]),
  )
  expect(JSON.stringify(document)).not.toContain("undefined")
})
