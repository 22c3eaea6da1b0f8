/** What an expert sees and ends of another account: logins, second factor, API tokens. */
import { type Administrator, administrators } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { apiTokensQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { FixedRow, FormSection } from "../../../form/FieldRow.tsx"
import { useConfirm } from "../../../frame/use-confirm.tsx"
import { Card } from "../../../table/Card.tsx"
import { StatusBadge } from "../../../table/StatusBadge.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useFailureText } from "../../../text/problem.ts"
import styles from "../administrators.module.css"
import { TokenTable } from "../TokenTable.tsx"

export function Protection({ account }: { readonly account: Administrator }) {
  const { edit: words, accounts } = usePageTexts("administrators")
  const failureText = useFailureText()
  const { ask, dialog } = useConfirm()
  const { data } = useSuspenseQuery(apiTokensQuery())
  const tokens = data.items.filter(({ owner }) => owner === account.name)
  const params = { id: account.id }
  const onError = (error: unknown) => notifications.show({ message: failureText(error), color: "red" })
  const signOut = useMutation({
    mutationFn: () => request(administrators.signOut, { params }),
    onSuccess: () => notifications.show({ message: words.signedOut(account.name), color: "green" }),
    onError,
  })
  const clearFactor = useMutation({
    mutationFn: async () => {
      const text = words.clearFactorText(account.name)
      if (!(await ask({ title: `${words.clearFactor}?`, text, confirm: words.clearFactor, final: true }))) return
      await request(administrators.clearSecondFactor, { params })
      notifications.show({ message: words.factorCleared(account.name), color: "green" })
    },
    onError,
  })
  return (
    <>
      <FormSection title={words.protection}>
        <FixedRow label={accounts.logins}>
          <span className={styles.left}>
            {words.loginsText(account.logins)}
            {account.logins > 0 ? (
              <Button size="compact-sm" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
                {words.signOut}
              </Button>
            ) : null}
          </span>
        </FixedRow>
        <FixedRow label={accounts.secondFactor}>
          <span className={styles.left}>
            <StatusBadge status={account.secondFactor ? "ok" : "quiet"}>
              {account.secondFactor ? accounts.on : accounts.off}
            </StatusBadge>
            {account.secondFactor ? (
              <Button size="compact-sm" variant="default" onClick={() => clearFactor.mutate()}>
                {words.clearFactor}
              </Button>
            ) : null}
          </span>
        </FixedRow>
      </FormSection>
      {tokens.length > 0 ? (
        <Card title={words.tokens} flush>
          <TokenTable tokens={tokens} />
        </Card>
      ) : null}
      {dialog}
    </>
  )
}
