/** What the rules are measured by: the administrator's own address, and what counts as local. */
import type { FirewallStatus } from "@homeport/contract"
import { Link } from "react-router"
import { paths } from "../../../../../paths.ts"
import { Card, Facts, Notice } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"

export function WhereYouAre({ status }: { status: FirewallStatus }) {
  const { tree } = useTexts()
  const words = usePageTexts("firewall")
  const { ownAddress, ownIsLoopback, localNetworks } = status
  return (
    <Card
      title={words.hereTitle}
      lead={
        <>
          {words.localMore} <Link to={paths.networkInterfaces()}>{tree.networkInterfaces}</Link>.
        </>
      }
    >
      <Facts
        facts={[
          { name: words.you, value: ownAddress },
          { name: words.localNetworks, value: localNetworks.join(", ") || words.localNone },
        ]}
      />
      {ownIsLoopback ? <Notice status="live">{words.youLoopback}</Notice> : null}
    </Card>
  )
}
