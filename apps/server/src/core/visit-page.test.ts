import { expect, test } from "vitest"
import { createVisitPages } from "./visit-page.ts"

const pageOf = (outside: boolean) =>
  Buffer.from(createVisitPages()({ transport: "TCP", port: 5070, outside })).toString()

test("says that Homeport was reached, in both languages, in one complete answer", () => {
  const [head = "", body = ""] = pageOf(true).split("\r\n\r\n")
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`)
  expect(head).toContain("Connection: close")
  expect(body).toContain("Homeport was reached on TCP port 5070. You can close this page.")
  expect(body).toContain("Homeport wurde an TCP-Port 5070 erreicht.")
})

test("from the office it says that this proves nothing", () => {
  expect(pageOf(false)).toContain("from inside the office")
  expect(pageOf(false)).not.toContain("You can close this page")
})

test("the same visit is answered with the same bytes", () => {
  const pages = createVisitPages()
  const visit = { transport: "TLS", port: 5071, outside: true } as const
  expect(pages({ ...visit })).toBe(pages(visit))
  expect(pages({ ...visit, port: 5081 })).not.toBe(pages(visit))
})
