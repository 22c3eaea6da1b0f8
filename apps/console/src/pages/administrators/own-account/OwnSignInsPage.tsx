/** My Account ▸ My Sign-Ins: where one has been signed in, and the way to end all of it. */
import { me } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { ownAccountQuery, ownSignInsQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { loginQuery } from "../../../api/queries.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { LogoutIcon } from "../../../frame/icons.tsx"
import { Problem } from "../../../frame/Problem.tsx"
import { Card } from "../../../table/Card.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useErrorText } from "../../../text/problem.ts"
import type { Prefetch } from "../../../tree.ts"
import { SignInTable, signInsWanted } from "../SignInTable.tsx"

export const prefetch: Prefetch = ({ search }) => [
  ownSignInsQuery(signInsWanted(search)),
  ownAccountQuery(),
  pageTextsQuery("administrators"),
]

export default function OwnSignInsPage() {
  const texts = usePageTexts("administrators")
  const { search } = useSearchChange()
  const { data: page } = useSuspenseQuery(ownSignInsQuery(signInsWanted(search)))
  return (
    <ExpertView title={texts.own.title} help={texts.ownHelp}>
      <SignOutEverywhere />
      <SignInTable title={texts.signIns.ownTitle} page={page} own />
    </ExpertView>
  )
}

function SignOutEverywhere() {
  const words = usePageTexts("administrators").everywhere
  const errorText = useErrorText()
  const client = useQueryClient()
  const { data: account } = useSuspenseQuery(ownAccountQuery())
  const signOut = useMutation({
    mutationFn: () => request(me.signOutEverywhere, {}),
    onSuccess: () => client.setQueryData(loginQuery().queryKey, { state: "signed-out" }),
  })
  return (
    <Card title={words.title} lead={words.lead(account.logins)}>
      {signOut.isError ? <Problem text={errorText(signOut.error)} /> : null}
      <Button
        variant="default"
        leftSection={<LogoutIcon size={17} />}
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {words.submit}
      </Button>
    </Card>
  )
}
