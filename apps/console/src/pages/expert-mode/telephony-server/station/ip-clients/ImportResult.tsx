/** What an import came to, and where its stations are found. */
import type { CsvApplied } from "@homeport/contract"
import { Button } from "@mantine/core"
import { Link } from "react-router"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useCountsText } from "./ImportPreview.tsx"
import styles from "./StationCsvPage.module.css"

export function ImportResult({ applied }: { readonly applied: CsvApplied }) {
  const words = usePageTexts("stationCsv")
  const countsText = useCountsText(applied)
  return (
    <Card title={words.importedTitle} lead={<span role="status">{countsText}</span>}>
      <div className={styles.buttons}>
        <Button component={Link} to={paths.sipClients()} variant="default">
          {words.toStations}
        </Button>
        <Button component={Link} to={paths.phoneParameterDeployment()} variant="default">
          {words.toDevices}
        </Button>
      </div>
    </Card>
  )
}
