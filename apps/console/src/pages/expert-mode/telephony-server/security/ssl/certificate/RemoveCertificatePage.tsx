/** A certificate ▸ Remove Certificate: refused while something uses it, and by what. */
import { type Certificate, type CertificateUse, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Link, useNavigate } from "react-router"
import { request } from "../../../../../../api/client.ts"
import { certificateQuery, certificatesQuery } from "../../../../../../api/queries.ts"
import { Problem } from "../../../../../../frame/Problem.tsx"
import { TrashIcon } from "../../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../../frame/use-confirm.tsx"
import { dataPath, paths } from "../../../../../../paths.ts"
import { Card, Notice } from "../../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../../text/problem.ts"
import { useTexts } from "../../../../../../text/texts.tsx"
import { useUses } from "../use-uses.ts"
import styles from "./Actions.module.css"
import { prefetchShown, type Shown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function RemoveCertificatePage() {
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          <Removal shown={shown} />
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function Removal({ shown: { certificate, as } }: { shown: Shown }) {
  const { id, name, hasKey, usedBy } = certificate
  const words = usePageTexts("security").stored.remove
  const failureText = useFailureText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { ask, dialog } = useConfirm()
  const remove = useMutation({
    mutationFn: async () => {
      const question = { title: words.confirmTitle(name), text: words.confirmText, confirm: words.submit, final: true }
      if (!(await ask(question))) return
      await request(certificates.remove, { params: { id } })
      notifications.show({ message: words.removed(name), color: "green" })
      await navigate(as === "authorities" ? paths.certificateGeneration() : paths.certificateManagement())
      client.removeQueries({ queryKey: certificateQuery(id).queryKey })
      void client.invalidateQueries({ queryKey: [certificates.list.path] })
    },
  })
  return (
    <Card title={words.title} lead={words.lead}>
      <div className={styles.stack}>
        {usedBy.length > 0 ? (
          <InUse certificate={certificate} />
        ) : (
          <>
            {hasKey ? <Notice status="warning">{words.lastCopy}</Notice> : null}
            {remove.isError ? <Problem text={failureText(remove.error)} /> : null}
            <div className={styles.actions}>
              <Button
                variant="light"
                color="red"
                leftSection={<TrashIcon size={16} />}
                loading={remove.isPending}
                onClick={() => remove.mutate()}
              >
                {words.submit}
              </Button>
            </div>
          </>
        )}
      </div>
      {dialog}
    </Card>
  )
}

/** Each use with what ends it. */
function InUse({ certificate }: { certificate: Certificate }) {
  const words = usePageTexts("security").stored.remove
  const uses = useUses()
  return (
    <Notice status="failed">
      {words.inUse}
      <ul className={styles.list}>
        {certificate.usedBy.map((use) => (
          <li key={use}>
            {uses([use])}: {words.inUseHint[use]} <Ending use={use} of={certificate} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Ending({ use, of: { id } }: { use: CertificateUse; of: Certificate }): ReactNode {
  const { tree } = useTexts()
  const { data: all } = useSuspenseQuery(certificatesQuery())
  switch (use) {
    case "spe-certificate":
      return <Link to={paths.speCertificate()}>{tree.speCertificate}</Link>
    case "spe-ca":
      return <Link to={paths.speAuthorities()}>{tree.speAuthorities}</Link>
    case "console":
      return <Link to={dataPath("certificateManagement", id, "useForConsole")}>{tree.useForConsole}</Link>
    case "issuer":
      return all.items
        .filter(({ issuerId }) => issuerId === id)
        .map((signed, at) => (
          <span key={signed.id}>
            {at > 0 ? ", " : ""}
            <Link to={paths.certificate(signed.id)}>{signed.name}</Link>
          </span>
        ))
  }
}
