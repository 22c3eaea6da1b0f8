/** A certificate ▸ Export Certificate: X.509 in PEM or DER, and PKCS#12 where its key is here. */
import { type Certificate, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation } from "@tanstack/react-query"
import { download } from "../../../../../../api/download.ts"
import { isAuthority } from "../../../../../../api/queries.ts"
import { useAllowed } from "../../../../../../api/use-login.ts"
import { Problem } from "../../../../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../../../../frame/page-icons.tsx"
import { Card, Notice } from "../../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../../text/problem.ts"
import { Pkcs12Export } from "../Pkcs12Export.tsx"
import styles from "./Actions.module.css"
import { prefetchShown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function ExportCertificatePage() {
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          <X509Export certificate={shown.certificate} />
          {/* What phones are given is the certificate alone. */}
          {shown.as === "speAuthorities" ? null : <WithKey certificate={shown.certificate} />}
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function X509Export({ certificate }: { certificate: Certificate }) {
  const texts = usePageTexts("security").stored.export
  const errorText = useErrorText()
  const save = useMutation({
    mutationFn: (format: "pem" | "der") =>
      download(certificates.x509, { params: { id: certificate.id }, query: { format } }),
    onSuccess: (file) => notifications.show({ message: texts.saved(file), color: "green" }),
  })
  return (
    <Card title={texts.x509Title} lead={texts.x509Lead}>
      <div className={styles.actions}>
        <Button leftSection={<DownloadIcon size={16} />} onClick={() => save.mutate("pem")}>
          {texts.pem}
        </Button>
        <Button variant="default" leftSection={<DownloadIcon size={16} />} onClick={() => save.mutate("der")}>
          {texts.der}
        </Button>
      </div>
      {save.isError ? <Problem text={errorText(save.error)} /> : null}
    </Card>
  )
}

function WithKey({ certificate }: { certificate: Certificate }) {
  const texts = usePageTexts("security").stored.export
  const allowed = useAllowed(certificates.pkcs12)
  if (!certificate.hasKey) return <Notice status="live">{texts.noKey}</Notice>
  if (!allowed) return null
  return (
    <Pkcs12Export
      certificate={certificate}
      title={texts.pkcs12Title}
      warning={isAuthority(certificate) ? texts.pkcs12Authority : undefined}
    />
  )
}
