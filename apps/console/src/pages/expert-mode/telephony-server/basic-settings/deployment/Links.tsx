/** The links that were just made: seen once, copied or printed, one sheet for each device. */
import type { Device, OpenedLink } from "@homeport/contract"
import { Button } from "@mantine/core"
import { macText } from "../../../../../devices/device-values.ts"
import { OpenedLinkView } from "../../../../../devices/OpenedLink.tsx"
import { PrintButton, PrintSheet } from "../../../../../frame/PrintSheet.tsx"
import { Notice } from "../../../../../table/Card.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./deployment.module.css"

interface LinksProps {
  readonly items: readonly { readonly device: Device; readonly link: OpenedLink }[]
  onClose(): void
}

export function Links({ items, onClose }: LinksProps) {
  const words = usePageTexts("deployment")
  const format = useFormat()
  return (
    <>
      <div className={styles.tools}>
        <PrintButton />
        <Button variant="subtle" onClick={onClose}>
          {words.devices.back}
        </Button>
        <span>{words.devices.linksMade(items.length)}</span>
      </div>
      <Notice status="warning">{words.devices.linksOnce}</Notice>
      {items.map(({ device, link }) => (
        <PrintSheet
          key={device.id}
          title={words.sheet.title(device.modelName, `${device.callNumber} ${device.name}`)}
          lead={[
            device.mac === null ? undefined : words.sheet.mac(macText(device.mac)),
            words.sheet.linkLead(format.moment(link.opensUntil), link.fetchesLeft),
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          <OpenedLinkView link={link} device={device.modelName} />
        </PrintSheet>
      ))}
    </>
  )
}
