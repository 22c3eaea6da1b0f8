/** The SIP ports as the table of the mirrored console: protocol name, port, transport, reach, and whether it is open. */
import { type Listener, portTable, type SpeStatus } from "@homeport/contract"
import { useId } from "react"
import { Link } from "react-router"
import { TextBox } from "../../../../form/Box.tsx"
import { FieldNotes } from "../../../../form/FieldRow.tsx"
import type { Field, PageForm } from "../../../../form/use-page-form.ts"
import { Card } from "../../../../table/Card.tsx"
import { type Status, StatusBadge } from "../../../../table/StatusBadge.tsx"
import { mendOf } from "../../../../table/tls-state.ts"
import { usePageTexts } from "../../../../text/page-texts.ts"
import { sentenceOf } from "../../../../text/problem.ts"
import { useTexts } from "../../../../text/texts.tsx"
import styles from "./PortTable.module.css"
import type { PortValues } from "./port-values.ts"

const STATUS: Record<Listener["state"], Status> = { listening: "ok", failed: "failed", draining: "live" }

interface PortTableProps {
  readonly form: PageForm<PortValues>
  readonly listeners: readonly Listener[]
  readonly spe: SpeStatus
}

export function PortTable({ form, listeners, spe }: PortTableProps) {
  const texts = usePageTexts("ports")
  return (
    <Card title={texts.tableTitle} lead={texts.tableLead} flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.port}</th>
            <th scope="col">{texts.transport}</th>
            <th scope="col">{texts.reach}</th>
            <th scope="col">{texts.state}</th>
          </tr>
        </thead>
        <tbody>
          {portTable.map((row) => (
            <tr key={row.name} data-changed={form.field(row.field).changed || undefined}>
              <th scope="row">{row.name}</th>
              <td className={styles.port}>
                <PortInput label={texts.portOf(row.name)} field={form.field(row.field)} />
              </td>
              <td className={styles.small}>{row.transport}</td>
              <td className={styles.small}>{texts.reaches[row.reach]}</td>
              <td>
                <PortState name={row.name} listeners={listeners.filter(({ name }) => name === row.name)} spe={spe} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function PortInput({ label, field }: { label: string; field: Field<string> }) {
  const id = useId()
  return (
    <>
      <TextBox
        control={{
          id,
          "aria-describedby": field.problem || field.conflict ? `${id}-notes` : undefined,
          "aria-invalid": field.problem ? true : undefined,
        }}
        aria-label={label}
        className={styles.input}
        inputMode="numeric"
        value={field.value}
        onChange={field.set}
        onBlur={field.left}
      />
      <div id={`${id}-notes`}>
        <FieldNotes id={id} label={label} field={field} inWords={field.stored} />
      </div>
    </>
  )
}

/** A port can be open at one address and not at another: the worst state is shown, then what is on its way out. */
function PortState({ name, listeners, spe }: Pick<PortTableProps, "listeners" | "spe"> & { name: string }) {
  const { home } = useTexts()
  const texts = usePageTexts("ports")
  if (name === "SIP_TLS_SIPQ") return <StatusBadge status="quiet">{texts.states.reserved}</StatusBadge>
  const failed = listeners.filter(({ state }) => state === "failed")
  const states = [...new Set(listeners.map(({ state }) => state))].sort(
    (one, other) => ORDER.indexOf(one) - ORDER.indexOf(other),
  )
  if (states.length === 0 && name.includes("TLS")) return <TlsClosed spe={spe} />
  if (states.length === 0) return <StatusBadge status="quiet">{texts.states.closed}</StatusBadge>
  return (
    <div className={styles.states}>
      {states.map((state) => (
        <StatusBadge key={state} status={STATUS[state]}>
          {texts.states[state]}
        </StatusBadge>
      ))}
      {failed.map(({ transport, address, port, problem }) => (
        <span key={`${transport} ${address}`} className={styles.why}>
          {transport} {address}:{port}: {home.listenerProblem[problem ?? "failed"]}
        </span>
      ))}
    </div>
  )
}

/** Nothing listens for TLS: what is missing first, and where that is mended. */
function TlsClosed({ spe }: { spe: SpeStatus }) {
  const texts = useTexts()
  const [reason] = spe.reasons
  if (spe.open || reason === undefined) return <StatusBadge status="live">{texts.tls.opening}</StatusBadge>
  const mend = mendOf(reason, texts)
  return (
    <div className={styles.states}>
      <StatusBadge status="quiet">{texts.tls.closed}</StatusBadge>
      <span className={styles.reason}>
        {sentenceOf(texts, "tls", reason)} <Link to={mend.path}>{texts.home.mend(mend.label)}</Link>
      </span>
    </div>
  )
}

const ORDER: readonly Listener["state"][] = ["failed", "listening", "draining"]
