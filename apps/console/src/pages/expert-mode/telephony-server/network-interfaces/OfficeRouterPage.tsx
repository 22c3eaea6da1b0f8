/** Network Interfaces ▸ Office router: the guide's chapter 3 as a sheet for whoever looks after the router, with this system's values. */
import { dyndns, handOutTable, neverForwarded, portManagement, stun } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { forwardingQuery, officeRouterQuery } from "../../../../api/page-queries.ts"
import { dyndnsStatusQuery, speStatusQuery, stunStatusQuery } from "../../../../api/queries.ts"
import { settingsQuery } from "../../../../form/use-settings-form.ts"
import { ExpertView } from "../../../../frame/ExpertPage.tsx"
import { onScreen, PrintButton, PrintSheet, SheetSection } from "../../../../frame/PrintSheet.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { ForwardingTest } from "../../../../table/ForwardingTest.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { ForwardingsTable } from "./ForwardingsTable.tsx"
import { OfficeFacts } from "./OfficeFacts.tsx"
import { RedFlags } from "./RedFlags.tsx"
import { RouterSteps } from "./RouterSteps.tsx"

export const prefetch = () => [
  pageTextsQuery("router"),
  pageTextsQuery("forwarding"),
  forwardingQuery(),
  settingsQuery(portManagement.read),
  settingsQuery(stun.read),
  settingsQuery(dyndns.read),
  stunStatusQuery(),
  dyndnsStatusQuery(),
  speStatusQuery(),
  officeRouterQuery(),
]

export default function OfficeRouterPage() {
  const texts = usePageTexts("router")
  const { data: router } = useSuspenseQuery(officeRouterQuery())
  const { data: ports } = useSuspenseQuery(settingsQuery(portManagement.read))
  const { data: stunSettings } = useSuspenseQuery(settingsQuery(stun.read))
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const lines = handOutTable({
    ports: ports.data,
    stunMode: stunSettings.data.mode,
    tls: spe.open,
    phonesPort: router.phonesPort,
  })
  const { settings } = texts
  return (
    <ExpertView title={texts.title} help={texts.handOutHelp} aside={<PrintButton />}>
      <PrintSheet title={texts.title} lead={texts.lead}>
        <OfficeFacts />
        <RedFlags />
        <SheetSection title={texts.tableTitle}>
          <p>{texts.tableLead(router.address)}</p>
          <ForwardingsTable lines={lines} />
          <div className={onScreen}>
            <ForwardingTest />
          </div>
        </SheetSection>
        <SheetSection title={texts.neverTitle}>
          <Notice status="failed">
            <strong>{texts.never(neverForwarded(ports.data).join(", "))}</strong>
          </Notice>
        </SheetSection>
        <SheetSection title={texts.settingsTitle}>
          <ul>
            <li>
              {settings.alg} {settings.algPorts}
            </li>
            <li>{settings.timeout}</li>
            <li>{settings.hairpin}</li>
          </ul>
        </SheetSection>
        <SheetSection title={texts.dyndnsTitle}>
          <DynDns />
        </SheetSection>
        <RouterSteps address={router.address} lines={lines.filter(({ neededNow }) => neededNow)} />
        <SheetSection title={texts.testTitle}>
          <Steps of={texts.tests} />
        </SheetSection>
        <SheetSection title={texts.undoTitle}>
          <Steps of={texts.undo} />
        </SheetSection>
      </PrintSheet>
    </ExpertView>
  )
}

function DynDns() {
  const texts = usePageTexts("router").dyndns
  const { data: settings } = useSuspenseQuery(settingsQuery(dyndns.read))
  const { hostName, updatedBy } = settings.data
  return <p>{hostName === null ? texts.none : texts[updatedBy](hostName)}</p>
}

function Steps({ of }: { of: readonly string[] }) {
  return (
    <ol>
      {of.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
