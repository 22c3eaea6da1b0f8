import { connect, type PeerCertificate } from "node:tls"
import { expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"
import { makeConsoleCertificate } from "./console-certificate.ts"

const shown = (port: number): Promise<PeerCertificate> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate())
      socket.destroy()
    })
    socket.on("error", reject)
  })

test("the console shows the chosen certificate to new connections at once, and its own again", async () => {
  const certificate = makeConsoleCertificate(["127.0.0.1"], new Date())
  const { app, services, signIn } = await testServer({ certificate })
  await app.listen({ host: "127.0.0.1", port: 0 })
  const address = app.server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const ask = await signIn()
  const body = {
    profile: "self-signed-server",
    name: "Console",
    subject: { commonName: "console" },
    subjectAltNames: [{ type: "ip", value: "127.0.0.1" }],
  }
  const { body: made } = await ask("POST", "/api/certificates", { body })
  const before = await shown(port)
  const chosen = await ask("PUT", "/api/console-certificate", { body: { certificateId: made.id } })
  services.consoleHttps.changed()
  expect(chosen.body).toMatchObject({ https: true, fingerprint: made.facts.fingerprint })
  expect((await shown(port)).fingerprint256).toBe(made.facts.fingerprint)

  const own = await ask("PUT", "/api/console-certificate", { body: { certificateId: null } })
  services.consoleHttps.changed()
  expect((await shown(port)).fingerprint256).toBe(before.fingerprint256)
  expect(own.body.fingerprint).toBe(before.fingerprint256)
})
