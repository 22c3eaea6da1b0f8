/** The filtering test at the press of a button (RFC 5780 §4.4), and what came of it in words. */
import { forwarding } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../api/client.ts"
import { forwardingQuery } from "../api/page-queries.ts"
import { useAllowed } from "../api/use-login.ts"
import { usePageTexts } from "../text/page-texts.ts"
import { useErrorText } from "../text/problem.ts"
import { Notice } from "./Card.tsx"
import styles from "./ForwardingTest.module.css"

export function ForwardingTest() {
  const texts = usePageTexts("forwarding")
  const errorText = useErrorText()
  const client = useQueryClient()
  const allowed = useAllowed(forwarding.test)
  const test = useMutation({
    mutationFn: async () => (await request(forwarding.test, {})).data,
    onSuccess: ({ items }) => client.setQueryData(forwardingQuery().queryKey, { items }),
  })

  if (!allowed) return null
  return (
    <div className={styles.test}>
      <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {texts.test}
      </Button>
      <div aria-live="polite">
        {test.isPending ? texts.testing : null}
        {test.isSuccess ? (
          <Notice status={statusOf[test.data.outcome] ?? "warning"}>{texts.outcomes[test.data.outcome]}</Notice>
        ) : null}
        {test.isError ? <Notice status="failed">{errorText(test.error)}</Notice> : null}
      </div>
    </div>
  )
}

const statusOf: Readonly<Record<string, "ok" | "failed">> = { proven: "ok", filtered: "failed", "not-open": "failed" }
