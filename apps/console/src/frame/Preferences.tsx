/** Language and colours. Both are remembered by this browser. */
import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core"
import { useLanguage } from "../text/texts.tsx"
import { SunMoonIcon } from "./icons.tsx"
import styles from "./Preferences.module.css"

const NEXT = { auto: "light", light: "dark", dark: "auto" } as const satisfies Record<
  MantineColorScheme,
  MantineColorScheme
>

export function Preferences() {
  const { language, texts, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const other = language === "en" ? "de" : "en"
  return (
    <fieldset className={styles.preferences} aria-label={texts.frame.preferences}>
      <button
        type="button"
        className={styles.button}
        onClick={() => choose(other)}
        lang={other}
        title={texts.frame.language}
      >
        <span className="visually-hidden">{texts.frame.languageSwitch}</span>
        <span aria-hidden="true">{other.toUpperCase()}</span>
      </button>
      <button
        type="button"
        className={styles.button}
        onClick={() => setColorScheme(NEXT[colorScheme])}
        title={`${texts.frame.scheme}: ${texts.frame.schemes[colorScheme]}`}
        aria-label={`${texts.frame.scheme}: ${texts.frame.schemes[colorScheme]}`}
      >
        <SunMoonIcon />
      </button>
    </fieldset>
  )
}
