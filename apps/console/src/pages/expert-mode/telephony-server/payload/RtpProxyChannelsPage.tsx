/** Payload ▸ RTP proxy channels: the pool, who draws on it, and how large it is. */
import { type Channels, rtpProxyChannels, systemVariants } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { channelsQuery } from "../../../../api/queries.ts"
import { FormSection } from "../../../../form/FieldRow.tsx"
import { ChoiceField } from "../../../../form/fields.tsx"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { EmptyState } from "../../../../frame/EmptyState.tsx"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { BothWaysIcon } from "../../../../frame/page-icons.tsx"
import { Card, Notice } from "../../../../table/Card.tsx"
import { DataTable } from "../../../../table/DataTable.tsx"
import { Elapsed, Moment } from "../../../../table/Ticking.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { useTexts } from "../../../../text/texts.tsx"
import { ChannelGauge } from "./ChannelGauge.tsx"

export const prefetch = () => [settingsQuery(rtpProxyChannels.read), channelsQuery(), pageTextsQuery("channels")]

export default function RtpProxyChannelsPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("channels")
  const { data: channels } = useSuspenseQuery(channelsQuery())
  const form = useSettingsForm(rtpProxyChannels, {
    toValues: ({ systemVariant }) => ({ systemVariant }),
    toBody: ({ systemVariant }) => ({ systemVariant }),
  })
  return (
    <ExpertPage title={tree.rtpProxyChannels} form={form} changes={rtpProxyChannels.replace} help={texts.help}>
      <Card title={texts.poolTitle}>
        <ChannelGauge channels={channels} />
        <Shortage channels={channels} />
      </Card>
      <Card title={texts.usersTitle} flush>
        {channels.users.length > 0 ? (
          <DataTable
            label={texts.usersTitle}
            rows={channels.users}
            keyOf={({ callId, callNumber }) => `${callId} ${callNumber}`}
            columns={[
              { key: "station", title: texts.station, cell: ({ callNumber }) => callNumber },
              { key: "since", title: texts.since, cell: ({ since }) => <Moment at={since} /> },
              { key: "duration", title: texts.duration, align: "end", cell: ({ since }) => <Elapsed since={since} /> },
            ]}
          />
        ) : (
          <EmptyState icon={<BothWaysIcon size={24} />} title={texts.noUsers} text={texts.noUsersText} />
        )}
      </Card>
      <FormSection title={texts.settingsTitle}>
        <ChoiceField
          label={texts.variant}
          hint={texts.variantHint}
          field={form.field("systemVariant")}
          choices={systemVariants.map((variant) => ({ value: variant, label: texts.variants[variant] }))}
        />
      </FormSection>
    </ExpertPage>
  )
}

function Shortage({ channels: { used, total } }: { channels: Channels }) {
  const texts = usePageTexts("channels")
  if (used >= total) return <Notice status="failed">{texts.full}</Notice>
  if (used > total * 0.8) return <Notice status="warning">{texts.nearlyFull}</Notice>
  return null
}
