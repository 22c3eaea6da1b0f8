/** The head of a page: the line of its area, the node's title, and the node's actions as tabs. */

import { allows } from "@homeport/contract"
import type { ReactNode } from "react"
import { NavLink, useLocation } from "react-router"
import { useRole } from "../api/use-login.ts"
import { useTexts } from "../text/texts.tsx"
import { placeOf, type TreeAction } from "../tree.ts"
import styles from "./PageHead.module.css"

interface PageHeadProps {
  readonly title: string
  /** Beside the title: a badge, or what can be done with the whole thing. */
  readonly aside?: ReactNode
}

export function PageHead({ title, aside }: PageHeadProps) {
  const texts = useTexts()
  const { pathname } = useLocation()
  const place = placeOf(pathname)
  const area = place ? (place.above[0] ?? place.node) : undefined
  const role = useRole()
  const onStation = place?.node.stations && /\/\d+$/.test(pathname)
  const actions = onStation && place?.node.stations ? [place.node.stations] : (place?.node.actions ?? [])
  const addressOf = (action: TreeAction) =>
    onStation ? pathname : action.segment === "" ? (place?.path ?? "") : `${place?.path}/${action.segment}`
  return (
    <header className={styles.head}>
      {/* The tab of the browser carries the page's name too. */}
      <title>{`${title} · ${texts.frame.product}`}</title>
      {area ? <p className={styles.area}>{texts.frame.expertTitle(texts.tree[area.key])}</p> : null}
      <div className={styles.titleLine}>
        <h1>{title}</h1>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {actions.length > 0 ? (
        <nav className={styles.actions} aria-label={texts.frame.actions}>
          {actions
            .filter(({ role: needed }) => allows(role, needed))
            .map((action) => (
              <NavLink key={action.key} to={addressOf(action)} end className={styles.action ?? ""}>
                {texts.tree[action.key]}
              </NavLink>
            ))}
        </nav>
      ) : null}
    </header>
  )
}
