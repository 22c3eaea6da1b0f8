/** What good values are filled in for, out of the way until somebody wants to see or change it. */
import { type ReactNode, useState } from "react"
import { ChevronIcon } from "../../../frame/icons.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./Details.module.css"

interface DetailsProps {
  /** What it is, when "Details" would not say it. */
  readonly label?: string
  /** Something in it is wrong: it cannot stay closed. */
  readonly wrong?: boolean
  /** Among the rows of a form, which bring their own margin. */
  readonly inForm?: boolean
  readonly children: ReactNode
}

export function Details({ label, wrong = false, inForm = false, children }: DetailsProps) {
  const texts = usePageTexts("wizard")
  const [open, setOpen] = useState(false)
  return (
    <details
      className={styles.details}
      data-form={inForm || undefined}
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <ChevronIcon size={14} />
        {label ?? texts.details}
      </summary>
      {children}
    </details>
  )
}
