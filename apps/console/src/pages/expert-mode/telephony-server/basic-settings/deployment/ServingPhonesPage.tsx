/** Phone Parameter Deployment ▸ Serving Phones: from where phones fetch their settings, what they are shown there, and who refuses it. */
import { type PhonesStatus, provisioningSentence } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { phonesQuery } from "../../../../../api/device-queries.ts"
import { CopyIconButton } from "../../../../../devices/CopyIconButton.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { Card, Facts, Notice } from "../../../../../table/Card.tsx"
import { addressText } from "../../../../../table/registration-columns.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage, useTexts } from "../../../../../text/texts.tsx"
import styles from "./deployment.module.css"

export const prefetch = () => [phonesQuery(), pageTextsQuery("deployment")]

export default function ServingPhonesPage() {
  const title = useTexts().tree.phoneParameterDeployment
  const words = usePageTexts("deployment")
  const { data: phones } = useSuspenseQuery(phonesQuery())
  return (
    <ExpertView title={title} help={words.help.serving}>
      <Https phones={phones} />
      <Staging phones={phones} />
      {phones.certificate ? <Refusing refusedBy={phones.refusedBy} /> : null}
    </ExpertView>
  )
}

function Https({ phones }: { phones: PhonesStatus }) {
  const { tree } = useTexts()
  const { language } = useLanguage()
  const words = usePageTexts("deployment").serving
  const { listening, reason, url, forwarding } = phones
  return (
    <Card
      title={words.httpsTitle}
      lead={words.httpsLead}
      aside={
        <StatusBadge status={listening === null ? "quiet" : reason === null ? "ok" : "warning"}>
          {listening === null ? words.off : words.on}
        </StatusBadge>
      }
    >
      <div className={styles.stack}>
        {reason === null ? null : (
          <Notice status="warning">
            {provisioningSentence(language, "phones", reason)}{" "}
            {reason === "off" ? null : <Link to={paths.dynDns()}>{tree.dynDns}</Link>}
          </Notice>
        )}
        {listening === null ? <Command line="HOMEPORT_PHONES=0.0.0.0:8443" /> : null}
        {listening === null ? null : (
          <Facts
            facts={[
              { name: words.address, value: addressText(listening) },
              { name: words.url, value: url ?? "–" },
              {
                name: words.router,
                value: forwarding ? `${forwarding.transport} ${forwarding.from} → ${forwarding.to}` : "–",
              },
            ]}
          />
        )}
        {phones.certificate ? <Shown certificate={phones.certificate} /> : null}
      </div>
    </Card>
  )
}

/** The certificate that phones are shown. */
function Shown({ certificate }: { certificate: NonNullable<PhonesStatus["certificate"]> }) {
  const { tree } = useTexts()
  const words = usePageTexts("deployment").serving
  const format = useFormat()
  const { kind, subject, issuer, notAfter, fingerprint256, namesPublicName } = certificate
  return (
    <>
      <Facts
        facts={[
          { name: words.certificate, value: words.kinds[kind] },
          { name: words.subject, value: subject },
          { name: words.issuer, value: issuer },
          { name: words.notAfter, value: format.gmtDay(notAfter) },
        ]}
      />
      <p className={styles.fingerprint}>
        {words.fingerprint}: <code>{fingerprint256}</code>
      </p>
      {kind === "own" ? (
        <Notice status="warning">
          {words.ownText} <Link to={paths.certificatesForTls()}>{tree.certificatesForTls}</Link>
        </Notice>
      ) : null}
      {namesPublicName === false ? <Notice status="warning">{words.notNamed}</Notice> : null}
    </>
  )
}

function Staging({ phones: { staging, stagingUrl } }: { phones: PhonesStatus }) {
  const words = usePageTexts("deployment").serving
  return (
    <Card
      title={words.stagingTitle}
      lead={words.stagingLead}
      aside={
        <StatusBadge status={staging === null ? "quiet" : "ok"}>{staging === null ? words.off : words.on}</StatusBadge>
      }
    >
      <div className={styles.stack}>
        {staging === null ? (
          <>
            <span>{words.stagingOff}</span>
            <Command line="HOMEPORT_PHONES_HTTP=0.0.0.0:8081" />
          </>
        ) : (
          <Facts
            facts={[
              { name: words.address, value: addressText(staging) },
              { name: words.url, value: stagingUrl ?? "–" },
            ]}
          />
        )}
      </div>
    </Card>
  )
}

/** What the process is started with. */
function Command({ line }: { line: string }) {
  const words = usePageTexts("deployment").serving
  return (
    <code className={styles.command}>
      {line}
      <CopyIconButton value={line} name={words.line} />
    </code>
  )
}

function Refusing({ refusedBy }: Pick<PhonesStatus, "refusedBy">) {
  const words = usePageTexts("deployment").serving
  const { language } = useLanguage()
  if (refusedBy.length === 0) return null
  return (
    <Card title={words.refusingTitle}>
      <div className={styles.stack}>
        {[...Map.groupBy(refusedBy, ({ reason }) => reason)].map(([reason, models]) => (
          <div key={reason}>
            <p className={styles.who}>{models.map(({ name }) => name).join(", ")}</p>
            <p className={styles.reason}>{provisioningSentence(language, "refusing", reason)}</p>
          </div>
        ))}
      </div>
    </Card>
  )
}
