/** The tree on narrow screens: behind the menu button. */
import { Drawer } from "@mantine/core"
import { useState } from "react"
import { useLocation } from "react-router"
import { useTexts } from "../text/texts.tsx"
import { MenuIcon } from "./icons.tsx"
import { NavigationTree } from "./NavigationTree.tsx"
import styles from "./TreeDrawer.module.css"

export function TreeDrawer() {
  const texts = useTexts().frame
  const { pathname } = useLocation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={texts.openTree}
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <MenuIcon size={22} />
      </button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        size="20rem"
        padding="xs"
        title={texts.expertMode}
        closeButtonProps={{ "aria-label": texts.closeTree }}
      >
        <NavigationTree pathname={pathname} onFollow={() => setOpened(false)} />
      </Drawer>
    </>
  )
}
