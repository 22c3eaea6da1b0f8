/** Why SPE cannot take a certificate: all of it at once. */
import type { CertificateProblem } from "@homeport/contract"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useProblemText } from "../../../text/problem.ts"
import styles from "./screens.module.css"

export function CertificateProblems({ problems }: { problems: readonly CertificateProblem[] }) {
  const texts = usePageTexts("wizard").file
  const problemText = useProblemText()
  if (problems.length === 0) return null
  return (
    <Notice status="failed">
      {texts.refused}
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={problem.code}>{problemText(problem)}</li>
        ))}
      </ul>
    </Notice>
  )
}
