/**
 * My Account ▸ Second Factor.
 *
 *   off ─ password ─▶ QR code and key ─ first code ─▶ recovery codes, once ─▶ on
 */
import { type BegunSecondFactor, me, type OwnAccount } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ownAccountQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { CopyIconButton } from "../../../devices/CopyIconButton.tsx"
import { QrCode } from "../../../devices/QrCode.tsx"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { FixedRow, FormSection } from "../../../form/FieldRow.tsx"
import { TextField } from "../../../form/fields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { Notice } from "../../../table/Card.tsx"
import { StatusBadge } from "../../../table/StatusBadge.tsx"
import { useFormat } from "../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import styles from "../administrators.module.css"
import { CurrentPassword, missingPassword } from "./CurrentPassword.tsx"
import { RecoveryCodes } from "./RecoveryCodes.tsx"

export const prefetch: Prefetch = () => [ownAccountQuery(), pageTextsQuery("administrators")]

export default function SecondFactorPage() {
  const { own, ownHelp } = usePageTexts("administrators")
  const client = useQueryClient()
  const { data: account } = useSuspenseQuery(ownAccountQuery())
  const [begun, setBegun] = useState<BegunSecondFactor>()
  const [codes, setCodes] = useState<readonly string[]>()
  const show = async (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes)
    setBegun(undefined)
    await client.invalidateQueries({ queryKey: ownAccountQuery().queryKey })
  }
  return (
    <ExpertView title={own.title} help={ownHelp}>
      <State of={account.secondFactor} />
      {codes ? <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} /> : null}
      {codes || account.secondFactor ? null : begun ? (
        <Confirm begun={begun} onConfirmed={show} />
      ) : (
        <Begin onBegun={setBegun} />
      )}
      {!codes && account.secondFactor ? (
        <>
          <Renew onRenewed={show} />
          <Remove />
        </>
      ) : null}
    </ExpertView>
  )
}

function State({ of: factor }: { readonly of: OwnAccount["secondFactor"] }) {
  const words = usePageTexts("administrators").factor
  const format = useFormat()
  return (
    <FormSection title={words.title}>
      <FixedRow label={words.state}>
        <span className={styles.left}>
          <StatusBadge status={factor ? "ok" : "quiet"}>{factor ? words.isOn : words.isOff}</StatusBadge>
          {factor ? words.since(format.moment(factor.since)) : null}
        </span>
      </FixedRow>
      {factor ? (
        <FixedRow label={words.left} hint={factor.recoveryCodesLeft < FEW ? words.fewLeft : undefined}>
          {factor.recoveryCodesLeft}
        </FixedRow>
      ) : null}
    </FormSection>
  )
}

function Begin({ onBegun }: { onBegun(begun: BegunSecondFactor): void }) {
  const words = usePageTexts("administrators").factor
  const form = useActionForm({
    initial: { currentPassword: "" },
    check: ({ currentPassword }) => missingPassword(currentPassword),
    send: async (body) => onBegun((await request(me.beginSecondFactor, { body })).data),
  })
  return (
    <ActionSection form={form} title={words.begin} lead={words.beginLead} button={words.begin}>
      <CurrentPassword field={form.field("currentPassword")} />
    </ActionSection>
  )
}

interface ConfirmProps {
  readonly begun: BegunSecondFactor
  onConfirmed(recoveryCodes: readonly string[]): Promise<void>
}

function Confirm({ begun, onConfirmed }: ConfirmProps) {
  const words = usePageTexts("administrators").factor
  const form = useActionForm({
    initial: { code: "" },
    check: ({ code }) => (code.trim() === "" ? { code: { code: "Required" } } : {}),
    send: async (body) => onConfirmed((await request(me.confirmSecondFactor, { body })).data.recoveryCodes),
  })
  return (
    <ActionSection form={form} title={words.confirmTitle} lead={words.confirmLead} button={words.confirm}>
      <FixedRow label={words.scan} hint={words.scanHint}>
        <QrCode text={begun.url} label={words.qr} />
      </FixedRow>
      <FixedRow label={words.key}>
        <span className={styles.secret}>
          {begun.secret}
          <CopyIconButton value={begun.secret} name={words.key} />
        </span>
      </FixedRow>
      <TextField
        label={words.code}
        field={form.field("code")}
        width="number"
        maxLength={10}
        autoComplete="one-time-code"
      />
    </ActionSection>
  )
}

function Renew({ onRenewed }: { onRenewed(recoveryCodes: readonly string[]): Promise<void> }) {
  const words = usePageTexts("administrators").factor
  const form = useActionForm({
    initial: { currentPassword: "" },
    check: ({ currentPassword }) => missingPassword(currentPassword),
    send: async (body) => onRenewed((await request(me.newRecoveryCodes, { body })).data.recoveryCodes),
  })
  return (
    <ActionSection form={form} title={words.renewTitle} lead={words.renewLead} button={words.renew}>
      <CurrentPassword field={form.field("currentPassword")} />
    </ActionSection>
  )
}

function Remove() {
  const words = usePageTexts("administrators").factor
  const client = useQueryClient()
  const form = useActionForm({
    initial: { currentPassword: "" },
    check: ({ currentPassword }) => missingPassword(currentPassword),
    send: async (body) => {
      await request(me.removeSecondFactor, { body })
      await client.invalidateQueries({ queryKey: ownAccountQuery().queryKey })
      notifications.show({ message: words.removed, color: "green" })
    },
  })
  return (
    <ActionSection form={form} title={words.removeTitle} button={words.remove} final>
      <Notice status="warning">{words.removeLead}</Notice>
      <CurrentPassword field={form.field("currentPassword")} />
    </ActionSection>
  )
}

const FEW = 3
