/** A password on the sign-in card: with a button that shows it, reachable by keyboard and with a name of its own. */
import { PasswordInput, type PasswordInputProps } from "@mantine/core"
import { useTexts } from "../text/texts.tsx"

interface LoginPasswordProps extends Pick<PasswordInputProps, "label" | "autoComplete" | "error" | "autoFocus"> {
  readonly value: string
  onChange(value: string): void
}

export function LoginPassword({ onChange, autoFocus = false, ...field }: LoginPasswordProps) {
  const { show } = useTexts().password
  return (
    <PasswordInput
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ "aria-label": show }}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      {...field}
    />
  )
}
