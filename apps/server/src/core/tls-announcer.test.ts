import { systemFlagsDefaults, type TlsReason } from "@homeport/contract"
import { expect, test } from "vitest"
import { storeOf } from "../testing/store.fixture.ts"
import { createTlsAnnouncer } from "./tls-announcer.ts"

function announced() {
  const store = storeOf()
  const told: string[] = []
  let reasons: TlsReason[] = ["no-certificate", "spe-support-off"]
  const look = createTlsAnnouncer({
    state: store.state,
    reasons: () => reasons,
    events: { record: ({ code }) => told.push(code) },
  })
  return (speSupport: boolean, ...next: TlsReason[]) => {
    const draft = store.draft("Ada", 1)
    draft.setSettings("system-flags", { ...systemFlagsDefaults, speSupport })
    store.commit(draft)
    reasons = next
    look()
    return told.splice(0)
  }
}

test("TLS that opens and closes is told, with the reason, once", () => {
  const becomes = announced()
  expect(becomes(true, "no-certificate")).toEqual(["tls.closed.no-certificate"])
  expect(becomes(true, "no-certificate")).toEqual([])
  expect(becomes(true)).toEqual(["tls.opened"])
  expect(becomes(true)).toEqual([])
  expect(becomes(true, "expired")).toEqual(["tls.closed.expired"])
  expect(becomes(true)).toEqual(["tls.opened"])
  expect(becomes(false, "spe-support-off")).toEqual(["tls.closed.spe-support-off"])
})

test("where nobody wants TLS, nothing is missed", () => {
  const becomes = announced()
  expect(becomes(false, "spe-support-off")).toEqual([])
  expect(becomes(false, "no-certificate", "spe-support-off")).toEqual([])
})
