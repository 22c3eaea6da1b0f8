/** SSL ▸ Certificate Generation ▸ Display General Information: what there is, the CAs here, and what to do next. */
import { type Certificate, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Link } from "react-router"
import { certificatesQuery, ownAuthoritiesQuery, speStatusQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PlusIcon } from "../../../../../frame/icons.tsx"
import { CertificateIcon } from "../../../../../frame/page-icons.tsx"
import { dataPath, paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./CertificateGenerationPage.module.css"

export const prefetch = () => [certificatesQuery(), speStatusQuery(), pageTextsQuery("security")]

export default function CertificateGenerationPage() {
  const texts = usePageTexts("security")
  const words = texts.generation
  return (
    <ExpertView title={words.title} help={texts.sslHelp.generation}>
      <Authorities />
      <Steps />
      <Card title={words.whatTitle}>
        <dl className={styles.kinds}>
          {words.what.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </ExpertView>
  )
}

function Authorities() {
  const words = usePageTexts("security").generation
  const labels = usePageTexts("security").management
  const format = useFormat()
  const allowed = useAllowed(certificates.create)
  const { data: authorities } = useSuspenseQuery(ownAuthoritiesQuery())
  const generate = allowed ? (
    <Button component={Link} to={paths.generateAuthority()} size="xs" leftSection={<PlusIcon size={15} />}>
      {words.authorityTitle}
    </Button>
  ) : undefined
  if (authorities.length === 0)
    return (
      <Card title={words.authorities} flush>
        <EmptyState
          icon={<CertificateIcon size={24} />}
          title={words.noAuthority}
          text={words.noAuthorityText}
          action={generate}
        />
      </Card>
    )
  return (
    <Card title={words.authorities} lead={words.authoritiesLead} aside={generate} flush>
      <DataTable<Certificate>
        label={words.authorities}
        rows={authorities}
        keyOf={({ id }) => String(id)}
        columns={[
          {
            key: "name",
            title: labels.name,
            cell: ({ id, name }) => (
              <Link to={paths.authority(id)} className={styles.link} aria-label={words.open(name)}>
                {name}
              </Link>
            ),
          },
          { key: "subject", title: labels.subject, priority: 3, cell: ({ facts }) => facts.subject.text },
          {
            key: "validUntil",
            title: labels.validUntil,
            priority: 2,
            narrow: true,
            cell: ({ facts }) => format.gmtDay(facts.notAfter),
          },
          { key: "left", title: labels.left, narrow: true, cell: (one) => <DaysLeft of={one} /> },
          ...(allowed
            ? [
                {
                  key: "sign",
                  title: labels.action,
                  narrow: true,
                  priority: 2 as const,
                  cell: ({ id, name }: Certificate) => (
                    <Link
                      to={paths.generateServerCertificate(id)}
                      className={styles.link}
                      aria-label={words.signWith(name)}
                    >
                      {words.sign}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** What is done is ticked; what is not leads to where it is done. */
function Steps() {
  const words = usePageTexts("security").generation
  const { tree } = useTexts()
  const { data: authorities } = useSuspenseQuery(ownAuthoritiesQuery())
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const [authority] = authorities
  const signed = all.items.some(({ issuerId }) => authorities.some(({ id }) => id === issuerId))
  return (
    <Card title={words.stepsTitle}>
      <ol className={styles.steps}>
        <Step done={authority !== undefined} text={words.steps.authority} to={paths.generateAuthority()}>
          {tree.generateAuthority}
        </Step>
        <Step
          text={words.steps.export}
          to={authority && dataPath("certificateGeneration", authority.id, "exportCertificate")}
        >
          {tree.exportCertificate}
        </Step>
        <Step done={signed} text={words.steps.server} to={authority && paths.generateServerCertificate(authority.id)}>
          {tree.generateServerCertificate}
        </Step>
        <Step done={spe.certificate !== null} text={words.steps.install} to={paths.importSpeCertificate()}>
          {tree.speCertificate}
        </Step>
        <Step done={spe.support} text={words.steps.support} to={paths.systemFlags()}>
          {tree.systemFlags}
        </Step>
      </ol>
      <p className={styles.lead}>
        {words.stepsLead(tree.certificatesForTls)}{" "}
        <Link to={paths.certificatesForTls()} className={styles.link}>
          {tree.certificatesForTls}
        </Link>
      </p>
    </Card>
  )
}

interface StepProps {
  readonly done?: boolean
  readonly text: string
  readonly to: string | undefined
  readonly children: ReactNode
}

function Step({ done = false, text, to, children }: StepProps) {
  const words = usePageTexts("security").generation
  return (
    <li>
      {text}{" "}
      {done ? (
        <StatusBadge status="ok">{words.done}</StatusBadge>
      ) : to === undefined ? null : (
        <Link to={to} className={styles.link}>
          {children}
        </Link>
      )}
    </li>
  )
}
