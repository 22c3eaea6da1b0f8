/** Who is where: the public address, the public name, this system and the router. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { officeRouterQuery } from "../../../../api/page-queries.ts"
import { dyndnsStatusQuery, stunStatusQuery } from "../../../../api/queries.ts"
import { SheetFacts, SheetSection } from "../../../../frame/PrintSheet.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"

export function OfficeFacts() {
  const texts = usePageTexts("router")
  const words = texts.facts
  const { data: router } = useSuspenseQuery(officeRouterQuery())
  const { data: stun } = useSuspenseQuery(stunStatusQuery())
  const { data: name } = useSuspenseQuery(dyndnsStatusQuery())
  const { mapped } = stun
  return (
    <SheetSection title={texts.factsTitle}>
      <SheetFacts
        facts={[
          {
            name: words.publicAddress,
            value: mapped ? (
              <>
                {mapped.host} {stun.state === "static" ? null : `(${words.seen(mapped.port)})`}
              </>
            ) : (
              words.unknown
            ),
          },
          { name: words.publicName, value: name.hostName ?? words.noName },
          {
            name: words.system,
            value: (
              <>
                <strong>{router.address}</strong>
                <br />
                {words.reserve(router.address)}
              </>
            ),
          },
          { name: words.gateway, value: router.gateway ?? words.unknown },
        ]}
      />
    </SheetSection>
  )
}
