/** The lines of the router's own table, each with what proves that the router does it. */
import type { ForwardingLine, HandOutLine } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { forwardingQuery } from "../../../../api/page-queries.ts"
import { ForwardingProof } from "../../../../table/ForwardingProof.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./ForwardingsTable.module.css"

export function ForwardingsTable({ lines }: { lines: readonly HandOutLine[] }) {
  const texts = usePageTexts("router")
  const proof = usePageTexts("forwarding")
  const { data: forwarding } = useSuspenseQuery(forwardingQuery())
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{texts.protocol}</th>
          <th scope="col">{texts.external}</th>
          <th scope="col">{texts.internal}</th>
          <th scope="col">{texts.purpose}</th>
          <th scope="col">{proof.column}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.protocol} ${line.from}`}>
            <th scope="row">{line.protocol}</th>
            <td>{range(line.from, line)}</td>
            <td>{range(line.to, line)}</td>
            <td>
              {texts.purposes[line.purpose]}
              {line.neededNow ? null : ` (${texts.notYet})`}
            </td>
            <td>
              <Proof of={forwarding.items.find((one) => isSame(one, line))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of what only this table has, nothing is known. */
function Proof({ of }: { of: ForwardingLine | undefined }) {
  return of ? <ForwardingProof line={of} /> : "–"
}

/** For a router TLS is TCP. */
const isSame = ({ transport, from, last }: ForwardingLine, line: HandOutLine) =>
  (transport === "UDP" ? "UDP" : "TCP") === line.protocol && from === line.from && last === (line.last ?? null)

function range(first: number, { from, last }: HandOutLine): string {
  return last === undefined ? String(first) : `${first}–${first + last - from}`
}
