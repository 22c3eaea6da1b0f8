/** Subject Alternative Name: format, extension and value as in the mirrored console, for as many names as are needed. */
import type { AlternativeName } from "@homeport/contract"
import { usePageTexts } from "../text/page-texts.ts"
import { NameRows } from "./NameRows.tsx"
import { SmallBox } from "./SmallBox.tsx"
import type { Field } from "./use-page-form.ts"

export const noName: AlternativeName = { type: "dns", value: "" }

interface AlternativeNamesProps {
  readonly field: Field<readonly AlternativeName[]>
}

export function AlternativeNames({ field }: AlternativeNamesProps) {
  const texts = usePageTexts("security").certificate
  const words = texts.request
  return (
    <NameRows<AlternativeName>
      label={words.alternativeName}
      field={field}
      hint={words.alternativeHint}
      most={32}
      blank={noName}
      words={{
        value: words.value,
        add: words.addName,
        one: words.alternativeNameNumber,
        remove: words.removeName,
      }}
      kind={(row, change) => (
        <>
          <SmallBox
            label={words.format}
            width="choice"
            value={row.type === "dn" ? "dn" : "other"}
            onChange={(format) => change({ ...row, type: format === "dn" ? "dn" : "dns" })}
          >
            <option value="other">{words.formats.other}</option>
            <option value="dn">{words.formats.dn}</option>
          </SmallBox>
          {row.type === "dn" ? null : (
            <SmallBox
              label={words.extension}
              width="choice"
              value={row.type}
              // The options are those below.
              onChange={(type) => change({ ...row, type: type as AlternativeName["type"] })}
            >
              {EXTENSIONS.map((type) => (
                <option key={type} value={type}>
                  {texts.facts.nameTypes[type]}
                </option>
              ))}
            </SmallBox>
          )}
        </>
      )}
    />
  )
}

const EXTENSIONS = ["dns", "ip", "email"] as const
