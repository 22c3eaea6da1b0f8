import { expect, test } from "vitest"
import { announcement } from "./announcement.ts"
import { makeConsoleCertificate } from "./http/console-certificate.ts"

const here = {
  host: "127.0.0.1",
  port: 8080,
  addresses: ["127.0.0.1", "192.168.1.10"],
  certificate: undefined,
  firstCode: undefined,
  firstCodePath: "data/first-sign-in",
  sshConnection: undefined,
  user: "ada",
}

test("the terminal shows where, the one-time code, and over SSH the line that brings it near", () => {
  expect(announcement(here)).toBe("Homeport serves at http://127.0.0.1:8080/\n")
  expect(announcement({ ...here, firstCode: "AAAA-BBBB-CCCC" })).toContain(
    "AAAA-BBBB-CCCC (also in data/first-sign-in)",
  )
  const over = announcement({ ...here, sshConnection: "203.0.113.9 50000 192.168.1.10 22" })
  expect(over).toContain("ssh -L 8080:127.0.0.1:8080 ada@192.168.1.10")
})

test("on all addresses it names each, with the fingerprint to compare", () => {
  const certificate = makeConsoleCertificate(["office"], new Date())
  const shown = announcement({ ...here, host: "0.0.0.0", certificate, sshConnection: "a 1 b 2" })
  expect(shown).toContain("https://192.168.1.10:8080/")
  expect(shown).toMatch(/fingerprint of its certificate: ([0-9A-F]{2}:){31}/)
  expect(shown).not.toContain("ssh -L")
})
