import { expect, test } from "vitest"
import { type NewPassword, passwordFile, passwordRows, withNewer } from "./new-passwords.ts"

const made = (index: number, password: string, name = "Reception"): NewPassword => ({
  index,
  callNumber: String(167 + index),
  name,
  sipUserId: `user${index}`,
  password,
})

test("a file of passwords opens in a spreadsheet of its language, and runs nothing there", () => {
  const passwords = [made(1, "Quiet-Lamp-73"), made(2, "Loud;Harp-21", "=1+1")]
  expect(passwordFile(passwords, "en")).toBe(
    '\uFEFFCall number,Name,SIP User ID / Username,Password\r\n168,Reception,user1,Quiet-Lamp-73\r\n169,\'=1+1,user2,"Loud;Harp-21"\r\n',
  )
  expect(passwordFile(passwords, "de").split("\r\n")[1]).toBe("168;Reception;user1;Quiet-Lamp-73")
})

test("copied rows are separated by tabs, are as harmless, and have no byte order mark", () => {
  const [headings, row] = passwordRows([made(1, "Quiet-Lamp-73", "@SUM(1)")], "en").split("\r\n")
  expect(headings?.split("\t")).toHaveLength(4)
  expect(headings?.startsWith("Call number")).toBe(true)
  expect(row).toBe("168\t'@SUM(1)\tuser1\tQuiet-Lamp-73")
})

test("of two imports all passwords are kept, of a station that got another one only that", () => {
  const before = [made(1, "first"), made(2, "second")]
  expect(withNewer(before, [made(1, "third"), made(3, "fourth")])).toEqual([
    made(2, "second"),
    made(1, "third"),
    made(3, "fourth"),
  ])
  expect(withNewer(before, [])).toBe(before)
})
