/** The files and sheets of every device as they lie in testdata, where a person can read them. After a change on purpose: vitest -u. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { type Device, devices, type Generation } from "./devices.ts"
import { encrypted, home, office, request } from "./profiles.fixture.ts"
import type { Provision } from "./provision.ts"
import { render } from "./render.ts"

const testdata = join(import.meta.dirname, "../testdata")
const situations = { home, office, tls: encrypted }

const cases = devices.flatMap((device) =>
  generationsOf(device).flatMap((generation) =>
    Object.entries(situations).flatMap(([situation, profile]) => {
      const result = render(request(device, profile, { generation, zoiper: { pageId: "0123abcd", token: "t-1" } }))
      return result.ok ? [{ device, generation, situation, result }] : []
    }),
  ),
)

test.each(cases.map((one) => [nameOf(one), one] as const))("%s", async (name, { result }) => {
  await expect(inOnePiece(result)).toMatchFileSnapshot(join(testdata, name))
})

test("there is no golden file that nothing makes", () => {
  expect(readdirSync(testdata).sort()).toEqual(cases.map(nameOf).sort())
})

/** Each alone, and, where there are several, what a phone of unknown firmware gets. */
function generationsOf({ generations }: Device): (Generation | undefined)[] {
  return generations.length > 1 ? [undefined, ...generations] : [undefined]
}

function nameOf({ device, generation, situation }: (typeof cases)[number]): string {
  return [device.id, ...(generation ? [generation] : []), situation, "txt"].join(".")
}

function inOnePiece({ files, sheet, qr, notes }: Provision): string {
  const rows = sheet.flatMap(({ title, rows }) => [
    `[${title}]`,
    ...rows.map(({ label, value, secret, optional }) =>
      [`${label}: ${value}`, ...(secret ? ["(secret)"] : []), ...(optional ? ["(optional)"] : [])].join(" "),
    ),
  ])
  return [
    ...files.map(({ name, mediaType, text }) => `===== ${name} (${mediaType})\n${text}`),
    `===== sheet\n${rows.join("\n")}\n`,
    ...(qr === undefined ? [] : [`===== QR\n${qr}\n`]),
    `===== notes\n${notes.map(({ code, params }) => `${code}${params ? ` ${JSON.stringify(params)}` : ""}`).join("\n")}\n`,
  ].join("")
}
