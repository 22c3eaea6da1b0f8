/** What the system has and does at this moment. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { speStatusQuery } from "../../../api/queries.ts"
import { Card, Facts } from "../../../table/Card.tsx"
import { DaysLeft } from "../../../table/DaysLeft.tsx"
import { TlsState } from "../../../table/TlsState.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./CertificateCard.module.css"

export function NowCard({ withoutLinks = false }: { withoutLinks?: boolean }) {
  const texts = usePageTexts("wizard").now
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const { certificate, authorities, stationsOverTls } = spe
  return (
    <Card title={texts.title}>
      <div className={styles.summary}>
        <TlsState withoutLinks={withoutLinks} />
        <Facts
          facts={[
            {
              name: texts.certificate,
              value: certificate ? (
                <span className={styles.value}>
                  {certificate.name}
                  <DaysLeft of={certificate} />
                </span>
              ) : (
                texts.none
              ),
            },
            { name: texts.authorities, value: authorities.map(({ name }) => name).join(", ") || texts.none },
            { name: texts.stations, value: stationsOverTls },
          ]}
        />
      </div>
    </Card>
  )
}
