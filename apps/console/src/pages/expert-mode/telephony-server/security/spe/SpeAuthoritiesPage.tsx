/** SPE ▸ SPE CA Certificate(s): the CAs that phones have to trust. */
import { type Certificate, mostSpeAuthorities, spe } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { speStatusQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PlusIcon } from "../../../../../frame/icons.tsx"
import { CertificateIcon } from "../../../../../frame/page-icons.tsx"
import { dataPath, paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { type Column, DataTable } from "../../../../../table/DataTable.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "../ssl/CertificateGenerationPage.module.css"

export const prefetch = () => [speStatusQuery(), pageTextsQuery("security")]

type Numbered = Certificate & { readonly number: number }

export default function SpeAuthoritiesPage() {
  const words = usePageTexts("security").spe.authorities
  const columns = useColumns()
  const allowed = useAllowed(spe.installAuthority)
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const rows = status.authorities.map((authority, at): Numbered => ({ ...authority, number: at + 1 }))
  const add =
    allowed && rows.length < mostSpeAuthorities ? (
      <Button component={Link} to={paths.importSpeAuthority()} size="xs" leftSection={<PlusIcon size={15} />}>
        {words.import}
      </Button>
    ) : undefined
  return (
    <ExpertView title={words.title} help={words.help}>
      {rows.length === 0 ? (
        <Card title={words.title} flush>
          <EmptyState icon={<CertificateIcon size={24} />} title={words.empty} text={words.emptyText} action={add} />
        </Card>
      ) : (
        <Card title={words.count(rows.length, mostSpeAuthorities)} aside={add} flush>
          <DataTable label={words.title} rows={rows} keyOf={({ id }) => String(id)} columns={columns} />
        </Card>
      )}
    </ExpertView>
  )
}

function useColumns(): readonly Column<Numbered>[] {
  const texts = usePageTexts("security")
  const words = texts.spe.authorities
  const format = useFormat()
  return [
    { key: "number", title: words.number, narrow: true, priority: 2, cell: ({ number }) => number },
    {
      key: "name",
      title: texts.management.name,
      cell: ({ number, name }) => (
        <Link to={paths.speAuthority(number)} className={styles.link} aria-label={words.open(name)}>
          {name}
        </Link>
      ),
    },
    { key: "subject", title: texts.management.subject, priority: 3, cell: ({ facts }) => facts.subject.text },
    {
      key: "validUntil",
      title: texts.management.validUntil,
      priority: 2,
      narrow: true,
      cell: ({ facts }) => format.gmtDay(facts.notAfter),
    },
    { key: "left", title: texts.management.left, narrow: true, cell: (one) => <DaysLeft of={one} /> },
    {
      key: "export",
      title: words.forPhones,
      priority: 2,
      narrow: true,
      cell: ({ number, name }) => (
        <Link
          to={dataPath("speAuthorities", number, "exportCertificate")}
          className={styles.link}
          aria-label={words.exportOf(name)}
        >
          {words.export}
        </Link>
      ),
    },
  ]
}
