/** The sheets of several devices with their secrets, one below the other; printed, each begins a page of its own. */
import type { Device, ProvisionView } from "@homeport/contract"
import { Button } from "@mantine/core"
import { DeviceSheet } from "../../../../../devices/DeviceSheet.tsx"
import { PrintButton } from "../../../../../frame/PrintSheet.tsx"
import { Notice } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./deployment.module.css"

interface SheetsProps {
  readonly items: readonly { readonly device: Device; readonly provision: ProvisionView }[]
  onClose(): void
}

export function Sheets({ items, onClose }: SheetsProps) {
  const words = usePageTexts("deployment").devices
  const served = items.filter(({ provision }) => provision.ok).length
  return (
    <>
      <div className={styles.tools}>
        <PrintButton />
        <Button variant="subtle" onClick={onClose}>
          {words.back}
        </Button>
        <span>{words.sheetsShown(items.length)}</span>
      </div>
      <Notice status="warning">
        {words.secretsShown}
        {served < items.length ? ` ${words.withoutSheet(items.length - served)}` : ""}
      </Notice>
      {items.map(({ device, provision }) => (
        <DeviceSheet key={device.id} device={device} provision={provision} revealed />
      ))}
    </>
  )
}
