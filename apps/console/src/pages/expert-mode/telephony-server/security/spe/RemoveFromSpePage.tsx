/** An installed certificate or CA of SPE ▸ Remove Certificate: taken out of use; it stays in Certificate Management. */
import { type Certificate, certificates, type SpeStatus, spe } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { certificatesQuery, speStatusQuery } from "../../../../../api/queries.ts"
import { Problem } from "../../../../../frame/Problem.tsx"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import styles from "../ssl/certificate/Actions.module.css"
import { issuersOf } from "../ssl/certificate/issuers-of.ts"
import { prefetchShown, StoredCertificate, StoredView } from "../ssl/certificate/StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function RemoveFromSpePage() {
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          {shown.as === "speAuthorities" ? (
            <RemoveAuthority certificate={shown.certificate} />
          ) : (
            <RemoveSpeCertificate certificate={shown.certificate} />
          )}
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function RemoveSpeCertificate({ certificate: { name } }: { certificate: Certificate }) {
  const words = usePageTexts("security").spe
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const removal = useRemoval({
    question: words.removeConfirm(name),
    text: words.removeLead,
    done: words.removed(name),
    remove: async () => (await request(spe.remove, {})).data,
    back: paths.speCertificate(),
  })
  return (
    <Card title={words.removeTitle} lead={words.removeLead}>
      <div className={styles.stack}>
        {status.stationsOverTls > 0 ? (
          <Notice status="warning">{words.removeStations(status.stationsOverTls)}</Notice>
        ) : null}
        {removal}
      </div>
    </Card>
  )
}

function RemoveAuthority({ certificate }: { certificate: Certificate }) {
  const { id, name } = certificate
  const words = usePageTexts("security").spe.authorities
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const needed = status.certificate !== null && issuersOf(status.certificate, all.items).some((one) => one.id === id)
  const removal = useRemoval({
    question: words.removeConfirm(name),
    text: words.removeLead,
    done: words.removed(name),
    remove: async () => (await request(spe.removeAuthority, { params: { id } })).data,
    back: paths.speAuthorities(),
  })
  return (
    <Card title={words.removeTitle} lead={words.removeLead}>
      <div className={styles.stack}>{needed ? <Notice status="failed">{words.needed}</Notice> : removal}</div>
    </Card>
  )
}

interface RemovalOptions {
  readonly question: string
  readonly text: string
  readonly done: string
  remove(): Promise<SpeStatus>
  readonly back: string
}

/** The button, its question, and what went wrong. */
function useRemoval({ question, text, done, remove, back }: RemovalOptions) {
  const words = usePageTexts("security").spe
  const failureText = useFailureText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { ask, dialog } = useConfirm()
  const removing = useMutation({
    mutationFn: async () => {
      if (!(await ask({ title: question, text, confirm: words.removeSubmit, final: true }))) return
      const status = await remove()
      notifications.show({ message: done, color: "green" })
      await navigate(back)
      client.setQueryData(speStatusQuery().queryKey, status)
      void client.invalidateQueries({ queryKey: [certificates.list.path] })
    },
  })
  return (
    <>
      {removing.isError ? <Problem text={failureText(removing.error)} /> : null}
      <div className={styles.actions}>
        <Button
          variant="light"
          color="red"
          leftSection={<TrashIcon size={16} />}
          loading={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {words.removeSubmit}
        </Button>
      </div>
      {dialog}
    </>
  )
}
