/** The sheet of the device with what can be done with it: show its secrets, print it. */
import type { Device, OpenedLink } from "@homeport/contract"
import { Button } from "@mantine/core"
import { DeviceSheet } from "../../../../../devices/DeviceSheet.tsx"
import { OpenedLinkView } from "../../../../../devices/OpenedLink.tsx"
import { PrintIcon } from "../../../../../frame/icons.tsx"
import { onPaper, SheetSection } from "../../../../../frame/PrintSheet.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { HideIcon, ShowIcon } from "../../../../../frame/page-icons.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./StationDevicesPage.module.css"
import type { useRevealed } from "./use-revealed.ts"

interface DevicePaperProps {
  readonly device: Device
  readonly secrets: ReturnType<typeof useRevealed>
  readonly mayReveal: boolean
  /** Made on this page a moment ago: it goes onto the paper too. */
  readonly opened: OpenedLink | undefined
}

export function DevicePaper({ device, secrets, mayReveal, opened }: DevicePaperProps) {
  const words = usePageTexts("deployment")
  const { print } = useTexts().frame
  const errorText = useErrorText()
  const printed = usePrint(secrets)
  return (
    <>
      <div className={styles.tools}>
        {mayReveal ? <ShowSecrets secrets={secrets} /> : null}
        <Button
          variant="default"
          leftSection={<PrintIcon size={16} />}
          loading={secrets.busy}
          onClick={() => (mayReveal ? void printed() : window.print())}
        >
          {print}
        </Button>
        {secrets.error === undefined ? null : <Problem text={errorText(secrets.error)} />}
      </div>
      <DeviceSheet device={device} provision={secrets.view} revealed={secrets.revealed}>
        {opened ? (
          <div className={onPaper}>
            <SheetSection title={words.sheet.byLink}>
              <OpenedLinkView link={opened} device={device.modelName} />
            </SheetSection>
          </div>
        ) : null}
      </DeviceSheet>
    </>
  )
}

export function ShowSecrets({ secrets }: { secrets: ReturnType<typeof useRevealed> }) {
  const words = usePageTexts("deployment").secrets
  const Icon = secrets.revealed ? HideIcon : ShowIcon
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} />}
      loading={secrets.busy}
      onClick={() => (secrets.revealed ? secrets.hide() : void secrets.show())}
    >
      {secrets.revealed ? words.hide : words.show}
    </Button>
  )
}

/** A sheet without the password is of no use at the device: it is asked for, and hidden again afterwards if it was hidden before. */
function usePrint({ revealed, show, hide }: ReturnType<typeof useRevealed>): () => Promise<void> {
  return async () => {
    if (!(await show())) return
    if (!revealed) addEventListener("afterprint", hide, { once: true })
    window.print()
  }
}
