/** Administrators ▸ Sign-In History. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { signInsQuery } from "../../api/administrator-queries.ts"
import { ExpertView } from "../../frame/ExpertPage.tsx"
import { useSearchChange } from "../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../text/page-texts.ts"
import type { Prefetch } from "../../tree.ts"
import { SignInTable, signInsWanted } from "./SignInTable.tsx"

export const prefetch: Prefetch = ({ search }) => [
  signInsQuery(signInsWanted(search)),
  pageTextsQuery("administrators"),
]

export default function SignInsPage() {
  const { signIns: words, historyHelp } = usePageTexts("administrators")
  const { search } = useSearchChange()
  const { data: page } = useSuspenseQuery(signInsQuery(signInsWanted(search)))
  return (
    <ExpertView title={words.title} help={historyHelp} wide>
      <SignInTable title={words.title} page={page} />
    </ExpertView>
  )
}
