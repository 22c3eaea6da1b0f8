/** A certificate ▸ Use for this Console: what browsers are shown before and after, and the switch. */
import { type Certificate, consoleCertificate } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { request } from "../../../../../../api/client.ts"
import { consoleCertificateQuery } from "../../../../../../api/page-queries.ts"
import { isAuthority } from "../../../../../../api/queries.ts"
import { useAllowed } from "../../../../../../api/use-login.ts"
import { Problem } from "../../../../../../frame/Problem.tsx"
import { useConfirm } from "../../../../../../frame/use-confirm.tsx"
import { Card, Notice } from "../../../../../../table/Card.tsx"
import { type Fact, FactGroup, Fingerprint } from "../../../../../../table/CertificateFacts.tsx"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../../text/problem.ts"
import styles from "./Actions.module.css"
import { prefetchShown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"

export const prefetch: typeof prefetchShown = (address) => [...prefetchShown(address), consoleCertificateQuery()]

export default function UseForConsolePage() {
  const words = usePageTexts("security").stored.console
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          {shown.certificate.hasKey && !isAuthority(shown.certificate) ? (
            <Switch certificate={shown.certificate} />
          ) : (
            <Notice status="live">{words.notPossible}</Notice>
          )}
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function Switch({ certificate }: { certificate: Certificate }) {
  const words = usePageTexts("security").stored.console
  const failureText = useFailureText()
  const client = useQueryClient()
  const allowed = useAllowed(consoleCertificate.replace)
  const { ask, dialog } = useConfirm()
  const query = consoleCertificateQuery()
  const { data: now } = useSuspenseQuery(query)
  const inUse = now.certificate?.id === certificate.id
  const change = useMutation({
    mutationFn: async (certificateId: number | null) => {
      const text = certificateId === null ? words.confirmOwn : words.confirmText(certificate.facts.fingerprint)
      if (!(await ask({ title: words.confirmTitle, text, confirm: certificateId === null ? words.useOwn : words.use })))
        return
      const { data } = await request(consoleCertificate.replace, { body: { certificateId } })
      client.setQueryData(query.queryKey, data)
      notifications.show({ message: words.switched, color: "green" })
    },
  })
  const shownNow: Fact[] = [
    { name: words.certificate, value: now.certificate?.name ?? words.own },
    {
      name: words.fingerprint,
      value: now.fingerprint === null ? words.noFingerprint : <Fingerprint of={now.fingerprint} />,
    },
  ]
  return (
    <Card title={words.title} lead={words.lead}>
      <div className={styles.stack}>
        {now.https ? null : <Notice status="live">{words.http}</Notice>}
        <FactGroup title={words.now} facts={shownNow} />
        {inUse ? (
          <Notice status="ok">{words.inUse}</Notice>
        ) : (
          <>
            <FactGroup
              title={words.afterwards}
              facts={[
                { name: words.certificate, value: certificate.name },
                { name: words.fingerprint, value: <Fingerprint of={certificate.facts.fingerprint} /> },
              ]}
            />
            <Notice status="warning">{words.warning}</Notice>
          </>
        )}
        {change.isError ? <Problem text={failureText(change.error)} /> : null}
        {allowed ? (
          <div className={styles.actions}>
            {inUse ? (
              <Button variant="default" loading={change.isPending} onClick={() => change.mutate(null)}>
                {words.useOwn}
              </Button>
            ) : (
              <Button loading={change.isPending} onClick={() => change.mutate(certificate.id)}>
                {words.use}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {dialog}
    </Card>
  )
}
