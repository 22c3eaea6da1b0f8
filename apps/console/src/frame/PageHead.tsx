/** The head of a page: the line of its area, the node's title, and the node's actions as tabs. */

import { allows } from "@homeport/contract"
import type { ReactNode } from "react"
import { NavLink, useLocation } from "react-router"
import { useRole } from "../api/use-login.ts"
import { useTexts } from "../text/texts.tsx"
import { type ActionKey, placeOf, type TreeAction } from "../tree.ts"
import styles from "./PageHead.module.css"

interface PageHeadProps {
  readonly title: string
  /** Beside the title: a badge, or what can be done with the whole thing. */
  readonly aside?: ReactNode
  /** Which of the node's actions are possible here; all of them when absent. */
  readonly offered?: (action: ActionKey) => boolean
}

export function PageHead({ title, aside, offered = () => true }: PageHeadProps) {
  const texts = useTexts()
  const { pathname } = useLocation()
  const place = placeOf(pathname)
  const top = place ? (place.above[0] ?? place.node) : undefined
  const role = useRole()
  const { path, actions } = shownActions(pathname)
  const addressOf = ({ segment }: TreeAction) => (segment === "" ? path : `${path}/${segment}`)
  return (
    <header className={styles.head}>
      {/* The tab of the browser carries the page's name too. */}
      <title>{`${title} · ${texts.frame.product}`}</title>
      {place && top ? (
        <p className={styles.area}>{texts.frame.titleLine[place.area.key](texts.tree[top.key])}</p>
      ) : null}
      <div className={styles.titleLine}>
        <h1>{title}</h1>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {actions.length > 0 ? (
        <nav className={styles.actions} aria-label={texts.frame.actions}>
          {actions
            .filter(({ key, role: needed }) => allows(role, needed) && offered(key))
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

/** Those of the node, or of the child that is data, with the address they begin with. */
function shownActions(pathname: string): { readonly path: string; readonly actions: readonly TreeAction[] } {
  const place = placeOf(pathname)
  if (!place) return { path: "", actions: [] }
  const [, child] = /^\/(\d+)(?:\/|$)/.exec(pathname.slice(place.path.length)) ?? []
  if (child !== undefined && place.node.data)
    return { path: `${place.path}/${child}`, actions: place.node.data.actions }
  return { path: place.path, actions: place.node.actions ?? [] }
}
