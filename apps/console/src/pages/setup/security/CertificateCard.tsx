/** A certificate in a few words: whose it is, who signed it, what it names, how long it lasts; and all of it on request. */
import type { CertificateFacts as Certificate } from "@homeport/contract"
import type { ReactNode } from "react"
import { Card } from "../../../table/Card.tsx"
import { CertificateFacts, Fingerprint } from "../../../table/CertificateFacts.tsx"
import { DaysLeft } from "../../../table/DaysLeft.tsx"
import { useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./CertificateCard.module.css"
import { Details } from "./Details.tsx"
import { Row, Rows } from "./Rows.tsx"

interface CertificateCardProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly facts: Certificate
  /** Below the facts: what can be done with it. */
  readonly children?: ReactNode
}

export function CertificateCard({ title, aside, facts, children }: CertificateCardProps) {
  const words = usePageTexts("security").certificate.facts
  const texts = usePageTexts("wizard")
  const format = useFormat()
  const { subject, issuer, subjectAltNames, notBefore, notAfter, fingerprint } = facts
  const daysLeft = Math.floor((Date.parse(notAfter) - Date.now()) / 86_400_000)
  return (
    <Card title={title} aside={aside}>
      <div className={styles.summary}>
        <Rows>
          <Row name={words.commonName}>{subject.commonName || subject.text}</Row>
          {subjectAltNames.length > 0 ? (
            <Row name={words.subjectAltName}>{subjectAltNames.map(({ value }) => value).join(", ")}</Row>
          ) : null}
          {facts.type === "ca-signed" || facts.type === "ca" ? (
            <Row name={words.issuer} quiet>
              {issuer.commonName || issuer.text}
            </Row>
          ) : null}
          <Row name={words.validity} quiet note={<DaysLeft of={{ daysLeft, revokedAt: null, problems: [] }} />}>
            {texts.validFrom(format.gmtDay(notBefore), format.gmtDay(notAfter))}
          </Row>
          <Row name={words.fingerprint} quiet>
            <Fingerprint of={fingerprint} />
          </Row>
        </Rows>
        {children}
        <Details label={texts.install.view}>
          <CertificateFacts facts={facts} />
        </Details>
      </div>
    </Card>
  )
}
