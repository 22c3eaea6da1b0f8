import { createPrivateKey, X509Certificate } from "node:crypto"
import { connect, createServer } from "node:tls"
import { expect, test } from "vitest"
import { fingerprintOf, isFresh, makeConsoleCertificate } from "./console-certificate.ts"

const names = ["office", "localhost", "127.0.0.1", "192.168.1.10"]
const made = new Date("2030-06-01T12:00:00Z")

test("the certificate names this machine, is of its own key, and lasts under 825 days", () => {
  const certificate = makeConsoleCertificate(names, made)
  const parsed = new X509Certificate(certificate.certificate)
  expect(parsed.checkPrivateKey(createPrivateKey(certificate.privateKey))).toBe(true)
  expect(parsed.verify(parsed.publicKey)).toBe(true)
  expect(parsed.checkHost("localhost")).toBe("localhost")
  expect(parsed.checkIP("192.168.1.10")).toBe("192.168.1.10")
  expect(parsed.checkIP("192.168.1.11")).toBeUndefined()
  expect(parsed.ca).toBe(false)
  expect(parsed.subject).toBe("CN=Homeport office")
  expect(parsed.validFromDate.toISOString()).toBe("2030-05-31T12:00:00.000Z")
  expect(parsed.validToDate.getTime() - parsed.validFromDate.getTime()).toBeLessThanOrEqual(825 * 86_400_000)
  expect(parsed.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"])
  expect(fingerprintOf(certificate)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
})

test("it is good until its last month", () => {
  const certificate = makeConsoleCertificate(names, made)
  const after = (days: number) => new Date(made.getTime() + days * 86_400_000)
  expect([0, 793, 795].map((days) => isFresh(certificate, after(days)))).toEqual([true, true, false])
})

test("a client that trusts it gets a connection by TLS 1.3", async () => {
  const { certificate, privateKey } = makeConsoleCertificate(names, new Date())
  const server = createServer({ cert: certificate, key: privateKey }, (socket) => socket.end()).listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const socket = connect({ host: "127.0.0.1", port, ca: certificate, servername: "localhost" })
  await new Promise((resolve, reject) => socket.once("secureConnect", resolve).once("error", reject))
  expect(socket.getProtocol()).toBe("TLSv1.3")
  socket.destroy()
  server.close()
})
