/** What the provider last answered to Homeport, in words, and what comes next. */
import { type DyndnsUpdate, isDyndnsRefusal, isDyndnsSuccess, live } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../api/client.ts"
import { dyndnsStatusQuery } from "../../../../api/queries.ts"
import { useAllowed } from "../../../../api/use-login.ts"
import { Problem } from "../../../../frame/Problem.tsx"
import { Card, Facts, Notice } from "../../../../table/Card.tsx"
import { type Status, StatusBadge } from "../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import { useErrorText } from "../../../../text/problem.ts"
import styles from "./DynDns.module.css"

export function DynDnsUpdateCard({ update }: { update: DyndnsUpdate }) {
  const { update: texts } = usePageTexts("dynDns")
  const errorText = useErrorText()
  const client = useQueryClient()
  const allowed = useAllowed(live.updateDyndns)
  const ask = useMutation({
    mutationFn: () => request(live.updateDyndns, {}),
    onSuccess: ({ data }) => client.setQueryData(dyndnsStatusQuery().queryKey, data),
  })
  const { state, last, sent, next, elsewhere } = update
  const status = last ? [last.status === null ? undefined : texts.status(last.status), last.line] : []
  const words = status.filter(Boolean).join(": ")
  return (
    <Card title={texts.title} aside={<StatusBadge status={statusOf(update)}>{texts.state[state]}</StatusBadge>}>
      <div className={styles.status}>
        <Facts
          facts={[
            { name: texts.lastAnswer, value: last ? <Moment at={last.at} /> : texts.none },
            ...(words === "" ? [] : [{ name: texts.words, value: <code>{words}</code> }]),
            { name: texts.sent, value: sent?.address ?? "–" },
            ...(state === "waiting" || state === "idle"
              ? [
                  {
                    name: state === "idle" && next ? texts.refresh : texts.next,
                    value: next ? <Moment at={next} /> : texts.onChange,
                  },
                ]
              : []),
          ]}
        />
        {last ? (
          <Notice status={noticeOf(last)}>
            {texts.answer[last.code]}
            {state === "stopped" ? ` ${texts.stopped}` : null}
          </Notice>
        ) : null}
        {state === "no-address" ? <Notice status="warning">{texts.noAddress}</Notice> : null}
        {elsewhere ? <Notice status="warning">{texts.elsewhere}</Notice> : null}
        {ask.error ? <Problem text={errorText(ask.error)} /> : null}
        {allowed ? (
          <div>
            <Button
              variant="default"
              loading={ask.isPending}
              disabled={state === "updating"}
              onClick={() => ask.mutate()}
            >
              {texts.now}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function statusOf({ state, last }: DyndnsUpdate): Status {
  if (state === "stopped") return "failed"
  if (state === "no-address" || (state === "waiting" && last && !isDyndnsSuccess(last.code))) return "warning"
  return state === "idle" ? "ok" : "live"
}

function noticeOf({ code }: NonNullable<DyndnsUpdate["last"]>): "ok" | "failed" | "warning" {
  if (isDyndnsSuccess(code)) return "ok"
  return isDyndnsRefusal(code) ? "failed" : "warning"
}
