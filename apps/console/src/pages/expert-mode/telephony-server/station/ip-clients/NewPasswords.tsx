/**
 * The passwords that imports made. They are shown once, and nobody can read them back: whoever leaves without having copied or
 * downloaded them is asked first.
 */
import { csvWords } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useState } from "react"
import { saveFile } from "../../../../../api/download.ts"
import { CheckIcon, CopyIcon } from "../../../../../frame/icons.tsx"
import { LeaveGuard } from "../../../../../frame/LeaveGuard.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../../../frame/page-icons.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import { Rest, SHOWN } from "./CsvTables.tsx"
import { type NewPassword, passwordFile, passwordRows } from "./new-passwords.ts"
import styles from "./StationCsvPage.module.css"

export function NewPasswords({ passwords }: { readonly passwords: readonly NewPassword[] }) {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  // Of these very passwords: what is done with them does not hold for the next ones.
  const [copied, setCopied] = useState<Passwords>()
  const [downloaded, setDownloaded] = useState<Passwords>()
  const [failed, setFailed] = useState(false)
  const kept = copied === passwords || downloaded === passwords

  const copy = async () => {
    try {
      // Over plain HTTP browsers have no clipboard at all.
      await navigator.clipboard.writeText(passwordRows(passwords, language))
      setCopied(passwords)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  const download = () => {
    const type = "text/csv;charset=utf-8"
    saveFile(new Blob([passwordFile(passwords, language)], { type }), "new-sip-passwords.csv")
    setDownloaded(passwords)
  }

  return (
    <Card title={words.passwordsTitle} lead={words.passwordsLead} flush>
      <div className={styles.tools}>
        <Button
          variant={kept ? "default" : "filled"}
          leftSection={copied === passwords ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
          onClick={copy}
        >
          {copied === passwords ? words.copied : words.copyAll}
        </Button>
        <Button
          variant="default"
          leftSection={downloaded === passwords ? <CheckIcon size={16} /> : <DownloadIcon size={16} />}
          onClick={download}
        >
          {downloaded === passwords ? words.downloaded : words.download}
        </Button>
        {failed ? <Problem text={words.notCopied} /> : null}
      </div>
      <DataTable
        label={words.passwordsTitle}
        rows={passwords.slice(0, SHOWN)}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: "station", title: words.station, cell: ({ callNumber, name }) => `${callNumber} ${name}` },
          {
            key: "userId",
            title: csvWords[language].headings.sipUserId,
            priority: 2,
            cell: ({ sipUserId }) => sipUserId,
          },
          {
            key: "password",
            title: words.password,
            cell: ({ password }) => <code className={styles.password}>{password}</code>,
          },
        ]}
      />
      {passwords.length > SHOWN ? (
        <div className={styles.tools}>
          <Rest count={passwords.length - SHOWN} />
        </div>
      ) : null}
      <LeaveGuard changes={kept ? 0 : passwords.length} question={words.leave} />
    </Card>
  )
}

type Passwords = readonly NewPassword[]
