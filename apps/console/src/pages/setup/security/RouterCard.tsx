/** What the office router has to forward for phones over TLS. */
import { portManagement } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { listenersQuery } from "../../../api/queries.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { paths } from "../../../paths.ts"
import { Card } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./screens.module.css"

export function RouterCard() {
  const texts = usePageTexts("wizard").router
  const { data: ports } = useSuspenseQuery(settingsQuery(portManagement.read))
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const address = listeners.items.find(({ name }) => name === "SIP_EXT")?.address
  return (
    <Card title={texts.title}>
      {texts.forward(ports.data.sipTlsSubExt, address ?? "–")}{" "}
      <Link to={paths.portManagement()} className={styles.link}>
        {texts.link}
      </Link>
    </Card>
  )
}
