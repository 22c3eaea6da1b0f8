/** Basic Settings ▸ Port Management: the ports, and what the office router has to do about them. */
import { portManagement, portsPerChannel, rtpPairs } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { forwardingQuery } from "../../../../api/page-queries.ts"
import { listenersQuery, speStatusQuery } from "../../../../api/queries.ts"
import { FormSection } from "../../../../form/FieldRow.tsx"
import { CheckField, TextField } from "../../../../form/fields.tsx"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { useTexts } from "../../../../text/texts.tsx"
import { ForwardingCard } from "./ForwardingCard.tsx"
import { PortTable } from "./PortTable.tsx"
import { portBody, portValues } from "./port-values.ts"

export const prefetch = () => [
  pageTextsQuery("ports"),
  settingsQuery(portManagement.read),
  listenersQuery(),
  speStatusQuery(),
  forwardingQuery(),
  pageTextsQuery("forwarding"),
]

export default function PortManagementPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("ports")
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const form = useSettingsForm(portManagement, { toValues: portValues, toBody: portBody })
  const { rtpFrom, rtpTo } = form.values
  const pairs = rtpPairs({ rtpFrom: Number(rtpFrom) || 0, rtpTo: Number(rtpTo) || 0 })
  return (
    <ExpertPage title={tree.portManagement} form={form} changes={portManagement.replace} help={texts.help}>
      <PortTable form={form} listeners={listeners.items} spe={spe} />
      <FormSection title={texts.rtpTitle} lead={texts.rtpLead(pairs, Math.floor((pairs * 2) / portsPerChannel))}>
        <TextField label={texts.rtpFrom} field={form.field("rtpFrom")} width="number" />
        <TextField label={texts.rtpTo} field={form.field("rtpTo")} width="number" />
      </FormSection>
      <FormSection title={texts.routerTitle}>
        <TextField
          label={texts.udpAtRouter}
          field={form.field("sipExtUdpAtRouter")}
          hint={texts.udpAtRouterHint}
          width="number"
          placeholder={form.values.sipExt}
        />
        <CheckField label={texts.rtpForwarded} field={form.field("rtpForwarded")} hint={texts.rtpForwardedHint} />
      </FormSection>
      <ForwardingCard values={form.values} listeners={listeners.items} tls={spe.open} />
    </ExpertPage>
  )
}
