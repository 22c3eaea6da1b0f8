/** Step 2: what phones at home need of the system, to be entered here, and the checks of Home. */
import { dyndns, stun } from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { FormSection } from "../../../form/FieldRow.tsx"
import { TextField } from "../../../form/fields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Readiness } from "../../../readiness/Readiness.tsx"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { useOnward } from "../security/use-onward.ts"
import { useTyped } from "../security/use-typed.ts"
import { systemBodies, systemProblems, systemValues } from "./system-values.ts"
import { after, before, type Place } from "./way.ts"

export function SystemScreen({ place, onTyped }: { readonly place: Place; onTyped(count: number): void }) {
  const words = usePageTexts("sipAtHome").system
  const { next } = useTexts().frame.wizard
  const common = { title: words.title, lead: words.lead, back: before(place), cancel: paths.setup() }
  const allowed = useAllowed(stun.replace)
  const onward = useOnward()
  const client = useQueryClient()
  const { data: name } = useSuspenseQuery(settingsQuery(dyndns.read))
  const { data: servers } = useSuspenseQuery(settingsQuery(stun.read))
  const form = useActionForm({
    initial: systemValues(name.data, servers.data),
    check: (values) => systemProblems(systemBodies(values, name.data, servers.data)),
    send: async (values) => {
      const bodies = systemBodies(values, name.data, servers.data)
      if (bodies.dyndns) {
        const answer = await request(dyndns.replace, { body: bodies.dyndns, ifMatch: name.version })
        client.setQueryData(settingsQuery(dyndns.read).queryKey, answer)
      }
      if (bodies.stun) {
        const answer = await request(stun.replace, { body: bodies.stun, ifMatch: servers.version })
        client.setQueryData(settingsQuery(stun.read).queryKey, answer)
      }
      onward(after(place))
    },
  })
  useTyped(form, onTyped)
  if (!allowed)
    return (
      <WizardScreen {...common} next={{ label: next, path: after(place) }}>
        <Notice status="live">{words.onlyExpert}</Notice>
        <Readiness />
      </WizardScreen>
    )
  return (
    <WizardScreen {...common} next={{ label: next }} form={form} progress={words.progress}>
      <Readiness />
      <FormSection title={words.fields}>
        <TextField
          label={words.hostName}
          field={form.field("hostName")}
          hint={words.hostNameHint}
          placeholder="office.example.net"
        />
        <TextField label={words.server} field={form.field("server")} hint={words.serverHint} />
        <TextField label={words.phonesServer} field={form.field("phonesServer")} hint={words.phonesServerHint} />
      </FormSection>
    </WizardScreen>
  )
}
