import { expect, test } from "vitest"
import { fileBody, fileProblem, noFile, octetsIn, readFile } from "./chosen-file.ts"

const file = (octets: number) => new File([new Uint8Array(octets).map((_, at) => at)], "SPE CA.crt")

test("a file is read to base64, octet by octet", async () => {
  const chosen = await readFile(file(1000), 1000)
  expect(chosen).toMatchObject({ name: "SPE CA.crt", problem: "" })
  expect(Uint8Array.from(atob(chosen.base64), (one) => one.charCodeAt(0))).toHaveLength(1000)
  expect([1, 2, 3, 1000].map((octets) => octetsIn(btoa("x".repeat(octets))))).toEqual([1, 2, 3, 1000])
})

test("one that is too large, or empty, is not read, and says so", async () => {
  const large = await readFile(file(1001), 1000)
  expect([fileProblem(large)?.code, fileBody(large)]).toEqual(["FileTooLarge", undefined])
  expect(fileProblem(await readFile(file(0), 1000))?.code).toBe("FileEmpty")
})

test("one that cannot be read says so", async () => {
  const gone = { name: "a", size: 3, arrayBuffer: () => Promise.reject(new Error("gone")) } as unknown as File
  expect(fileProblem(await readFile(gone, 1000))?.code).toBe("Unreadable")
})

test("nothing chosen is nothing to send, and no problem yet", () => {
  expect([fileBody(noFile), fileProblem(noFile)]).toEqual([undefined, undefined])
})
