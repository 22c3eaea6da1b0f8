/** API tokens with their last use, each to be revoked. */
import { type ApiToken, apiTokens } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { apiTokensQuery } from "../../api/administrator-queries.ts"
import { request } from "../../api/client.ts"
import { useConfirm } from "../../frame/use-confirm.tsx"
import { DataTable } from "../../table/DataTable.tsx"
import { StatusBadge } from "../../table/StatusBadge.tsx"
import { Moment } from "../../table/Ticking.tsx"
import { usePageTexts } from "../../text/page-texts.ts"
import { useErrorText } from "../../text/problem.ts"

export function TokenTable({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  const { tokens: words, roles } = usePageTexts("administrators")
  const errorText = useErrorText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const revoke = useMutation({
    mutationFn: async ({ id, name }: ApiToken) => {
      const question = { title: words.revokeTitle(name), text: words.revokeText, confirm: words.revoke, final: true }
      if (!(await ask(question))) return
      await request(apiTokens.revoke, { params: { id } })
      await client.invalidateQueries({ queryKey: apiTokensQuery().queryKey })
      notifications.show({ message: words.revoked(name), color: "green" })
    },
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
  })
  return (
    <>
      <DataTable
        label={words.title}
        rows={tokens}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: "name", title: words.name, wide: true, cell: ({ name }) => name },
          { key: "role", title: words.role, cell: ({ role }) => roles[role] },
          {
            key: "expires",
            title: words.expires,
            priority: 2,
            cell: ({ expired, expiresAt }) => {
              if (expired) return <StatusBadge status="warning">{words.expired}</StatusBadge>
              return expiresAt === null ? words.noExpiry : <Moment at={expiresAt} />
            },
          },
          {
            key: "lastUse",
            title: words.lastUse,
            priority: 2,
            cell: ({ lastUsed }) =>
              lastUsed === null ? (
                words.neverUsed
              ) : (
                <>
                  <Moment at={lastUsed.at} /> {words.from(lastUsed.address)}
                </>
              ),
          },
          {
            key: "revoke",
            title: words.revoke,
            narrow: true,
            cell: (token) => (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={words.revokeOne(token.name)}
                onClick={() => revoke.mutate(token)}
              >
                {words.revoke}
              </Button>
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}
