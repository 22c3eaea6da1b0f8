/** The device's own URL: make it, see its state, close it. It is shown once. */
import {
  type Device,
  type DeviceModel,
  devices,
  linkLimits,
  type OpenedLink,
  provisioningSentence,
} from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { request } from "../../../../../api/client.ts"
import { deviceQuery, phonesQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { macText } from "../../../../../devices/device-values.ts"
import { LinkState } from "../../../../../devices/LinkState.tsx"
import { linkBody, linkProblems, linkValues } from "../../../../../devices/link-values.ts"
import { OpenedLinkView } from "../../../../../devices/OpenedLink.tsx"
import { ActionSection, SectionNotice } from "../../../../../form/ActionSection.tsx"
import { FixedRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { TextField } from "../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { paths } from "../../../../../paths.ts"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import { CloseLink } from "./CloseLink.tsx"

interface DeviceLinkFormProps {
  readonly device: Device
  readonly model: DeviceModel | undefined
  readonly opened: OpenedLink | undefined
  onOpened(link: OpenedLink): void
}

export function DeviceLinkForm({ device, model, opened, onOpened }: DeviceLinkFormProps) {
  const words = usePageTexts("deployment").link
  const client = useQueryClient()
  const mayOpen = useAllowed(devices.openLink)
  const { data: phones } = useSuspenseQuery(phonesQuery())
  const closed = phones.url === null && phones.stagingUrl === null
  const form = useActionForm({
    initial: linkValues,
    check: linkProblems,
    send: async (values) => {
      const { data } = await request(devices.openLink, { params: { id: device.id }, body: linkBody(values) })
      await client.invalidateQueries({ queryKey: deviceQuery(device.id).queryKey })
      onOpened(data)
    },
  })
  const state = (
    <>
      <FixedRow label={words.state}>
        <LinkState link={device.link} />
      </FixedRow>
      {device.link?.bound ? <Bound bound={device.link.bound} /> : null}
    </>
  )
  if (!mayOpen) return <FormSection title={words.title}>{state}</FormSection>
  return (
    <ActionSection
      form={form}
      title={words.title}
      lead={words.lead}
      button={device.link?.open ? words.makeNew : words.make}
      disabled={closed}
      aside={device.link ? <CloseLink device={device.id} endpoint={devices.closeLink} words={words} /> : null}
    >
      {state}
      {opened ? (
        <FixedRow label={words.opened} hint={words.openedHint}>
          <OpenedLinkView link={opened} device={device.modelName} />
        </FixedRow>
      ) : null}
      <Obstacles model={model} />
      {closed ? null : (
        <>
          <TextField
            label={words.hours}
            field={form.field("hours")}
            hint={words.hoursHint(linkLimits.hours / 24)}
            width="number"
          />
          <TextField
            label={words.fetches}
            field={form.field("fetches")}
            hint={words.fetchesHint(linkLimits.fetches)}
            width="number"
          />
        </>
      )}
    </ActionSection>
  )
}

function Bound({ bound }: { bound: NonNullable<NonNullable<Device["link"]>["bound"]> }) {
  const words = usePageTexts("deployment").link
  const format = useFormat()
  const who = [bound.model, bound.mac === null ? null : macText(bound.mac)].filter(Boolean).join(" ")
  return (
    <FixedRow label={words.bound} hint={words.boundHint}>
      {[who, format.moment(bound.at)].filter(Boolean).join(" · ")}
    </FixedRow>
  )
}

/** Why a link would lead nowhere, or not for this device, and what to do instead. */
function Obstacles({ model }: { model: DeviceModel | undefined }) {
  const words = usePageTexts("deployment").link
  const { language, texts } = useLanguage()
  const { data: phones } = useSuspenseQuery(phonesQuery())
  return (
    <>
      {phones.reason === null ? null : (
        <SectionNotice status={phones.stagingUrl === null ? "failed" : "warning"}>
          {provisioningSentence(language, "phones", phones.reason)}{" "}
          <Link to={paths.servingPhones()}>{texts.tree.servingPhones}</Link>
        </SectionNotice>
      )}
      {model?.refusesHttps ? (
        <SectionNotice status="warning">
          {words.refuses(model.name)} {provisioningSentence(language, "refusing", model.refusesHttps)}
        </SectionNotice>
      ) : null}
    </>
  )
}
