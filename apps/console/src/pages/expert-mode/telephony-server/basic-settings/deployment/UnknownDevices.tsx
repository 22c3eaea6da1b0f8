/** Phones that called without a link: given to a station, or forgotten. */
import { devices, type UnknownDevice } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { unknownDevicesQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { macText } from "../../../../../devices/device-values.ts"
import shared from "../../../../../devices/devices.module.css"
import { FirmwareBadge } from "../../../../../devices/FirmwareBadge.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { type Column, DataTable } from "../../../../../table/DataTable.tsx"
import { Moment } from "../../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import { BindUnknown } from "./BindUnknown.tsx"
import styles from "./deployment.module.css"

export function UnknownDevices() {
  const words = usePageTexts("deployment").unknown
  const { data: page } = useSuspenseQuery(unknownDevicesQuery())
  const [binding, setBinding] = useState<UnknownDevice>()
  const columns = useColumns(setBinding)
  return (
    <Card title={words.title} lead={words.lead} flush>
      {page.items.length > 0 ? (
        <DataTable label={words.title} columns={columns} rows={page.items} keyOf={({ mac }) => mac} stacked />
      ) : (
        <p className={styles.nothing}>{words.none}</p>
      )}
      {page.total > page.items.length ? (
        <p className={styles.nothing}>{words.more(page.total - page.items.length)}</p>
      ) : null}
      {binding ? <BindUnknown key={binding.mac} phone={binding} onClose={() => setBinding(undefined)} /> : null}
    </Card>
  )
}

function useColumns(onBind: (phone: UnknownDevice) => void): readonly Column<UnknownDevice>[] {
  const words = usePageTexts("deployment").unknown
  const mayBind = useAllowed(devices.bindUnknown)
  const columns: readonly Column<UnknownDevice>[] = [
    {
      key: "phone",
      title: words.phone,
      cell: ({ mac, shownModel, userAgent }) => (
        <span className={shared.two}>
          {shownModel ?? userAgent}
          <span className={`${shared.second} ${shared.whole}`}>{macText(mac)}</span>
        </span>
      ),
    },
    {
      key: "firmware",
      title: words.firmware,
      priority: 2,
      cell: ({ firmware, verdict }) => <FirmwareBadge firmware={firmware} verdict={verdict} />,
    },
    {
      key: "last",
      title: words.last,
      cell: ({ lastAt, times }) => (
        <span className={shared.two}>
          <Moment at={lastAt} />
          <span className={shared.second}>{words.times(times)}</span>
        </span>
      ),
    },
    { key: "first", title: words.first, priority: 4, cell: ({ firstAt }) => <Moment at={firstAt} /> },
    { key: "address", title: words.address, priority: 2, narrow: true, cell: ({ address }) => address },
    { key: "file", title: words.file, priority: 4, narrow: true, cell: ({ file }) => file },
  ]
  if (!mayBind) return columns
  return [
    ...columns,
    {
      key: "do",
      title: words.actions,
      wide: true,
      cell: (phone) => (
        <span className={styles.tools}>
          <Button size="compact-sm" variant="default" onClick={() => onBind(phone)}>
            {words.bind}
          </Button>
          <Forget phone={phone} />
        </span>
      ),
    },
  ]
}

function Forget({ phone }: { phone: UnknownDevice }) {
  const words = usePageTexts("deployment").unknown
  const errorText = useErrorText()
  const client = useQueryClient()
  const forget = useMutation({
    mutationFn: () => request(devices.forgetUnknown, { params: { mac: phone.mac } }),
    onSuccess: () => client.invalidateQueries({ queryKey: unknownDevicesQuery().queryKey }),
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
  })
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      aria-label={words.forgetOne(macText(phone.mac))}
      loading={forget.isPending}
      onClick={() => forget.mutate()}
    >
      {words.forget}
    </Button>
  )
}
