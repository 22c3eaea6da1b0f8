/** The menu button of narrow screens; the drawer behind it is loaded when it is first opened. */
import { lazy, Suspense, useState } from "react"
import { useTexts } from "../text/texts.tsx"
import { MenuIcon } from "./icons.tsx"
import styles from "./TreeDrawer.module.css"

const TreeDrawerPanel = lazy(() => import("./TreeDrawerPanel.tsx"))

export function TreeDrawer() {
  const texts = useTexts().frame
  const [opened, setOpened] = useState(false)
  const [needed, setNeeded] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={texts.openTree}
        aria-expanded={opened}
        onClick={() => {
          setNeeded(true)
          setOpened(true)
        }}
      >
        <MenuIcon size={22} />
      </button>
      {needed ? (
        <Suspense fallback={null}>
          <TreeDrawerPanel opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
