/** How the sending by e-mail, or to the webhook, goes: what the server last said, what waits, and a test on demand. */
import { type DeliveryStatus, type NotificationWay, notifications } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { Problem } from "../../../frame/Problem.tsx"
import { Card, Facts, Notice } from "../../../table/Card.tsx"
import { type Status, StatusBadge } from "../../../table/StatusBadge.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useErrorText } from "../../../text/problem.ts"
import { notificationsQuery } from "./maintenance-queries.ts"
import styles from "./Notifications.module.css"

const STATUS: Record<DeliveryStatus["state"], Status> = { off: "quiet", idle: "ok", waiting: "live", failing: "failed" }

export function DeliveryCard({ way, changes }: { way: NotificationWay; changes: number }) {
  const texts = usePageTexts("notifications")
  const { data } = useSuspenseQuery(notificationsQuery())
  const { state, last, waiting, nextAt, givenUp } = data[way]
  // Nothing waits; but a test has shown that nothing would arrive.
  const shown = state === "idle" && last?.problem ? "failing" : state
  const title = `${texts[`${way}Title`]}: ${texts.statusTitle}`
  return (
    <Card title={title} aside={<StatusBadge status={STATUS[shown]}>{texts.states[shown]}</StatusBadge>}>
      <div className={styles.status}>
        <Facts
          facts={[
            { name: texts.last, value: last ? <Moment at={last.at} /> : texts.never },
            ...(last?.answer ? [{ name: texts.answer, value: <code>{last.answer}</code> }] : []),
            ...(waiting > 0 ? [{ name: texts.waitingLines, value: waiting }] : []),
            ...(nextAt === null ? [] : [{ name: texts.next, value: <Moment at={nextAt} /> }]),
            ...(givenUp > 0 ? [{ name: texts.givenUp, value: texts.givenUpHint(givenUp) }] : []),
          ]}
        />
        <div aria-live="polite">{last ? <Outcome state={state} last={last} /> : null}</div>
        <TestButton way={way} changes={changes} />
      </div>
    </Card>
  )
}

function Outcome({ state, last }: { state: DeliveryStatus["state"]; last: NonNullable<DeliveryStatus["last"]> }) {
  const texts = usePageTexts("notifications")
  const { delivery } = usePageTexts("eventSentences")
  if (last.problem === null) return <Notice status="ok">{texts.taken}</Notice>
  const partly = last.problem === "recipient-refused" && state !== "failing"
  return (
    <Notice status={partly ? "warning" : "failed"}>
      {(partly ? texts.partly : texts.failed)(delivery[last.problem])}
    </Notice>
  )
}

function TestButton({ way, changes }: { way: NotificationWay; changes: number }) {
  const texts = usePageTexts("notifications")
  const errorText = useErrorText()
  const allowed = useAllowed(notifications.test)
  const client = useQueryClient()
  const test = useMutation({
    mutationFn: () => request(notifications.test, { body: { way } }),
    onSettled: () => client.invalidateQueries({ queryKey: notificationsQuery().queryKey }),
  })
  if (!allowed) return null
  return (
    <div className={styles.test}>
      {test.error ? <Problem text={errorText(test.error)} /> : null}
      <Button variant="default" loading={test.isPending} disabled={changes > 0} onClick={() => test.mutate()}>
        {texts.test}
      </Button>
      {changes > 0 ? <span className={styles.hint}>{texts.testApplied}</span> : null}
    </div>
  )
}
