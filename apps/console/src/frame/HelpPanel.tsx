/** The page's own help beside it: what each field does, its range, its default, and what to beware of. */

import type { HelpText } from "@homeport/contract/console/en"
import { ActionIcon } from "@mantine/core"
import { useEffect, useRef } from "react"
import { useTexts } from "../text/texts.tsx"
import styles from "./HelpPanel.module.css"
import { CloseIcon, WarningIcon } from "./icons.tsx"

export function HelpPanel({ help, onClose }: { help: HelpText; onClose: () => void }) {
  const texts = useTexts().frame
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={texts.help}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose()
      }}
    >
      <div className={styles.head}>
        <h2>{texts.help}</h2>
        <ActionIcon onClick={onClose} aria-label={texts.closeHelp}>
          <CloseIcon />
        </ActionIcon>
      </div>
      <p className={styles.introduction}>{help.introduction}</p>
      <dl>
        {help.fields.map((field) => (
          <div key={field.name} className={styles.field}>
            <dt>{field.name}</dt>
            <dd>
              <p>{field.text}</p>
              {field.range ? (
                <p className={styles.fact}>
                  {texts.helpRange}: {field.range}
                </p>
              ) : null}
              {field.standard ? (
                <p className={styles.fact}>
                  {texts.helpStandard}: {field.standard}
                </p>
              ) : null}
              {field.warning ? (
                <p className={styles.warning}>
                  <WarningIcon size={16} />
                  <span>{field.warning}</span>
                </p>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
