/** What follows from the ports for the office router, as typed, before Apply; what proves that it is done; and the one thing never to do. */
import {
  type Forwarding,
  type ForwardingLine,
  forwardingTable,
  type Listener,
  portManagementSettings,
} from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { forwardingQuery } from "../../../../api/page-queries.ts"
import { Card, Notice } from "../../../../table/Card.tsx"
import { DataTable } from "../../../../table/DataTable.tsx"
import { ForwardingProof } from "../../../../table/ForwardingProof.tsx"
import { ForwardingTest } from "../../../../table/ForwardingTest.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import type { PageTexts } from "../../../../text/texts.tsx"
import styles from "./ForwardingCard.module.css"
import { type PortValues, portBody } from "./port-values.ts"

interface ForwardingCardProps {
  readonly values: PortValues
  readonly listeners: readonly Listener[]
  /** SIP over TLS is in use. */
  readonly tls: boolean
}

export function ForwardingCard({ values, listeners, tls }: ForwardingCardProps) {
  const texts = usePageTexts("ports")
  const proof = usePageTexts("forwarding")
  const { data: stored } = useSuspenseQuery(forwardingQuery())
  const settings = portManagementSettings.safeParse(portBody(values))
  const phonesPort = stored.items.find(({ name }) => name === "PHONES_EXT")?.from
  const outer = listeners.find(({ name }) => name === "SIP_EXT")
  return (
    <Card title={texts.forwardingTitle} lead={texts.forwardingLead(outer?.address ?? "–")} flush>
      {settings.success ? (
        <DataTable
          label={texts.forwardingTitle}
          rows={forwardingTable(settings.data, phonesPort)}
          keyOf={({ transport, from, name }) => `${transport} ${from} ${name}`}
          stacked
          columns={[
            { key: "protocol", title: texts.protocol, cell: ({ transport }) => transport },
            { key: "external", title: texts.external, cell: ({ from, last }) => range(from, from, last) },
            { key: "internal", title: texts.internal, cell: ({ from, to, last }) => range(to, from, last) },
            {
              key: "note",
              title: texts.note,
              priority: 2,
              cell: (line) => (line.name ? proof.phones : noteOf(line, tls, texts)),
            },
            {
              key: "proof",
              title: proof.column,
              cell: (line) => <ForwardingProof line={stored.items.find((one) => isSame(one, line))} />,
            },
          ]}
        />
      ) : null}
      <ForwardingTest />
      <div className={styles.never}>
        <Notice status="failed">
          <strong>{texts.never}.</strong>{" "}
          {texts.neverText([values.sip, values.sipTlsSipq, values.sipTlsSub].join(", "))}
        </Notice>
      </div>
    </Card>
  )
}

function range(first: number, from: number, last: number | undefined): string {
  return last === undefined ? String(first) : `${first}–${first + last - from}`
}

/** Whether what is stored is what is typed: proof is about the former. */
const isSame = (one: ForwardingLine, { transport, name, from, to, last }: Forwarding) =>
  one.transport === transport &&
  one.name === (name ?? null) &&
  one.from === from &&
  one.to === to &&
  one.last === (last ?? null)

function noteOf({ transport, from, to, last }: Forwarding, tls: boolean, texts: PageTexts["ports"]): string {
  if (last !== undefined) return ""
  if (transport === "TLS" && !tls) return `${texts.mustEqual}; ${texts.notYet}`
  if (transport !== "UDP") return texts.mustEqual
  return from === to ? "" : texts.differs
}
