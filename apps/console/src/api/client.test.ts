import { events, sipClients } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { errorOf, isPassing, isSignedOut, unreachable } from "./api-error.ts"
import { addressOf } from "./client.ts"

describe("an address", () => {
  test("has its parameters filled in", () => {
    expect(addressOf(sipClients.read, { params: { index: 68 } })).toBe("/api/sip-clients/68")
  })

  test("leaves out what was not asked, and escapes the rest", () => {
    const query = { q: "a&b", severity: undefined, limit: 50, cursor: "" }
    expect(addressOf(events.list, { query })).toBe("/api/events?q=a%26b&limit=50")
  })
})

describe("an answer that says no", () => {
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

  test("keeps code, parameters, fields and request id", async () => {
    const error = await errorOf(
      answer(409, {
        code: "AddressInUse",
        message: "taken",
        params: { port: 5070 },
        fields: { sipExt: { code: "AddressInUse", message: "taken", params: { port: 5070 } } },
        requestId: "r-1",
      }),
    )
    expect(error).toMatchObject({ code: "AddressInUse", status: 409, params: { port: 5070 }, requestId: "r-1" })
    expect(error.fields.sipExt?.params).toEqual({ port: 5070 })
  })

  test("that is not ours (a proxy's page) is unreadable, and passes when it is a gateway's", async () => {
    const error = await errorOf(new Response("<html>", { status: 502 }))
    expect(error.code).toBe("Unreadable")
    expect(isPassing(error)).toBe(true)
  })

  test("for want of a login is told apart from wrong credentials", async () => {
    const body = { message: "", requestId: "r" }
    expect(isSignedOut(await errorOf(answer(401, { ...body, code: "NotSignedIn" })))).toBe(true)
    expect(isSignedOut(await errorOf(answer(401, { ...body, code: "WrongCredentials" })))).toBe(false)
  })
})

test("no answer at all is worth another try, a refusal is not", async () => {
  expect(isPassing(unreachable(new TypeError("failed")))).toBe(true)
  const refused = new Response(JSON.stringify({ code: "NotAllowed", message: "", requestId: "r" }), { status: 403 })
  expect(isPassing(await errorOf(refused))).toBe(false)
})
