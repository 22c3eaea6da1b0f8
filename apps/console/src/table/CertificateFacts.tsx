/**
 * A certificate as the mirrored console shows it, group by group, and what it lacks: the fingerprint. The same wherever one is
 * shown: a stored one, one in a file that is not installed yet, one of a chain.
 */
import type { CertificateFacts as Facts } from "@homeport/contract"
import { Fragment, type ReactNode } from "react"
import { useFormat } from "../text/format.ts"
import { usePageTexts } from "../text/page-texts.ts"
import styles from "./CertificateFacts.module.css"

interface CertificateFactsProps {
  readonly facts: Facts
  /** What this system knows of it. */
  readonly more?: readonly Fact[]
}

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

export function CertificateFacts({ facts, more = [] }: CertificateFactsProps) {
  const texts = usePageTexts("security").certificate.facts
  const format = useFormat()
  return (
    <div className={styles.groups}>
      <FactGroup
        facts={[
          { name: texts.certificateType, value: texts.types[facts.type] },
          { name: texts.serialNumber, value: <code className={styles.code}>{facts.serialNumber}</code> },
          { name: texts.serialNumberHex, value: <code className={styles.code}>{facts.serialNumberHex}</code> },
          { name: texts.signatureAlgorithm, value: facts.signatureAlgorithm },
          { name: texts.notBefore, value: format.gmt(facts.notBefore) },
          { name: texts.notAfter, value: format.gmt(facts.notAfter) },
          { name: texts.crlDistributionPoint, value: <Lines of={facts.crlDistributionPoints} none={texts.none} /> },
          { name: texts.fingerprint, value: <Fingerprint of={facts.fingerprint} /> },
          ...more,
        ]}
      />
      <FactGroup title={texts.issuer} facts={nameFacts(facts.issuer)} />
      <FactGroup title={texts.subject} facts={nameFacts(facts.subject)} />
      <FactGroup
        title={texts.subjectAltName}
        facts={
          facts.subjectAltNames.length > 0
            ? facts.subjectAltNames.map(({ type, value }) => ({ name: nameType(type), value }))
            : [{ name: texts.subjectAltName, value: texts.none }]
        }
      />
      <FactGroup
        title={texts.key}
        facts={[
          {
            name: texts.keyLength,
            value: facts.key.curve ? `${facts.key.bits} (${facts.key.curve})` : String(facts.key.bits),
          },
          { name: texts.publicKey, value: <HexRows of={facts.key.hex} /> },
        ]}
      />
    </div>
  )

  function nameFacts(name: Facts["subject"]): Fact[] {
    return [
      { name: texts.country, value: name.country },
      { name: texts.organization, value: name.organization },
      { name: texts.organizationUnit, value: name.organizationUnit },
      { name: texts.commonName, value: name.commonName },
    ].map(({ name, value }) => ({ name, value: value === "" ? "–" : value }))
  }

  function nameType(type: string): string {
    return Object.entries(texts.nameTypes).find(([known]) => known === type)?.[1] ?? type
  }
}

/** What matters most of one: whom it is made out to, by whom, for how long, and what to compare. */
export function CertificateSummary({ facts, more = [] }: CertificateFactsProps) {
  const texts = usePageTexts("security").certificate.facts
  const format = useFormat()
  const names = facts.subjectAltNames.map(({ value }) => value)
  return (
    <div className={styles.groups}>
      <FactGroup
        facts={[
          ...more,
          { name: texts.subject, value: facts.subject.text },
          { name: texts.subjectAltName, value: names.length > 0 ? names.join(", ") : texts.none },
          { name: texts.issuer, value: facts.issuer.text },
          { name: texts.notBefore, value: format.gmt(facts.notBefore) },
          { name: texts.notAfter, value: format.gmt(facts.notAfter) },
          { name: texts.fingerprint, value: <Fingerprint of={facts.fingerprint} /> },
        ]}
      />
    </div>
  )
}

/** In pairs, as phones and browsers show it, so that it can be compared. */
export function Fingerprint({ of }: { of: string }) {
  return (
    <code className={styles.fingerprint}>
      {of.split(":").map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <Fragment key={at}>
          {at > 0 ? ":" : ""}
          <wbr />
          {pair}
        </Fragment>
      ))}
    </code>
  )
}

export function FactGroup({ title, facts }: { title?: string; facts: readonly Fact[] }) {
  return (
    <section className={styles.group}>
      {title ? <h3>{title}</h3> : null}
      <dl>
        {facts.map(({ name, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two alternative names may be of the same kind
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Lines({ of, none }: { of: readonly string[]; none: string }) {
  if (of.length === 0) return none
  return of.map((line) => <div key={line}>{line}</div>)
}

function HexRows({ of }: { of: string }) {
  const rows = of.replaceAll(":", "").match(/.{1,32}/g) ?? []
  return (
    <code className={styles.rows}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <span key={at}>{row.toUpperCase()}</span>
      ))}
    </code>
  )
}
