/** Recovery codes, the only time that they are shown. */
import { Button, CopyButton } from "@mantine/core"
import { CheckIcon, CopyIcon, PrintIcon } from "../../../frame/icons.tsx"
import { Card } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import styles from "../administrators.module.css"

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  onDone(): void
}

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { form, frame } = useTexts()
  const words = usePageTexts("administrators").factor
  return (
    <Card title={words.codesTitle} lead={words.codesLead}>
      <div className={styles.stack}>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <CopyButton value={codes.join("\n")}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
                onClick={copy}
              >
                {copied ? form.copied : words.copyAll}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" leftSection={<PrintIcon size={16} />} onClick={() => print()}>
            {frame.print}
          </Button>
          <Button onClick={onDone}>{words.codesDone}</Button>
        </div>
      </div>
    </Card>
  )
}
