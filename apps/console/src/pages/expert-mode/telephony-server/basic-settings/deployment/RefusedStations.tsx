/** Which stations cannot have this device, by reason. */
import { provisioningSentence } from "@homeport/contract"
import type { ReactNode } from "react"
import { Link } from "react-router"
import { paths } from "../../../../../paths.ts"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import type { Refusal } from "./check-each.ts"
import styles from "./deployment.module.css"

interface RefusedStationsProps {
  readonly refused: readonly Refusal[]
  readonly of: number
  readonly children: ReactNode
}

export function RefusedStations({ refused, of, children }: RefusedStationsProps) {
  const words = usePageTexts("deployment").several
  const { language } = useLanguage()
  const reasons = Map.groupBy(refused, ({ reason, params }) =>
    provisioningSentence(language, "refusal", reason, params),
  )
  return (
    <Card title={words.refusedTitle(refused.length, of)}>
      <div className={styles.stack} role="alert">
        {[...reasons].map(([sentence, those]) => (
          <Notice key={sentence} status="failed">
            <p className={styles.reason}>{sentence}</p>
            {those.slice(0, NAMED).map(({ station }, at) => (
              <span key={station.index}>
                {at > 0 ? ", " : ""}
                <Link to={paths.sipClient(station.index)}>
                  {station.callNumber} {station.name}
                </Link>
              </span>
            ))}
            {those.length > NAMED ? ` ${words.andMore(those.length - NAMED)}` : null}
          </Notice>
        ))}
        {children}
      </div>
    </Card>
  )
}

/** More of one reason are counted. */
const NAMED = 20
