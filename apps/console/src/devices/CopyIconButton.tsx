/** Copies one value, named after what it is; the icon turns into a tick. */
import { ActionIcon, CopyButton } from "@mantine/core"
import { CheckIcon, CopyIcon } from "../frame/icons.tsx"
import { useTexts } from "../text/texts.tsx"

export function CopyIconButton({ value, name }: { readonly value: string; readonly name: string }) {
  const texts = useTexts().form
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <ActionIcon variant="subtle" aria-label={`${copied ? texts.copied : texts.copy}: ${name}`} onClick={copy}>
          {copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
        </ActionIcon>
      )}
    </CopyButton>
  )
}
