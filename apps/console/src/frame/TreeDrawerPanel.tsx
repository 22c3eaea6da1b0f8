/** The tree over the page, on narrow screens. */
import { Drawer, Group } from "@mantine/core"
import { useLocation } from "react-router"
import { useTexts } from "../text/texts.tsx"
import { areaOf } from "../tree.ts"
import { NavigationTree } from "./NavigationTree.tsx"

export default function TreeDrawerPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const texts = useTexts().frame
  const { pathname } = useLocation()
  const area = areaOf(pathname)
  return (
    // Without Mantine's Drawer.Header: its <header> would be a second banner of the page.
    <Drawer.Root opened={opened} onClose={onClose} size="20rem">
      <Drawer.Overlay backgroundOpacity={0.45} />
      <Drawer.Content>
        <Drawer.Body p="xs">
          <Group justify="space-between" pl="xs">
            <Drawer.Title fw={650}>{area ? texts[area.key] : null}</Drawer.Title>
            <Drawer.CloseButton aria-label={texts.closeTree} />
          </Group>
          <NavigationTree pathname={pathname} onFollow={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
