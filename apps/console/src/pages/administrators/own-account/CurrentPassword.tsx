/** The present password once more, before something that protects the account is changed. */
import { PasswordBox } from "../../../form/Box.tsx"
import type { Problems } from "../../../form/check.ts"
import { FieldRow } from "../../../form/FieldRow.tsx"
import styles from "../../../form/fields.module.css"
import type { Field } from "../../../form/use-page-form.ts"
import { usePageTexts } from "../../../text/page-texts.ts"

export function CurrentPassword({ field }: { readonly field: Field<string> }) {
  const words = usePageTexts("administrators").own
  return (
    <FieldRow label={words.current} field={field} inWords="">
      {({ labelId: _, ...control }) => (
        <PasswordBox
          control={control}
          className={styles.address}
          autoComplete="current-password"
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}

export const missingPassword = (currentPassword: string): Problems =>
  currentPassword === "" ? { currentPassword: { code: "Required" } } : {}
