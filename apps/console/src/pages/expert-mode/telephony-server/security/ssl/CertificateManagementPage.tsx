/** SSL ▸ Certificate Management: all stored certificates, sorted, filtered and paged by the server. */
import { type Certificate, certificates } from "@homeport/contract"
import { Button, Group } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link, useNavigation } from "react-router"
import { certificatesQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PlusIcon } from "../../../../../frame/icons.tsx"
import { CertificateIcon } from "../../../../../frame/page-icons.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { type Column, DataTable } from "../../../../../table/DataTable.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { listSearch, PAGE_ROWS } from "../../../../../table/list-search.ts"
import { NothingFound } from "../../../../../table/NothingFound.tsx"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { useFormat } from "../../../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import type { Prefetch } from "../../../../../tree.ts"
import styles from "./CertificateGenerationPage.module.css"
import { useUses } from "./use-uses.ts"

const list = listSearch(["name", "subject", "issuer", "notAfter"], "name")

const queryFor = (search: URLSearchParams) => certificatesQuery(list.queryIn(search))

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("security")]

export default function CertificateManagementPage() {
  const texts = usePageTexts("security")
  const words = texts.management
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(PAGE_ROWS)
  const columns = useColumns()
  const q = search.get("q") ?? ""
  return (
    <ExpertView title={words.title} help={texts.sslHelp.management} wide>
      {page.total === 0 && q === "" ? (
        <Card title={words.title} flush>
          <FirstCertificate />
        </Card>
      ) : (
        <Card
          title={words.count(page.total)}
          flush
          aside={
            <Group gap="xs">
              <FilterBox label={words.filter} value={q} onChange={(value) => change("q", value)} />
              <ImportLink />
            </Group>
          }
        >
          {page.items.length > 0 ? (
            <DataTable
              label={words.title}
              columns={columns}
              rows={page.items}
              keyOf={({ id }) => String(id)}
              sort={list.sortIn(search)}
              onSort={(sort) => change("sort", list.sortText(sort))}
              outdated={outdated}
            />
          ) : (
            <NothingFound q={q} filter={words.filter} onClear={() => change("q", "")} />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

function useColumns(): readonly Column<Certificate>[] {
  const words = usePageTexts("security").management
  const format = useFormat()
  const uses = useUses()
  return [
    {
      key: "name",
      title: words.name,
      sort: "name",
      wide: true,
      cell: ({ id, name }) => (
        <Link to={paths.certificate(id)} className={styles.link} aria-label={words.open(name)}>
          {name}
        </Link>
      ),
    },
    { key: "type", title: words.type, narrow: true, priority: 3, cell: ({ facts }) => words.types[facts.type] },
    { key: "subject", title: words.subject, sort: "subject", priority: 2, cell: ({ facts }) => nameOf(facts.subject) },
    { key: "issuer", title: words.issuer, sort: "issuer", priority: 4, cell: ({ facts }) => nameOf(facts.issuer) },
    {
      key: "notAfter",
      title: words.validUntil,
      sort: "notAfter",
      priority: 2,
      narrow: true,
      cell: ({ facts }) => format.gmtDay(facts.notAfter),
    },
    { key: "left", title: words.left, narrow: true, cell: (one) => <DaysLeft of={one} /> },
    {
      key: "usedBy",
      title: words.usedBy,
      priority: 3,
      cell: ({ usedBy }) => (usedBy.length > 0 ? uses(usedBy) : "–"),
    },
  ]
}

const nameOf = ({ commonName, text }: Certificate["facts"]["subject"]) => (commonName === "" ? text : commonName)

function ImportLink() {
  const words = usePageTexts("security").management
  if (!useAllowed(certificates.import)) return null
  return (
    <Button component={Link} to={paths.importCertificate()} size="xs" leftSection={<PlusIcon size={15} />}>
      {words.import}
    </Button>
  )
}

function FirstCertificate() {
  const words = usePageTexts("security").management
  const allowed = useAllowed(certificates.create)
  return (
    <EmptyState
      icon={<CertificateIcon size={24} />}
      title={words.empty}
      text={words.emptyText}
      action={
        allowed ? (
          <Group gap="xs" justify="center">
            <Button component={Link} to={paths.generateAuthority()}>
              {words.generate}
            </Button>
            <Button component={Link} to={paths.importCertificate()} variant="default">
              {words.import}
            </Button>
          </Group>
        ) : undefined
      }
    />
  )
}
