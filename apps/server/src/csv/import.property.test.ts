import { digestAlgorithms, natTraversals, type SipClient, sipClientFields, sipClientRules } from "@homeport/contract"
import { Secret, type Station, type StoredDevice } from "@homeport/store"
import fc from "fast-check"
import { expect, test } from "vitest"
import { decodeText } from "./decode-text.ts"
import { exportStations } from "./export-stations.ts"
import { planImport } from "./plan-import.ts"
import { previewImport } from "./preview-import.ts"
import { readTable } from "./read-table.ts"

const password = "Harbour-7-Light"

/** What a field allows, with what separates, quotes, calculates or looks like nothing more often than by chance. */
const textOf = (field: "name" | "sipUserId" | "realm" | "secondarySystemId", longest: number) => {
  const awkward = fc.constantFrom("'", "=", "+", "-", "@", ";", ",", '"', "\u00a0", " ", "\u3000", "\uFEFF", "ß", "😀")
  const unit = fc.oneof(
    { weight: 2, arbitrary: awkward },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
  )
  return fc.string({ unit, maxLength: longest }).filter((value) => sipClientFields[field].safeParse(value).success)
}

const station = (index: number): fc.Arbitrary<Station> =>
  fc
    .record({
      name: textOf("name", 12),
      sipUserId: textOf("sipUserId", 8).map((id) => `${id}${index}`),
      realm: textOf("realm", 12),
      secondarySystemId: textOf("secondarySystemId", 12),
      authenticationActive: fc.boolean(),
      internetRegistration: fc.boolean(),
      digestAlgorithms: fc.constantFrom(...digestAlgorithms),
      natTraversal: fc.constantFrom(...natTraversals),
      internetRegistrationUntil: fc.constantFrom(null, "2026-05-04T21:59:59Z"),
      userAgentPrefix: fc.constantFrom("", "Yealink"),
      fixedIpAddress: fc.constantFrom(null, "203.0.113.7", "10.0.0.9"),
    })
    .map((fields) => ({
      ...fields,
      index,
      callNumber: `${index}`.padStart(3, "0"),
      password: Secret.of(password),
      ...version,
    }))
    .filter((made) => Object.keys(sipClientRules({ ...made, password: undefined, passwordSet: true })).length === 0)

const stations = fc.tuple(...[1, 2, 5].map(station))

const version = { version: 1, changedBy: undefined, changedAt: undefined }

/** Two stations have one device, and the last has two that are called the same. */
const deviceSets = fc
  .tuple(
    ...[1, 2, 5].map((station) =>
      fc.record({
        station: fc.constant(station),
        model: fc.constantFrom("yealink-sip-t46u", "yealink-sip-t41p", "fanvil-x"),
        generation: fc.constant(null),
        mac: fc.constantFrom(null, `00156512340${station}`),
        transport: fc.constantFrom("udp" as const, "tcp" as const),
        language: fc.constantFrom("en" as const, "de" as const),
      }),
    ),
  )
  .map((made) => [...made, ...made.slice(2).map((twin) => ({ ...twin, mac: null }))])
  .map((made): StoredDevice[] => made.map((fields, at) => ({ ...fields, ...version, id: at + 1 })))

const planOf = (octets: Uint8Array, stored: readonly Station[], devices: readonly StoredDevice[] = []) => {
  const decoded = decodeText(octets)
  const table = decoded && readTable(decoded.text, 1000)
  if (!table || "code" in table) return undefined
  return planImport(table, {
    stations: new Map(stored.map((each) => [each.index, each])),
    devices: new Map(devices.map((each) => [each.id, each])),
    language: "en",
    most: { stations: 1000, devices: 1000 },
  })
}

const viewOf = ({ password: _, version: _v, changedBy: _b, changedAt: _a, ...fields }: Station): SipClient => ({
  ...fields,
  passwordSet: true,
})

test("what was exported is imported as unchanged, in both languages", () => {
  fc.assert(
    fc.property(stations, deviceSets, fc.constantFrom("en" as const, "de" as const), (stored, devices, locale) => {
      const plan = planOf(Buffer.from(exportStations(stored.map(viewOf), devices, locale)), stored, devices)
      expect(plan?.problems).toEqual([])
      const { counts, lines } = previewImport(plan ?? { lines: [], problems: [] }, [])
      expect(lines.flatMap(({ changes }) => changes)).toEqual([])
      expect(counts).toEqual({ added: 0, changed: 0, unchanged: 3, devices: 0, refused: 0, registrations: 0 })
    }),
  )
})

test("nothing throws for any octets, and every line that would do something has passed its rules", () => {
  const heading = fc.constantFrom(
    "Index",
    "Rufnummer",
    "name",
    "Password",
    "Realm",
    "Fixed IP address",
    "Device",
    "MAC",
    "?",
    '"',
  )
  const cell = fc.oneof(
    fc.constantFrom(
      "1",
      "5",
      "002",
      "yes",
      "generate",
      '"',
      '"a',
      "a\nb",
      "Quiet-Lamp-73",
      "T46U",
      "00:15:65:12:34:56",
      "",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  )
  const line = (cells: fc.Arbitrary<string>) => fc.array(cells, { maxLength: 6 }).map((each) => each.join(";"))
  const tables = fc
    .tuple(line(heading), fc.array(line(cell), { maxLength: 6 }))
    .map(([head, rows]) => Buffer.from([head, ...rows].join("\n")))
  fc.assert(
    fc.property(fc.oneof(tables, fc.uint8Array({ maxLength: 200 })), stations, (octets, stored) => {
      const plan = planOf(octets, stored)
      if (!plan || plan.problems.length > 0) return
      for (const { target, fields } of plan.lines) {
        const after = { ...(typeof target === "object" && target), ...fields }
        expect(sipClientFields.callNumber.safeParse(after.callNumber).success).toBe(true)
        expect(sipClientFields.name.safeParse(after.name).success).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
