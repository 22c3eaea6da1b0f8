/** What this device fetched, and what it was refused: the newest few. */
import { useQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { deviceFetchesQuery } from "../../../../../api/device-queries.ts"
import { useFetchColumns } from "../../../../../devices/fetch-columns.tsx"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { DownloadIcon } from "../../../../../frame/page-icons.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./StationDevicesPage.module.css"

const NEWEST = 10

export function DeviceFetches({ device }: { device: number }) {
  const words = usePageTexts("deployment").requests
  const { data: page } = useQuery(deviceFetchesQuery({ device, limit: NEWEST, sort: "-at" }))
  const columns = useFetchColumns().filter(({ key }) => key !== "device")
  if (!page) return null
  return (
    <Card title={words.ofDevice} flush>
      {page.items.length > 0 ? (
        <>
          <DataTable label={words.ofDevice} columns={columns} rows={page.items} keyOf={({ id }) => String(id)} />
          {page.total > NEWEST ? (
            <p className={styles.foot}>
              <Link to={paths.phoneRequests()}>{words.all}</Link>
            </p>
          ) : null}
        </>
      ) : (
        <EmptyState icon={<DownloadIcon size={24} />} title={words.none} text={words.noneOfDevice} />
      )}
    </Card>
  )
}
