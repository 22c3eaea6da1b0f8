/** My Account ▸ Change Password. */
import { administratorPasswords, me } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useSuspenseQuery } from "@tanstack/react-query"
import { ownAccountQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { FixedRow } from "../../../form/FieldRow.tsx"
import { PasswordFields } from "../../../form/PasswordFields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import { newPasswordProblems } from "../accounts/new-password.ts"
import { CurrentPassword, missingPassword } from "./CurrentPassword.tsx"

export const prefetch: Prefetch = () => [ownAccountQuery(), pageTextsQuery("administrators")]

export default function PasswordPage() {
  const { own: words, ownHelp, accounts, roles, rolesInWords } = usePageTexts("administrators")
  const {
    data: { name, role },
  } = useSuspenseQuery(ownAccountQuery())
  const form = useActionForm({
    initial: { currentPassword: "", password: "", confirm: "" },
    check: ({ currentPassword, password, confirm }) => ({
      ...missingPassword(currentPassword),
      ...newPasswordProblems(password, confirm, name),
    }),
    send: async ({ currentPassword, password }) => {
      await request(me.changePassword, { body: { currentPassword, password } })
      form.reset()
      notifications.show({ message: words.changed, color: "green" })
    },
  })
  return (
    <ExpertView title={words.title} help={ownHelp}>
      <ActionSection form={form} title={words.change} lead={words.changeLead} button={words.change}>
        <FixedRow label={accounts.name}>{name}</FixedRow>
        <FixedRow label={accounts.role} hint={rolesInWords[role]}>
          {roles[role]}
        </FixedRow>
        <CurrentPassword field={form.field("currentPassword")} />
        <PasswordFields
          labels={{ password: words.password, confirm: words.confirm }}
          password={form.field("password")}
          confirm={form.field("confirm")}
          names={[name]}
          policy={administratorPasswords}
          hint={null}
          fill={(password) => form.set({ password, confirm: password })}
          disabled={form.busy}
        />
      </ActionSection>
    </ExpertView>
  )
}
