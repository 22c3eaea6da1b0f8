import { Secret } from "@homeport/store"
import { expect, test } from "vitest"
import { testInterfaces } from "../testing/test-server.fixture.ts"
import { ownCertificate } from "./own-certificate.ts"

function store() {
  let kept: Secret | undefined
  return {
    secret: (_: string, make: () => string) => {
      kept ??= Secret.of(make())
      return kept
    },
    replaceSecret: (_: string, value: Secret) => {
      kept = value
    },
  }
}

test("the certificate stays over restarts, and is renewed in its last month", () => {
  const kept = store()
  const first = ownCertificate(kept, testInterfaces, new Date("2030-01-01"))
  expect(ownCertificate(kept, testInterfaces, new Date("2031-01-01"))).toEqual(first)
  const renewed = ownCertificate(kept, testInterfaces, new Date("2032-03-20"))
  expect(renewed.certificate).not.toBe(first.certificate)
  expect(ownCertificate(kept, testInterfaces, new Date("2032-03-21"))).toEqual(renewed)
})
