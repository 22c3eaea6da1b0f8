/** Another password for somebody who has forgotten his. */
import { type Administrator, administratorPasswords, administrators } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { request } from "../../../api/client.ts"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { PasswordFields } from "../../../form/PasswordFields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { newPasswordProblems } from "./new-password.ts"

export function SetPassword({ account: { id, name } }: { readonly account: Administrator }) {
  const words = usePageTexts("administrators").edit
  const form = useActionForm({
    initial: { password: "", confirm: "" },
    check: ({ password, confirm }) => newPasswordProblems(password, confirm, name),
    send: async ({ password }) => {
      await request(administrators.setPassword, { params: { id }, body: { password } })
      form.reset()
      notifications.show({ message: words.passwordSet(name), color: "green" })
    },
  })
  return (
    <ActionSection form={form} title={words.setPassword} lead={words.setPasswordLead} button={words.setPassword}>
      <PasswordFields
        labels={{ password: words.password, confirm: words.confirmPassword }}
        password={form.field("password")}
        confirm={form.field("confirm")}
        names={[name]}
        policy={administratorPasswords}
        hint={words.passwordHint}
        fill={(password) => form.set({ password, confirm: password })}
        disabled={form.busy}
      />
    </ActionSection>
  )
}
