/** The one-time link for the person who has the device at home: make it, see whether it was used, close it. It is shown once. */
import { type Device, homeLinkHours, homeLinks, homePageMinutes, type OpenedHomeLink } from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { deviceQuery, phonesQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { CopyIconButton } from "../../../../../devices/CopyIconButton.tsx"
import deviceStyles from "../../../../../devices/devices.module.css"
import { homeLinkBody, homeLinkProblems, homeLinkValues } from "../../../../../devices/home-link-values.ts"
import { ActionSection, SectionNotice } from "../../../../../form/ActionSection.tsx"
import { FixedRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { TextField } from "../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { CloseLink } from "./CloseLink.tsx"

export function HomeLinkCard({ device }: { readonly device: Device }) {
  const words = usePageTexts("deployment").homeLink
  const client = useQueryClient()
  const mayOpen = useAllowed(homeLinks.open)
  const { data: phones } = useSuspenseQuery(phonesQuery())
  const [made, setMade] = useState<OpenedHomeLink>()
  const link = device.homeLink
  const mayClose = link?.state === "waiting" || link?.state === "open"
  // Useless as soon as somebody has opened it, or it is another one.
  const shown = link?.state === "waiting" && made?.opensUntil === link.opensUntil ? made : undefined
  const form = useActionForm({
    initial: homeLinkValues,
    check: homeLinkProblems,
    send: async (values) => {
      const { data } = await request(homeLinks.open, { params: { id: device.id }, body: homeLinkBody(values) })
      await client.invalidateQueries({ queryKey: deviceQuery(device.id).queryKey })
      setMade(data)
    },
  })
  if (!mayOpen)
    return (
      <FormSection title={words.title}>
        <State link={link} />
      </FormSection>
    )
  return (
    <ActionSection
      form={form}
      title={words.title}
      lead={words.lead}
      button={mayClose ? words.makeNew : words.make}
      disabled={phones.url === null}
      aside={mayClose ? <CloseLink device={device.id} endpoint={homeLinks.close} words={words} /> : null}
    >
      <State link={link} />
      {shown ? <Shown url={shown.url} /> : null}
      {phones.url !== null && phones.refusedBy.some(({ reason }) => reason === "unknown-authority") ? (
        <SectionNotice status="warning">{words.warns}</SectionNotice>
      ) : null}
      {phones.url === null ? null : (
        <TextField
          label={words.hours}
          field={form.field("hours")}
          hint={`${words.hoursHint(homeLinkHours.most / 24)} ${words.pageMinutes(homePageMinutes)}`}
          width="number"
        />
      )}
    </ActionSection>
  )
}

function State({ link }: { readonly link: Device["homeLink"] }) {
  const words = usePageTexts("deployment").homeLink
  const format = useFormat()
  const opened = link?.opened
  return (
    <>
      <FixedRow label={words.state}>
        <StateBadge link={link} />
      </FixedRow>
      {opened ? (
        <FixedRow label={words.opened} hint={words.openedHint}>
          {[words.openedText(format.moment(opened.at), opened.address), opened.browser].filter(Boolean).join(" · ")}
        </FixedRow>
      ) : null}
    </>
  )
}

function StateBadge({ link }: { readonly link: Device["homeLink"] }) {
  const words = usePageTexts("deployment").homeLink
  const format = useFormat()
  if (link === null) return <StatusBadge status="quiet">{words.none}</StatusBadge>
  if (link.state === "closed") return <StatusBadge status="quiet">{words.closedState}</StatusBadge>
  if (link.state === "over")
    return link.opened ? (
      <StatusBadge status="quiet">{words.over}</StatusBadge>
    ) : (
      <StatusBadge status="warning">{words.overUnused}</StatusBadge>
    )
  const waiting = link.state === "waiting"
  return (
    <span className={deviceStyles.two}>
      <StatusBadge status={waiting ? "live" : "ok"}>{waiting ? words.waiting : words.open}</StatusBadge>
      <span className={deviceStyles.second}>
        {waiting ? words.waitingText(format.moment(link.opensUntil)) : words.openText}
      </span>
    </span>
  )
}

function Shown({ url }: { readonly url: string }) {
  const words = usePageTexts("deployment").homeLink
  return (
    <FixedRow label={words.made} hint={words.madeHint}>
      <span className={deviceStyles.row}>
        <span className={deviceStyles.value}>{url}</span>
        <CopyIconButton value={url} name={words.made} />
      </span>
    </FixedRow>
  )
}
