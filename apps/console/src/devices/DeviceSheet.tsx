/**
 * The sheet of one device: its own labels in the order of its own pages, so that somebody who stands at it can follow with a finger.
 * Secrets are dots until they are asked for.
 */
import { type Device, type ProvisionView, provisioningSentence } from "@homeport/contract"
import type { ReactNode } from "react"
import { onScreen, PrintSheet, SheetFacts, SheetSection } from "../frame/PrintSheet.tsx"
import { usePageTexts } from "../text/page-texts.ts"
import { useLanguage } from "../text/texts.tsx"
import { CopyIconButton } from "./CopyIconButton.tsx"
import { macText } from "./device-values.ts"
import styles from "./devices.module.css"

interface DeviceSheetProps {
  readonly device: Device
  readonly provision: ProvisionView
  /** Whether its secrets are in it. */
  readonly revealed: boolean
  /** Before the values: what stands there on the screen alone is its own business. */
  readonly children?: ReactNode
}

export function DeviceSheet({ device, provision, revealed, children }: DeviceSheetProps) {
  const words = usePageTexts("deployment")
  const { language } = useLanguage()
  const station = `${device.callNumber} ${device.name}`
  return (
    <PrintSheet
      title={words.sheet.title(device.modelName, station)}
      lead={[
        device.mac === null ? undefined : words.sheet.mac(macText(device.mac)),
        words.transports[device.transport],
        provision.ok ? words.sheet.lead : undefined,
      ]
        .filter(Boolean)
        .join(" · ")}
    >
      {children}
      {provision.ok ? (
        provision.sheet.map(({ title, rows }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a device may have two pages of one name; their order is fixed
          <SheetSection key={at} title={`${at + 1}. ${title}`}>
            <SheetFacts
              facts={rows.map(({ label, value, secret, optional }) => ({
                name: label,
                value: (
                  <span className={styles.row}>
                    <span className={styles.value}>{value === "" ? words.sheet.empty : value}</span>
                    {optional ? <span className={styles.leave}>{words.sheet.leave}</span> : null}
                    {value === "" || (secret && !revealed) ? null : (
                      <span className={onScreen}>
                        <CopyIconButton value={value} name={label} />
                      </span>
                    )}
                  </span>
                ),
              }))}
            />
          </SheetSection>
        ))
      ) : (
        <p>{provisioningSentence(language, "refusal", provision.reason, provision.params)}</p>
      )}
    </PrintSheet>
  )
}
