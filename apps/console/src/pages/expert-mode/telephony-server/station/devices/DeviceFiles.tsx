/** The files of a device exactly as they will be served. */
import { type Device, devices } from "@homeport/contract"
import { Button } from "@mantine/core"
import { download } from "../../../../../api/download.ts"
import { CopyIconButton } from "../../../../../devices/CopyIconButton.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../../../frame/page-icons.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import { useDownload } from "../../../../setup/security/use-download.ts"
import { ShowSecrets } from "./DevicePaper.tsx"
import styles from "./StationDevicesPage.module.css"
import type { useRevealed } from "./use-revealed.ts"

interface DeviceFilesProps {
  readonly device: Device
  readonly secrets: ReturnType<typeof useRevealed>
  readonly mayReveal: boolean
}

export function DeviceFiles({ device, secrets, mayReveal }: DeviceFilesProps) {
  const words = usePageTexts("deployment").file
  const errorText = useErrorText()
  const { busy, file, error, start } = useDownload()
  const files = secrets.view.ok ? secrets.view.files : []
  return (
    <Card
      title={words.title}
      lead={words.lead}
      aside={
        mayReveal ? (
          <div className={styles.tools}>
            <span role="status">{file === undefined ? null : words.downloaded(file)}</span>
            <ShowSecrets secrets={secrets} />
            <Button
              variant="default"
              leftSection={<DownloadIcon size={16} />}
              loading={busy}
              onClick={() => start(() => download(devices.file, { params: { id: device.id } }))}
            >
              {words.download}
            </Button>
          </div>
        ) : undefined
      }
    >
      <div className={styles.files}>
        {error === undefined ? null : <Problem text={errorText(error)} />}
        {files.map(({ name, text }) => (
          <figure key={name} className={styles.code}>
            <figcaption>
              {name}
              <CopyIconButton value={text} name={name} />
            </figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
            <pre tabIndex={0}>{text}</pre>
          </figure>
        ))}
      </div>
    </Card>
  )
}
