/** A question over the page: title, text, and buttons that answer it. Escape and a click beside it mean no. */
import { Group, Modal } from "@mantine/core"
import type { ReactNode } from "react"
import styles from "./Dialog.module.css"

interface DialogProps {
  readonly opened: boolean
  onClose(): void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly buttons: ReactNode
}

export function Dialog({ opened, onClose, title, children, buttons }: DialogProps) {
  return (
    // Without Mantine's Modal.Header: its <header> would be a second banner of the page.
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay backgroundOpacity={0.45} blur={2} />
      <Modal.Content radius="md">
        <Modal.Body className={styles.body ?? ""}>
          <Modal.Title className={styles.title ?? ""}>{title}</Modal.Title>
          <div className={styles.text}>{children}</div>
          <Group justify="flex-end" gap="xs">
            {buttons}
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
