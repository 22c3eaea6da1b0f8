/** Security ▸ SSL: Certificate Generation and Certificate Management. */
import { certificates } from "@homeport/contract"
import { describeCrl, exportDer, exportPem, pkcs12FileName, x509FileName } from "@homeport/pki"
import type { StoredCertificate } from "@homeport/store"
import { proposedEnd, randomSerialNumber, yesterday } from "../certificates/certificate-service.ts"
import type { Known } from "../certificates/inventory.ts"
import { freeName } from "../certificates/names.ts"
import { certificateView } from "../certificates/views.ts"
import { ApiError } from "../http/errors.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route } from "../http/implement.ts"
import { list } from "../http/list.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function certificateRoutes(services: Services): readonly Route[] {
  const { certificates: service, revocationLists, pki, events, now } = services
  const inventory = () => services.inventory()
  const view = (known: Known) => certificateView(inventory(), known, now())
  const viewOf = ({ id }: StoredCertificate) => view(service.known(id))
  const record = (code: "created" | "imported" | "removed" | "revoked" | "exported", by: string, name: string) =>
    events.record({
      code: `certificate.${code}`,
      params: { by, name },
    })

  const authorityWithKey = (id: number): Known => {
    const known = service.known(id)
    if (!known.facts.isAuthority || !known.stored.privateKey)
      throw new ApiError("NoRevocationList", { params: { name: known.stored.name } })
    return known
  }

  return [
    handle(certificates.list, ({ query }) => {
      const { items, total, next } = list(inventory().all, query, {
        text: ({ stored, facts }) => `${stored.name} ${facts.subject.text} ${facts.issuer.text} ${facts.serialNumber}`,
        id: ({ stored }) => stored.id,
        sorts: {
          name: ({ stored }) => stored.name,
          subject: ({ facts }) => facts.subject.commonName ?? facts.subject.text,
          issuer: ({ facts }) => facts.issuer.commonName ?? facts.issuer.text,
          notAfter: ({ facts }) => facts.notAfter,
        },
        defaultSort: "name",
      })
      return { items: items.map(view), total, next }
    }),

    handle(certificates.proposal, ({ query }) => {
      const { profile, authorityId } = query
      const authority = authorityId === undefined ? undefined : service.known(authorityId)
      const start = yesterday(now())
      const isAuthority = profile === "authority"
      const taken = inventory().all.map(({ stored }) => stored.name)
      const names = isAuthority ? [] : services.ownNames()
      const url = authority && services.phones.crlUrl(authority)
      return {
        name: freeName(isAuthority ? "SPE CA" : "SPE Certificate", taken),
        serialNumber: randomSerialNumber(),
        notBefore: moment(start),
        notAfter: moment(proposedEnd(profile, start, authority)),
        commonName: isAuthority ? "SPE CA" : (names[0]?.value ?? ""),
        subjectAltNames: [...names],
        crlDistributionPoints: url === undefined ? [] : [{ type: "uri" as const, value: url }],
      }
    }),

    handle(certificates.create, async ({ body, by }) => {
      const stored = await service.create(body, by)
      record("created", by, stored.name)
      return viewOf(stored)
    }),

    handle(certificates.import, async ({ body, by }) => {
      const added = await service.import(body, by)
      for (const { name } of added) record("imported", by, name)
      return { items: added.map(viewOf) }
    }),

    handle(certificates.read, ({ params }) => view(service.known(params.id))),

    handle(certificates.x509, ({ params, query: { format } }) => {
      const { stored, facts } = service.known(params.id)
      const bytes = format === "pem" ? Buffer.from(exportPem(stored.pem)) : exportDer(stored.pem)
      return new FileAnswer(bytes, x509FileName(facts.subject.commonName ?? stored.name, format))
    }),

    handle(certificates.pkcs12, async ({ params, body, by }) => {
      const known = service.known(params.id)
      const { stored, facts } = known
      if (!stored.privateKey) throw new ApiError("NoPrivateKey", { params: { name: stored.name } })
      const bytes = await pki.exportPkcs12({
        certificate: stored.pem,
        privateKey: stored.privateKey.reveal(),
        chain: inventory()
          .issuersOf(known)
          .map((issuer) => issuer.stored.pem),
        passPhrase: body.passPhrase,
        friendlyName: stored.name,
        encryption: body.encryption,
      })
      record("exported", by, stored.name)
      return new FileAnswer(bytes, pkcs12FileName(facts.issuer.commonName ?? stored.name))
    }),

    handle(certificates.renew, async ({ params, body, by }) => {
      const former = service.known(params.id).stored.name
      const stored = await service.renew(params.id, body, by)
      events.record({ code: "certificate.renewed", params: { by, former, name: stored.name } })
      return viewOf(stored)
    }),

    handle(certificates.revoke, async ({ params, body, by }) => {
      const known = service.known(params.id)
      const before = inventory().revocationOf(known)
      await service.revoke(params.id, body.reason, by)
      if (!before) record("revoked", by, known.stored.name)
      return viewOf(known.stored)
    }),

    handle(certificates.revocationList, async ({ params }) => {
      const authority = authorityWithKey(params.id)
      const { der, revoked } = await revocationLists.current(authority)
      const read = describeCrl(der)
      return {
        issuer: read.issuer.text,
        number: String(read.number ?? ""),
        thisUpdate: moment(read.thisUpdate),
        nextUpdate: moment(read.nextUpdate ?? read.thisUpdate),
        signatureAlgorithm: read.signatureAlgorithm,
        url: services.phones.crlUrl(authority) ?? null,
        revoked: revoked.map(({ serialNumber, name, revokedAt, reason }) => ({
          serialNumber,
          name,
          revokedAt: moment(revokedAt),
          reason,
        })),
      }
    }),

    handle(certificates.revocationListFile, async ({ params }) => {
      const authority = authorityWithKey(params.id)
      const { der } = await revocationLists.current(authority)
      const { stored, facts } = authority
      const fileName = x509FileName(facts.subject.commonName ?? stored.name, "der").replace(/\.crt$/, ".crl")
      return new FileAnswer(der, fileName)
    }),

    handle(certificates.remove, async ({ params, by }) => {
      const { name } = service.known(params.id).stored
      await service.remove(params.id, by)
      record("removed", by, name)
      return {}
    }),
  ]
}
