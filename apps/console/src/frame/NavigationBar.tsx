/** The navigation bar: the areas that work, who is signed in, and the way out. Always visible. */
import { Button } from "@mantine/core"
import { Link, NavLink, useLocation, useNavigate } from "react-router"
import { useLogin } from "../api/use-login.ts"
import { paths } from "../paths.ts"
import { useTexts } from "../text/texts.tsx"
import { LogoutIcon } from "./icons.tsx"
import { Logo } from "./Logo.tsx"
import styles from "./NavigationBar.module.css"
import { Preferences } from "./Preferences.tsx"
import { TreeDrawer } from "./TreeDrawer.tsx"

export function NavigationBar() {
  const texts = useTexts().frame
  const login = useLogin()
  const navigate = useNavigate()
  const inExpertMode = useLocation().pathname.startsWith(paths.expertMode())
  const name = login.data?.state === "signed-in" ? login.data.name : undefined

  return (
    <header className={styles.bar} data-menu={(name && inExpertMode) || undefined}>
      {name && inExpertMode ? <TreeDrawer /> : null}
      <Link to={paths.home()} className={styles.brand} aria-label={`${texts.product}: ${texts.home}`}>
        <Logo />
        <span className={styles.wordmark}>{texts.product}</span>
      </Link>
      {name ? (
        <nav aria-label={texts.areas} className={styles.areas}>
          <NavLink to={paths.home()} className={styles.area ?? ""}>
            {texts.home}
          </NavLink>
          <NavLink to={paths.expertMode()} className={styles.area ?? ""}>
            {texts.expertMode}
          </NavLink>
        </nav>
      ) : (
        <span className={styles.areas} />
      )}
      <Preferences />
      {name ? (
        <>
          <span className={styles.name} title={texts.signedInAs(name)}>
            <span className="visually-hidden">{texts.signedInAs(name)}</span>
            <span aria-hidden="true">{name}</span>
          </span>
          <Button
            className={styles.logout ?? ""}
            variant="transparent"
            size="compact-sm"
            leftSection={<LogoutIcon size={17} />}
            // A route, so that unsaved changes ask first.
            onClick={() => navigate(paths.logout())}
          >
            {texts.logout}
          </Button>
        </>
      ) : null}
    </header>
  )
}
