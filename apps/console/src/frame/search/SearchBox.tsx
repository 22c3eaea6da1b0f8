/** The search of the navigation bar. "/" opens it from wherever nothing is typed; what it searches is loaded with it. */
import { lazy, Suspense, useEffect, useState } from "react"
import { useTexts } from "../../text/texts.tsx"
import { SearchIcon } from "../icons.tsx"
import styles from "./SearchBox.module.css"

const SearchDialog = lazy(() => import("./SearchDialog.tsx"))

export function SearchBox() {
  const texts = useTexts().frame
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      setOpened(true)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className={styles.box}
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        aria-label={texts.search}
        onClick={() => setOpened(true)}
      >
        <SearchIcon />
        <span className={styles.word}>{texts.search}</span>
        <kbd className={styles.key}>/</kbd>
      </button>
      {opened ? (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
}
