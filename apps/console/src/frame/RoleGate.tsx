/** A page whose address was opened by somebody whose role does not reach it: said in words, and nothing of it is asked for. */
import { allows, type Role } from "@homeport/contract"
import type { ReactNode } from "react"
import { useRole } from "../api/use-login.ts"
import { useTexts } from "../text/texts.tsx"
import { EmptyState } from "./EmptyState.tsx"
import { InfoIcon } from "./icons.tsx"

export function RoleGate({ role, children }: { readonly role: Role; readonly children: ReactNode }) {
  const texts = useTexts().frame
  const own = useRole()
  // Whose login has ended keeps the page, and what was typed, under the sign-in.
  if (own === undefined || allows(own, role)) return children
  return (
    <EmptyState
      level={1}
      icon={<InfoIcon size={30} />}
      title={texts.failed.role}
      text={texts.failed.roleText(texts.roles[role])}
    />
  )
}
