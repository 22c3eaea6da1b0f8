/** The navigation bar: the areas that work, who is signed in, and the way out. Always visible. */
import { allows } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useEffect, useRef } from "react"
import { Link, NavLink, useLocation, useNavigate } from "react-router"
import { useLogin, useRole } from "../api/use-login.ts"
import { paths } from "../paths.ts"
import { useTexts } from "../text/texts.tsx"
import { areaOf, areas } from "../tree.ts"
import { LogoutIcon } from "./icons.tsx"
import { Logo } from "./Logo.tsx"
import styles from "./NavigationBar.module.css"
import { Preferences } from "./Preferences.tsx"
import { SearchBox } from "./search/SearchBox.tsx"
import { TreeDrawer } from "./TreeDrawer.tsx"

export function NavigationBar() {
  const texts = useTexts().frame
  const login = useLogin()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const area = areaOf(pathname)
  const role = useRole()
  const name = login.data?.state === "signed-in" ? login.data.name : undefined
  const links = useRef<HTMLElement>(null)
  useEffect(() => {
    if (name === undefined) return
    // On a phone they may not all fit in: the one that is open stays in sight.
    links.current
      ?.querySelector(`[href="${area?.path ?? paths.home()}"]`)
      ?.scrollIntoView({ inline: "nearest", block: "nearest" })
  }, [area, name])

  return (
    <header className={styles.bar} data-menu={(name && area) || undefined}>
      {name && area ? <TreeDrawer /> : null}
      <Link to={paths.home()} className={styles.brand} aria-label={`${texts.product}: ${texts.home}`}>
        <Logo />
        <span className={styles.wordmark}>{texts.product}</span>
      </Link>
      {name ? (
        <nav ref={links} aria-label={texts.areas} className={styles.areas}>
          <NavLink to={paths.home()} className={styles.area ?? ""}>
            {texts.home}
          </NavLink>
          {areas
            .filter(({ nodes }) => nodes.some((node) => allows(role, node.role)))
            .map(({ key, path }) => (
              <NavLink key={key} to={path} className={styles.area ?? ""}>
                {texts[key]}
              </NavLink>
            ))}
        </nav>
      ) : (
        <span className={styles.areas} />
      )}
      {name ? <SearchBox /> : null}
      <Preferences />
      {name ? (
        <>
          <Link to={paths.ownAccount()} className={styles.name} title={texts.signedInAs(name)}>
            <span className="visually-hidden">{texts.signedInAs(name)}</span>
            <span aria-hidden="true">{name}</span>
          </Link>
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
