/** SIP Clients ▸ Import / Export: stations as a CSV file, of which is shown what it would do before anything changes. */
import { stationCsv } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useState } from "react"
import { download } from "../../../../../api/download.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { useLanguage, useTexts } from "../../../../../text/texts.tsx"
import { useDownload } from "../../../../setup/security/use-download.ts"
import { ImportStations } from "./ImportStations.tsx"
import { NewPasswords } from "./NewPasswords.tsx"
import { type NewPassword, withNewer } from "./new-passwords.ts"
import styles from "./StationCsvPage.module.css"

export const prefetch = () => [pageTextsQuery("stationCsv")]

export default function StationCsvPage() {
  const title = useTexts().tree.sipClients
  const words = usePageTexts("stationCsv")
  const [passwords, setPasswords] = useState<readonly NewPassword[]>([])
  return (
    <ExpertView title={title} help={words.help}>
      <Export />
      <ImportStations onPasswords={(newer) => setPasswords((before) => withNewer(before, newer))} />
      {passwords.length > 0 ? <NewPasswords passwords={passwords} /> : null}
    </ExpertView>
  )
}

function Export() {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  const failureText = useFailureText()
  const { start, busy, error } = useDownload()
  const get = (content: "stations" | "template") =>
    start(() => download(stationCsv.download, { query: { content, language } }))
  return (
    <Card title={words.exportTitle} lead={words.exportLead}>
      <div className={styles.buttons}>
        <Button variant="default" loading={busy} onClick={() => get("stations")}>
          {words.exportAll}
        </Button>
        <Button variant="subtle" onClick={() => get("template")}>
          {words.template}
        </Button>
        {error ? <Problem text={failureText(error)} /> : null}
      </div>
    </Card>
  )
}
