/** The lines of the router's own table. */
import type { HandOutLine } from "@homeport/contract"
import { usePageTexts } from "../../../../text/page-texts.ts"

export function ForwardingsTable({ lines }: { lines: readonly HandOutLine[] }) {
  const texts = usePageTexts("router")
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.protocol}</th>
          <th scope="col">{texts.external}</th>
          <th scope="col">{texts.internal}</th>
          <th scope="col">{texts.purpose}</th>
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
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function range(first: number, { from, last }: HandOutLine): string {
  return last === undefined ? String(first) : `${first}–${first + last - from}`
}
