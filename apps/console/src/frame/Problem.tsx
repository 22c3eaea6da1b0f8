/** Why it did not work, above the button that was pressed. */
import { FailedIcon } from "./icons.tsx"
import styles from "./Problem.module.css"

export function Problem({ text }: { text: string }) {
  return (
    <div className={styles.problem} role="alert">
      <FailedIcon />
      <span>{text}</span>
    </div>
  )
}
