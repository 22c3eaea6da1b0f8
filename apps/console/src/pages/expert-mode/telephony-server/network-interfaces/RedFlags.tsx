/** What this system sees of the way to the internet that phones at home would suffer from. */
import { portManagement, type RedFlag, redFlags } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { officeRouterQuery } from "../../../../api/page-queries.ts"
import { dyndnsStatusQuery, stunStatusQuery } from "../../../../api/queries.ts"
import { settingsQuery } from "../../../../form/use-settings-form.ts"
import { SheetSection } from "../../../../frame/PrintSheet.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import type { PageTexts } from "../../../../text/texts.tsx"
import styles from "./RedFlags.module.css"

export function RedFlags() {
  const texts = usePageTexts("router")
  const { data: stun } = useSuspenseQuery(stunStatusQuery())
  const { data: dyndns } = useSuspenseQuery(dyndnsStatusQuery())
  const { data: ports } = useSuspenseQuery(settingsQuery(portManagement.read))
  const { data: router } = useSuspenseQuery(officeRouterQuery())
  const flags = redFlags({ stun, dyndns, ports: ports.data, routerAddress: router.mapping.externalAddress })
  return (
    <SheetSection title={texts.seenTitle}>
      <div className={styles.flags}>
        {stun.state === "static" ? <Notice status="live">{texts.seenStatic}</Notice> : null}
        {stun.mapped ? null : <Notice status="warning">{texts.seenUnknown}</Notice>}
        {flags.map((flag) => (
          <Notice key={flag.code} status={worst.has(flag.code) ? "failed" : "warning"}>
            {sentenceOf(flag, texts.flags)}
          </Notice>
        ))}
        {stun.mapped && stun.state !== "static" && flags.length === 0 ? (
          <Notice status="ok">{texts.seenNothing}</Notice>
        ) : null}
      </div>
    </SheetSection>
  )
}

/** With these phones at home reach nobody, whatever is forwarded. */
const worst: ReadonlySet<RedFlag["code"]> = new Set(["carrier-nat", "private-address", "symmetric"])

function sentenceOf(flag: RedFlag, texts: PageTexts["router"]["flags"]): string {
  switch (flag.code) {
    case "carrier-nat":
      return texts["carrier-nat"](flag)
    case "private-address":
      return texts["private-address"](flag)
    case "second-router":
      return texts["second-router"](flag)
    case "symmetric":
      return texts.symmetric()
    case "port-differs":
      return texts["port-differs"](flag)
    case "name-differs":
      return texts["name-differs"](flag)
    case "name-not-resolved":
      return texts["name-not-resolved"](flag)
  }
}
