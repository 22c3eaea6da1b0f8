/** The three roles, each with what it may do. */
import { type Role, roles } from "@homeport/contract"
import type { ReactNode } from "react"
import { ChoiceField } from "../../../form/fields.tsx"
import type { Field } from "../../../form/use-page-form.ts"
import { usePageTexts } from "../../../text/page-texts.ts"

interface RoleFieldProps {
  readonly label: string
  readonly field: Field<Role>
  readonly hint?: ReactNode
  /** All of them when absent. */
  readonly offered?: readonly Role[]
}

export function RoleField({ offered = roles, ...row }: RoleFieldProps) {
  const { roles: names, rolesInWords } = usePageTexts("administrators")
  return (
    <ChoiceField
      {...row}
      choices={offered.map((role) => ({ value: role, label: names[role], hint: rolesInWords[role] }))}
    />
  )
}
