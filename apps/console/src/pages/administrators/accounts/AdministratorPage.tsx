/** Administrators ▸ Accounts ▸ one of them: name and role, and below what protects the account. */
import { type Administrator, administrators, type Role, roles } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link, useParams } from "react-router"
import { administratorQuery, apiTokensQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { useLogin } from "../../../api/use-login.ts"
import { checkedFor } from "../../../form/check.ts"
import { FormSection } from "../../../form/FieldRow.tsx"
import { TextField } from "../../../form/fields.tsx"
import { usePageForm } from "../../../form/use-page-form.ts"
import { ExpertPage } from "../../../frame/ExpertPage.tsx"
import { NotFoundPage } from "../../../frame/NotFoundPage.tsx"
import { useConfirm } from "../../../frame/use-confirm.tsx"
import { paths } from "../../../paths.ts"
import { Notice } from "../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { Protection } from "./Protection.tsx"
import { RemoveAdministrator } from "./RemoveAdministrator.tsx"
import { RoleField } from "./RoleField.tsx"
import { SetPassword } from "./SetPassword.tsx"

const idOf = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : undefined)

export const prefetch: Prefetch = ({ params }) => {
  const id = idOf(params.id)
  return id === undefined ? [] : [administratorQuery(id), apiTokensQuery(), pageTextsQuery("administrators")]
}

export default function AdministratorPage() {
  const id = idOf(useParams().id)
  // Another account is another form: nothing typed for one may reach the other.
  return id === undefined ? <NotFoundPage /> : <Account key={id} id={id} />
}

interface Values extends Record<string, string> {
  name: string
  role: Role
}

function Account({ id }: { readonly id: number }) {
  const { tree } = useTexts()
  const texts = usePageTexts("administrators")
  const words = texts.edit
  const query = administratorQuery(id)
  const { data: answer } = useSuspenseQuery(query)
  const account = answer.data
  const { data: me } = useLogin()
  const own = me?.state === "signed-in" && me.name === account.name
  const { ask, dialog } = useConfirm()
  const form = usePageForm<Values, Administrator>({
    answer,
    queryKey: query.queryKey,
    toValues: ({ name, role }) => ({ name, role }),
    check: (values) => checkedFor(administrators.change, values),
    apply: (values, { version }) => request(administrators.change, { params: { id }, body: values, ifMatch: version }),
    confirm: async ({ role }) => {
      if (roles.indexOf(role) >= roles.indexOf(account.role)) return true
      const text = own ? words.loweredOwn : words.loweredText(account.name)
      return ask({ title: words.lowered, text, confirm: words.lower })
    },
  })
  return (
    <>
      <ExpertPage
        title={words.title(account.name)}
        aside={<RemoveAdministrator account={account} />}
        form={form}
        changes={administrators.change}
        help={texts.accountsHelp}
        below={
          own ? (
            <Notice status="live">
              {words.ownText} <Link to={paths.ownAccount()}>{tree.ownAccount}</Link>.
            </Notice>
          ) : (
            <>
              <SetPassword account={account} />
              <Protection account={account} />
            </>
          )
        }
      >
        <FormSection title={words.account}>
          <TextField label={texts.accounts.name} field={form.field("name")} width="address" maxLength={32} required />
          <RoleField label={texts.accounts.role} field={form.field("role")} />
        </FormSection>
      </ExpertPage>
      {dialog}
    </>
  )
}
