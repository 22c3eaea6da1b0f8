/** A certificate ▸ Revoke Certificate. */
import { type Certificate, certificates, type RevocationReason, revocationReasons } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../../api/client.ts"
import { ActionSection, SectionNotice } from "../../../../../../form/ActionSection.tsx"
import { SelectField } from "../../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../../form/use-action-form.ts"
import { useConfirm } from "../../../../../../frame/use-confirm.tsx"
import { Notice } from "../../../../../../table/Card.tsx"
import { useFormat } from "../../../../../../text/format.ts"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { prefetchShown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function RevokeCertificatePage() {
  const words = usePageTexts("security").stored.revoke
  const format = useFormat()
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          {shown.certificate.revokedAt !== null ? (
            <Notice status="failed">{words.already(format.gmt(shown.certificate.revokedAt))}</Notice>
          ) : shown.certificate.issuerId === null ? (
            <Notice status="live">{words.notPossible}</Notice>
          ) : (
            <Revocation certificate={shown.certificate} />
          )}
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function Revocation({ certificate }: { certificate: Certificate }) {
  const { id, name, usedBy } = certificate
  const words = usePageTexts("security").stored.revoke
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const serving = usedBy.includes("spe-certificate")
  const form = useActionForm({
    initial: { reason: "unspecified" as RevocationReason },
    check: () => ({}),
    send: async (body) => {
      const text = serving ? `${words.confirmSpe} ${words.confirmText}` : words.confirmText
      if (!(await ask({ title: words.confirmTitle(name), text, confirm: words.submit, final: true }))) return
      await request(certificates.revoke, { params: { id }, body })
      notifications.show({ message: words.done(name), color: "green" })
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(PREFIX) })
    },
  })
  return (
    <>
      <ActionSection form={form} title={words.title} lead={words.lead} button={words.submit} final>
        {serving ? <SectionNotice status="warning">{words.confirmSpe}</SectionNotice> : null}
        <SelectField
          label={words.reason}
          field={form.field("reason")}
          choices={revocationReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
      </ActionSection>
      {dialog}
    </>
  )
}

/** The list, the one certificate, and the revocation list of its CA. */
const PREFIX = certificates.list.path
