/** CRL Distribution Point: where the list of revoked certificates can be fetched. */
import { usePageTexts } from "../text/page-texts.ts"
import { type NameRow, NameRows } from "./NameRows.tsx"
import { SmallBox } from "./SmallBox.tsx"
import type { Field } from "./use-page-form.ts"

export function DistributionPoints({ field }: { field: Field<readonly NameRow[]> }) {
  const words = usePageTexts("security").certificate.request
  return (
    <NameRows
      label={words.distributionPoint}
      field={field}
      hint={words.distributionHint}
      most={4}
      blank={{ type: "uri", value: "" }}
      words={{
        value: words.pointValue,
        add: words.addPoint,
        one: words.distributionPointNumber,
        remove: words.removePoint,
      }}
      kind={(row, change) => (
        <SmallBox label={words.pointType} width="choice" value={row.type} onChange={(type) => change({ ...row, type })}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {words.pointTypes[type]}
            </option>
          ))}
        </SmallBox>
      )}
    />
  )
}

const TYPES = ["dns", "ip", "uri"] as const
