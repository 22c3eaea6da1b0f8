/** A device's URLs, while they can be seen: with a copy button each, and the QR code of a device that reads one. */
import type { OpenedLink } from "@homeport/contract"
import { usePageTexts } from "../text/page-texts.ts"
import { CopyIconButton } from "./CopyIconButton.tsx"
import styles from "./devices.module.css"
import { QrCode } from "./QrCode.tsx"

export function OpenedLinkView({ link, device }: { readonly link: OpenedLink; readonly device: string }) {
  const words = usePageTexts("deployment").link
  return (
    <div className={styles.opened}>
      <div className={styles.urls}>
        {link.url === null ? null : <Url name={words.url} value={link.url} />}
        {link.stagingUrl === null ? null : <Url name={words.stagingUrl} value={link.stagingUrl} />}
      </div>
      {link.qr === null ? null : <QrCode text={link.qr} label={words.qr(device)} />}
    </div>
  )
}

function Url({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.url}>
      <span className={styles.urlName}>{name}</span>
      <span className={styles.row}>
        <span className={styles.value}>{value}</span>
        <CopyIconButton value={value} name={name} />
      </span>
    </div>
  )
}
