/** Administrators ▸ Accounts ▸ Add Administrator. */
import { type Administrator, administratorPasswords, administrators, type Role } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useNavigate } from "react-router"
import { administratorQuery } from "../../../api/administrator-queries.ts"
import { type Answer, request } from "../../../api/client.ts"
import { checkedFor } from "../../../form/check.ts"
import { FormSection } from "../../../form/FieldRow.tsx"
import { TextField } from "../../../form/fields.tsx"
import { PasswordFields } from "../../../form/PasswordFields.tsx"
import { usePageForm } from "../../../form/use-page-form.ts"
import { ExpertPage } from "../../../frame/ExpertPage.tsx"
import { paths } from "../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import { newPasswordProblems } from "./new-password.ts"
import { RoleField } from "./RoleField.tsx"

export const prefetch: Prefetch = () => [pageTextsQuery("administrators")]

interface Values extends Record<string, string> {
  name: string
  role: Role
  password: string
  confirm: string
}

/** The least role is proposed: who needs more is given it on purpose. */
const EMPTY: Values = { name: "", role: "basic", password: "", confirm: "" }
const BLANK: Answer<Administrator | undefined> = {
  data: undefined,
  version: undefined,
  changedBy: undefined,
  changedAt: undefined,
}

const bodyOf = ({ name, role, password }: Values) => ({ name: name.trim(), role, password })

export default function AddAdministratorPage() {
  const texts = usePageTexts("administrators")
  const words = texts.edit
  const client = useQueryClient()
  const navigate = useNavigate()
  const [added, setAdded] = useState<Administrator>()
  const form = usePageForm<Values, Administrator | undefined>({
    answer: BLANK,
    queryKey: ["new-administrator"],
    toValues: () => EMPTY,
    check: (values) => ({
      ...newPasswordProblems(values.password, values.confirm, values.name.trim()),
      ...checkedFor(administrators.create, bodyOf(values)),
    }),
    apply: (values) => request(administrators.create, { body: bodyOf(values) }),
    onApplied: setAdded,
  })

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    if (!added) return
    notifications.show({ message: words.added(added.name), color: "green" })
    void client.prefetchQuery(administratorQuery(added.id)).then(() => navigate(paths.administrator(added.id)))
  }, [added, client, navigate, words])

  return (
    <ExpertPage title={words.newTitle} form={form} changes={administrators.create} help={texts.accountsHelp}>
      <FormSection title={words.account}>
        <TextField label={texts.accounts.name} field={form.field("name")} width="address" maxLength={32} required />
        <RoleField label={texts.accounts.role} field={form.field("role")} />
        <PasswordFields
          labels={{ password: words.password, confirm: words.confirmPassword }}
          password={form.field("password")}
          confirm={form.field("confirm")}
          names={[form.values.name.trim()]}
          policy={administratorPasswords}
          hint={words.passwordHint}
          fill={(password) => form.set({ password, confirm: password })}
          disabled={false}
        />
      </FormSection>
    </ExpertPage>
  )
}
