/** Step 5: the system flag, and then what is left to do at the phones and at the office router. */
import { spe, systemFlags } from "@homeport/contract"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import { speStatusQuery } from "../../../api/queries.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Card } from "../../../table/Card.tsx"
import { TlsState } from "../../../table/TlsState.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { PhonesCard } from "./PhonesCard.tsx"
import { RouterCard } from "./RouterCard.tsx"
import { before, type Place } from "./way.ts"

export function SupportScreen({ place }: { place: Place }) {
  const texts = usePageTexts("wizard").support
  const client = useQueryClient()
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const switchOn = useMutation({
    mutationFn: async () => {
      const query = settingsQuery(systemFlags.read)
      const { data, version } = await client.fetchQuery({ ...query, staleTime: 0 })
      const answer = await request(systemFlags.replace, { body: { ...data, speSupport: true }, ifMatch: version })
      client.setQueryData(query.queryKey, answer)
      await client.invalidateQueries({ queryKey: [spe.status.path] })
    },
  })
  const on = status.support
  return (
    <WizardScreen
      title={on ? texts.doneTitle : texts.title}
      lead={on ? undefined : texts.lead}
      back={before({ ...place, step: "support" })}
      cancel={on ? undefined : paths.setup()}
      next={
        on
          ? { label: texts.finish, path: paths.home() }
          : { label: texts.switchOn, press: () => switchOn.mutate(), busy: switchOn.isPending }
      }
      error={switchOn.error ?? undefined}
    >
      <Card title={texts.live}>
        <TlsState withoutLinks={!on} />
      </Card>
      {status.certificate ? <PhonesCard certificate={status.certificate} /> : null}
      <RouterCard />
    </WizardScreen>
  )
}
