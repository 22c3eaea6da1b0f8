/** SIP Clients ▸ Add SIP Client. */
import { type NewSipClient, type SipClient, sipClientDefaults, sipClients } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useNavigate } from "react-router"
import { type Answer, request } from "../../../../../api/client.ts"
import { sipClientQuery } from "../../../../../api/queries.ts"
import { usePageForm } from "../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { clientBody, clientProblems, clientValues } from "./client-values.ts"
import { SipClientFields } from "./SipClientFields.tsx"

/** What an empty form holds; the station gets its index when it is stored. */
const EMPTY: SipClient = {
  ...sipClientDefaults,
  index: 0,
  callNumber: "",
  name: "",
  passwordSet: false,
  sipUserId: "",
}
const BLANK: Answer<SipClient> = { data: EMPTY, version: undefined, changedBy: undefined, changedAt: undefined }

export const prefetch = () => [pageTextsQuery("sipClient"), pageTextsQuery("stationHelp")]

export default function AddSipClientPage() {
  const { sipClient: help } = usePageTexts("stationHelp")
  const texts = usePageTexts("sipClient")
  const client = useQueryClient()
  const navigate = useNavigate()
  const [added, setAdded] = useState<SipClient>()
  const form = usePageForm({
    answer: BLANK,
    queryKey: ["new-sip-client"],
    toValues: clientValues,
    check: (values) => clientProblems(values, false),
    apply: (values) => {
      const { sipUserId, ...rest } = clientBody(values)
      const body: NewSipClient = sipUserId === "" ? rest : { ...rest, sipUserId }
      return request(sipClients.create, { body })
    },
    onApplied: setAdded,
  })

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    if (!added) return
    notifications.show({ message: texts.added(`${added.callNumber} ${added.name}`), color: "green" })
    void client.prefetchQuery(sipClientQuery(added.index)).then(() => navigate(paths.sipClient(added.index)))
  }, [added, client, navigate, texts])

  return (
    <ExpertPage title={texts.newTitle} form={form} changes={sipClients.create} help={help}>
      <SipClientFields form={form} passwordSet={false} />
    </ExpertPage>
  )
}
