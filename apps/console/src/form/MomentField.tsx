/** A moment in GMT, in six boxes as in the mirrored console: plain text boxes, each with its label. */
import type { ReactNode } from "react"
import { useTexts } from "../text/texts.tsx"
import { FieldRow } from "./FieldRow.tsx"
import { SmallBox, SmallBoxes } from "./SmallBox.tsx"
import { boxesOf, type MomentPart, typedOf } from "./typed-moment.ts"
import type { Field } from "./use-page-form.ts"

interface MomentFieldProps {
  readonly label: string
  /** Holds what typed-moment.ts describes. */
  readonly field: Field<string>
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export function MomentField({ label, field, hint, disabled = false }: MomentFieldProps) {
  const texts = useTexts().moment
  const boxes = boxesOf(field.value)
  return (
    <FieldRow label={label} field={field} hint={hint} inWords={field.stored} group>
      {({ labelId, id: _, ...control }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would take its name from a legend, which a row does not have
        <div role="group" aria-labelledby={labelId} aria-describedby={control["aria-describedby"]}>
          {ROWS.map((parts) => (
            <SmallBoxes key={parts[0]}>
              {parts.map((part) => (
                <SmallBox
                  key={part}
                  label={texts[part]}
                  width={part === "year" ? "year" : "two"}
                  invalid={control["aria-invalid"]}
                  numeric
                  disabled={disabled}
                  value={boxes[part]}
                  onChange={(value) => field.set(typedOf({ ...boxes, [part]: value.replaceAll(/[-T:Z]/g, "") }))}
                  onBlur={field.left}
                />
              ))}
            </SmallBoxes>
          ))}
        </div>
      )}
    </FieldRow>
  )
}

const ROWS: readonly (readonly MomentPart[])[] = [
  ["day", "month", "year"],
  ["hour", "minute", "second"],
]
