/** Administrators ▸ Accounts: everybody who may sign in. */
import { type Administrator, administrators } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { administratorsQuery } from "../../../api/administrator-queries.ts"
import { useAllowed, useLogin } from "../../../api/use-login.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { PlusIcon } from "../../../frame/icons.tsx"
import { paths } from "../../../paths.ts"
import { Card } from "../../../table/Card.tsx"
import { type Column, DataTable } from "../../../table/DataTable.tsx"
import { StatusBadge } from "../../../table/StatusBadge.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import styles from "../administrators.module.css"

export const prefetch: Prefetch = () => [administratorsQuery(), pageTextsQuery("administrators")]

export default function AdministratorsPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("administrators")
  const words = texts.accounts
  const { data } = useSuspenseQuery(administratorsQuery())
  const mayAdd = useAllowed(administrators.create)
  const columns = useColumns()
  return (
    <ExpertView title={tree.accounts} help={texts.accountsHelp} wide>
      <Card
        title={words.count(data.items.length)}
        flush
        aside={
          mayAdd ? (
            <Button component={Link} to={paths.addAdministrator()} size="xs" leftSection={<PlusIcon size={16} />}>
              {words.add}
            </Button>
          ) : null
        }
      >
        <DataTable label={tree.accounts} rows={data.items} columns={columns} keyOf={({ id }) => String(id)} />
      </Card>
    </ExpertView>
  )
}

function useColumns(): readonly Column<Administrator>[] {
  const { roles, accounts: words } = usePageTexts("administrators")
  const { data: me } = useLogin()
  const own = me?.state === "signed-in" ? me.name : undefined
  return [
    {
      key: "name",
      title: words.name,
      wide: true,
      cell: ({ id, name }) => (
        <>
          <Link to={paths.administrator(id)} className={styles.link} aria-label={words.open(name)}>
            {name}
          </Link>
          {name === own ? <span className={styles.you}>({words.you})</span> : null}
        </>
      ),
    },
    { key: "role", title: words.role, cell: ({ role }) => roles[role] },
    {
      key: "secondFactor",
      title: words.secondFactor,
      cell: ({ secondFactor }) => (
        <StatusBadge status={secondFactor ? "ok" : "quiet"}>{secondFactor ? words.on : words.off}</StatusBadge>
      ),
    },
    {
      key: "lastSignIn",
      title: words.lastSignIn,
      priority: 2,
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? words.never : <Moment at={lastSignInAt} />),
    },
    { key: "logins", title: words.logins, priority: 3, align: "end", narrow: true, cell: ({ logins }) => logins },
  ]
}
