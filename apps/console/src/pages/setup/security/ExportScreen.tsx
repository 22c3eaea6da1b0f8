/** Step 2: the CA certificate as a file, for the phones. */
import { type Certificate, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { download } from "../../../api/download.ts"
import { DownloadIcon } from "../../../frame/page-icons.tsx"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { CertificateCard } from "./CertificateCard.tsx"
import styles from "./screens.module.css"
import { useDownload } from "./use-download.ts"
import { before, type Place, pathOf } from "./way.ts"

export function ExportScreen({ place, authority }: { place: Place; authority: Certificate }) {
  const texts = usePageTexts("wizard")
  const words = useTexts().frame.wizard
  const { busy, file, error, start } = useDownload()
  const save = (format: "pem" | "der") =>
    start(() => download(certificates.x509, { params: { id: authority.id }, query: { format } }))
  return (
    <WizardScreen
      title={texts.export.title}
      lead={texts.export.lead}
      back={before({ ...place, step: "export" })}
      cancel={paths.setup()}
      next={{ label: words.next, path: pathOf({ ...place, step: "server" }) }}
      outcome={file === undefined ? undefined : texts.downloaded(file)}
      error={error}
    >
      <CertificateCard title={authority.name} facts={authority.facts}>
        <div className={styles.buttons}>
          <Button variant="light" leftSection={<DownloadIcon />} disabled={busy} onClick={() => save("pem")}>
            {texts.export.pem}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => save("der")}>
            {texts.export.der}
          </Button>
          <span className={styles.hint}>{texts.export.fileHint}</span>
        </div>
      </CertificateCard>
    </WizardScreen>
  )
}
