/** Network Interfaces ▸ Office router ▸ Home Router: what the router at home must be able to do (guide §5), as a sheet to print. */
import { portManagement, stun } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { dyndnsStatusQuery, speStatusQuery } from "../../../../api/queries.ts"
import { settingsQuery } from "../../../../form/use-settings-form.ts"
import { ExpertView } from "../../../../frame/ExpertPage.tsx"
import { PrintButton, PrintSheet, SheetFacts, SheetSection } from "../../../../frame/PrintSheet.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"

export const prefetch = () => [
  pageTextsQuery("router"),
  settingsQuery(portManagement.read),
  settingsQuery(stun.read),
  dyndnsStatusQuery(),
  speStatusQuery(),
]

export default function HomeRouterPage() {
  const { home: texts } = usePageTexts("router")
  return (
    <ExpertView title={texts.title} help={texts.help} aside={<PrintButton />}>
      <PrintSheet title={texts.title} lead={texts.lead}>
        <SheetSection title={texts.mustTitle}>
          <Items of={texts.must} />
        </SheetSection>
        <SheetSection title={texts.reachTitle}>
          <Reached />
          <p>{texts.outgoing}</p>
        </SheetSection>
        <SheetSection title={texts.bandwidthTitle}>
          <p>{texts.bandwidth}</p>
          <Bandwidth />
          <p>{texts.bandwidthReason}</p>
          <p>{texts.bandwidthUpload}</p>
        </SheetSection>
        <SheetSection title={texts.helpTitle}>
          <Items of={texts.troubles} />
        </SheetSection>
      </PrintSheet>
    </ExpertView>
  )
}

function Reached() {
  const texts = usePageTexts("router")
  const { data: name } = useSuspenseQuery(dyndnsStatusQuery())
  const { data: ports } = useSuspenseQuery(settingsQuery(portManagement.read))
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const { data: answer } = useSuspenseQuery(settingsQuery(stun.read))
  const { server, port, phonesServer, phonesPort } = answer.data
  const asked = phonesServer === null ? server && `${server}:${port}` : `${phonesServer}:${phonesPort}`
  const { sipExt, sipTlsSubExt, sipExtUdpAtRouter } = ports.data
  // Another port for UDP alone is advised against; where it is set, TCP goes by the guide's rule.
  const udp = sipExtUdpAtRouter ?? sipExt
  return (
    <SheetFacts
      facts={[
        { name: texts.home.office, value: name.hostName ?? name.mapped ?? texts.facts.unknown },
        { name: texts.home.ports, value: texts.home.portsText(udp, sipExt, spe.open ? sipTlsSubExt : undefined) },
        { name: texts.home.stun, value: asked ?? texts.home.noStun },
      ]}
    />
  )
}

/** G.711 at 20 ms: 218 bytes a packet on the line, 50 packets a second, 87.2 kbit/s. */
const KILOBITS_PER_CALL = 90

function Bandwidth() {
  const { home: texts } = usePageTexts("router")
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.calls}</th>
          <th scope="col">{texts.upload}</th>
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3, 4].map((calls) => (
          <tr key={calls}>
            <th scope="row">{calls}</th>
            <td>{texts.kilobits(calls * KILOBITS_PER_CALL)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Items({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
