/** One of several boxes in a row of a form, with its own label above it. */
import { type ReactNode, useId } from "react"
import { SelectBox, TextBox } from "./Box.tsx"
import styles from "./SmallBox.module.css"

interface SmallBoxProps {
  readonly label: string
  readonly width: "two" | "year" | "choice" | "rest"
  readonly value: string
  onChange(value: string): void
  onBlur?(): void
  readonly invalid?: true | undefined
  readonly disabled?: boolean
  readonly numeric?: boolean
  /** A list of options instead of a text box. */
  readonly children?: ReactNode
}

export function SmallBox({ label, width, invalid, numeric, children, ...box }: SmallBoxProps) {
  const id = useId()
  const control = { id, "aria-describedby": undefined, "aria-invalid": invalid }
  return (
    <div className={styles.box} data-width={width}>
      <label htmlFor={id}>{label}</label>
      {children ? (
        <SelectBox control={control} {...box}>
          {children}
        </SelectBox>
      ) : (
        <TextBox control={control} {...box} inputMode={numeric ? "numeric" : "text"} />
      )}
    </div>
  )
}

export function SmallBoxes({ children }: { children: ReactNode }) {
  return <div className={styles.boxes}>{children}</div>
}
