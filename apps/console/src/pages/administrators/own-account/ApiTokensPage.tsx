/** My Account ▸ API Tokens: for scripts, made here and revoked here. */
import { allows, apiTokenDays, apiTokens, type Role, roles } from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { apiTokensQuery, ownAccountQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { CopyIconButton } from "../../../devices/CopyIconButton.tsx"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { checkedFor } from "../../../form/check.ts"
import { FixedRow } from "../../../form/FieldRow.tsx"
import { TextField } from "../../../form/fields.tsx"
import { numberOrNull } from "../../../form/text-values.ts"
import { useActionForm } from "../../../form/use-action-form.ts"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { SparkIcon } from "../../../frame/page-icons.tsx"
import { Card } from "../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import { RoleField } from "../accounts/RoleField.tsx"
import styles from "../administrators.module.css"
import { TokenTable } from "../TokenTable.tsx"

export const prefetch: Prefetch = () => [ownAccountQuery(), apiTokensQuery(), pageTextsQuery("administrators")]

export default function ApiTokensPage() {
  const { own, ownHelp, tokens: words } = usePageTexts("administrators")
  const { data: account } = useSuspenseQuery(ownAccountQuery())
  const { data } = useSuspenseQuery(apiTokensQuery())
  const tokens = data.items.filter(({ owner }) => owner === account.name)
  return (
    <ExpertView title={own.title} help={ownHelp}>
      <Card title={words.title} flush>
        {tokens.length > 0 ? (
          <TokenTable tokens={tokens} />
        ) : (
          <EmptyState icon={<SparkIcon size={24} />} title={words.empty} text={words.emptyText} />
        )}
      </Card>
      <NewToken role={account.role} />
    </ExpertView>
  )
}

interface Values extends Record<string, string> {
  name: string
  role: Role
  days: string
}

const bodyOf = ({ name, role, days }: Values) => ({
  name: name.trim(),
  role,
  days: numberOrNull(days),
})

function NewToken({ role: own }: { readonly role: Role }) {
  const words = usePageTexts("administrators").tokens
  const client = useQueryClient()
  const [made, setMade] = useState<string>()
  const form = useActionForm<Values>({
    initial: { name: "", role: "basic", days: String(apiTokenDays.proposed) },
    check: (values) => checkedFor(apiTokens.create, bodyOf(values)),
    send: async (values) => {
      const { data } = await request(apiTokens.create, { body: bodyOf(values) })
      await client.invalidateQueries({ queryKey: apiTokensQuery().queryKey })
      form.reset()
      setMade(data.token)
    },
  })
  return (
    <ActionSection form={form} title={words.newTitle} lead={words.newLead} button={words.make}>
      {made === undefined ? null : (
        <FixedRow label={words.made} hint={words.madeHint}>
          <span className={styles.secret}>
            {made}
            <CopyIconButton value={made} name={words.made} />
          </span>
        </FixedRow>
      )}
      <TextField label={words.name} field={form.field("name")} hint={words.nameHint} maxLength={64} required />
      <RoleField
        label={words.role}
        field={form.field("role")}
        hint={words.roleHint}
        offered={roles.filter((role) => allows(own, role))}
      />
      <TextField label={words.days} field={form.field("days")} hint={words.daysHint} width="number" />
    </ActionSection>
  )
}
