/** A node without a form of its own: what lies below it, so that no line of the tree is dead. */
import { allows } from "@homeport/contract"
import { Link, useLocation } from "react-router"
import { useRole } from "../api/use-login.ts"
import { pageTextsQuery, usePageTexts } from "../text/page-texts.ts"
import { useTexts } from "../text/texts.tsx"
import { areaOf, placeOf, type TreeNode } from "../tree.ts"
import { ChevronIcon } from "./icons.tsx"
import styles from "./OverviewPage.module.css"
import { PageHead } from "./PageHead.tsx"

export const prefetch = () => [pageTextsQuery("about")]

export default function OverviewPage() {
  const texts = useTexts()
  const about = usePageTexts("about")
  const { pathname } = useLocation()
  const place = placeOf(pathname)
  const area = areaOf(pathname)
  const role = useRole()
  const children = (place ? (place.node.children ?? []) : (area?.nodes ?? [])).filter((node) => allows(role, node.role))
  const path = place?.path ?? area?.path ?? ""
  return (
    <div className={styles.page}>
      <PageHead title={place ? texts.tree[place.node.key] : texts.frame[area?.key ?? "expertMode"]} />
      <p className={styles.lead}>{place ? about[place.node.key] : texts.frame.overview}</p>
      <ul className={styles.cards}>
        {children.map((node) => (
          <Card key={node.key} node={node} above={path} />
        ))}
      </ul>
    </div>
  )
}

function Card({ node, above }: { node: TreeNode; above: string }) {
  const texts = useTexts()
  const about = usePageTexts("about")
  return (
    <li>
      <Link to={`${above}/${node.segment}`} className={styles.card}>
        <span className={styles.title}>{texts.tree[node.key]}</span>
        <ChevronIcon size={16} />
        <span className={styles.about}>{about[node.key]}</span>
      </Link>
    </li>
  )
}
