/** The boxes that text goes into, with what belongs to them (hint, problem, conflict) said to assistive technology. */
import { ActionIcon, Input, InputWrapperContext } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { HideIcon, ShowIcon } from "../frame/page-icons.tsx"
import { useTexts } from "../text/texts.tsx"
import styles from "./Box.module.css"
import type { ControlProps } from "./FieldRow.tsx"

interface BoxProps {
  readonly control: ControlProps
  readonly value: string
  onChange(value: string): void
  onBlur?(): void
  readonly className?: string | undefined
  readonly disabled?: boolean
  readonly placeholder?: string
}

interface TextBoxProps extends BoxProps {
  readonly maxLength?: number
  readonly inputMode?: "numeric" | "text"
  readonly autoComplete?: string
  readonly "aria-label"?: string
  readonly "aria-required"?: true | undefined
}

export function TextBox({ control, onChange, className, ...input }: TextBoxProps) {
  return (
    <Described by={control}>
      <Input
        {...input}
        error={control["aria-invalid"] === true}
        classNames={{ wrapper: className ?? "" }}
        spellCheck={false}
        autoComplete={input.autoComplete ?? "off"}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Described>
  )
}

/** "2026-05-04", or empty: the browser's own field for a day. */
export function DayBox({ control, onChange, className, ...input }: BoxProps) {
  return (
    <Described by={control}>
      <Input
        {...input}
        type="date"
        max="9999-12-31"
        error={control["aria-invalid"] === true}
        classNames={{ wrapper: className ?? "" }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Described>
  )
}

export function PasswordBox(props: BoxProps & { readonly autoComplete?: "current-password" | "new-password" }) {
  const { control, onChange, className, autoComplete = "new-password", ...input } = props
  const texts = useTexts().password
  const [shown, setShown] = useState(false)
  const Icon = shown ? HideIcon : ShowIcon
  return (
    <Described by={control}>
      <Input
        {...input}
        type={shown ? "text" : "password"}
        error={control["aria-invalid"] === true}
        classNames={{ wrapper: className ?? "" }}
        autoComplete={autoComplete}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSectionPointerEvents="all"
        rightSection={
          <ActionIcon
            aria-label={texts.show}
            aria-pressed={shown}
            disabled={input.disabled ?? false}
            onClick={() => setShown(!shown)}
          >
            <Icon />
          </ActionIcon>
        }
      />
    </Described>
  )
}

export function SelectBox({ control, onChange, className, ...select }: BoxProps & { readonly children: ReactNode }) {
  return (
    <Described by={control}>
      <Input
        component="select"
        pointer
        {...select}
        error={control["aria-invalid"] === true}
        classNames={{ wrapper: `${className ?? ""} ${styles.select}` }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Described>
  )
}

export function AreaBox({ control, onChange, className, ...area }: BoxProps & { readonly rows: number }) {
  return (
    <Described by={control}>
      <Input
        component="textarea"
        multiline
        {...area}
        error={control["aria-invalid"] === true}
        classNames={{ wrapper: className ?? "" }}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Described>
  )
}

/** Mantine's Input takes its id and descriptions from its wrapper alone; ours is the row. */
function Described({ by, children }: { by: ControlProps; children: ReactNode }) {
  const value = {
    offsetBottom: false,
    offsetTop: false,
    describedBy: by["aria-describedby"],
    getStyles: null,
    inputId: by.id,
    labelId: undefined,
  }
  return <InputWrapperContext value={value}>{children}</InputWrapperContext>
}
