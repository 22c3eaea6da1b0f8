import { eventKindOf } from "@homeport/contract"
import { issue } from "@homeport/pki"
import { expect, test } from "vitest"
import { createInventories } from "../certificates/inventory.ts"
import { storeOf } from "../testing/store.fixture.ts"
import type { NewEvent } from "./event-recorder.ts"
import { createExpiryWatch } from "./expiry-watch.ts"

const day = 86_400_000
const end = Date.parse("2027-06-01T00:00:00Z")

async function watched() {
  const store = storeOf()
  const made = await issue({
    profile: "self-signed-server",
    subject: { commonName: "office.example" },
    subjectAltNames: [],
    signatureAlgorithm: "sha256RSA",
    keyBits: 2048,
    notBefore: end - 100 * day,
    notAfter: end,
    crlDistributionPoints: [],
  })
  const draft = store.draft("Ada", 1)
  const { id } = draft.addCertificate({ name: "SPE", pem: made.certificate, privateKey: undefined, generated: true })
  draft.addCertificate({ name: "Idle", pem: made.certificate, privateKey: undefined, generated: true })
  draft.setSettings("installed-certificates", { spe: id, speAuthorities: [], console: null })
  store.commit(draft)
  const inventories = createInventories()
  const recorded: NewEvent[] = []
  let time = 0
  const start = () =>
    createExpiryWatch({
      store,
      inventory: () => inventories(store.state()),
      events: { record: (event) => recorded.push(event) },
      now: () => time,
    })
  let look = start()
  return {
    recorded,
    at(daysBefore: number) {
      time = end - daysBefore * day
      look()
      return recorded
        .splice(0)
        .map(({ code, severity = eventKindOf(code).severity, params }) => [code, severity, params?.days])
    },
    restart() {
      look = start()
    },
  }
}

test("a certificate in use is told of at 60 and 30 days, loudly at 7 and when it is over, each once", async () => {
  const { at, restart } = await watched()
  expect(at(61.5)).toEqual([])
  expect(at(60.5)).toEqual([["certificate.expires", "warning", 60]])
  expect(at(45)).toEqual([])
  expect(at(30.5)).toEqual([["certificate.expires", "warning", 30]])
  restart()
  expect(at(29)).toEqual([])
  expect(at(7.5)).toEqual([["certificate.expires", "error", 7]])
  expect(at(0)).toEqual([["certificate.expired", "error", undefined]])
  restart()
  expect(at(-3)).toEqual([])
})

test("a system that was off meanwhile tells the last stage alone", async () => {
  const { at } = await watched()
  expect(at(5.5)).toEqual([["certificate.expires", "error", 5]])
})
