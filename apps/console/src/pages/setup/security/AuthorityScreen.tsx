/** Step 1: generate the CA; or what it is, once it is there. */
import { type Certificate, type CertificateProposal, certificates } from "@homeport/contract"
import { useQueryClient } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import { requestBody, requestField, requestProblems, requestValues } from "../../../form/certificate-request.ts"
import { TextField } from "../../../form/fields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { CertificateCard } from "./CertificateCard.tsx"
import { RequestFields } from "./RequestFields.tsx"
import { useOnward } from "./use-onward.ts"
import { useProposal } from "./use-proposal.ts"
import { useTyped } from "./use-typed.ts"
import { before, type Place, pathOf } from "./way.ts"

interface AuthorityScreenProps {
  readonly place: Place
  onTyped(count: number): void
}

export function AuthorityScreen({ place, onTyped }: AuthorityScreenProps) {
  if (place.authority) return <AuthorityThere place={place} authority={place.authority} />
  return <NewAuthority place={place} onTyped={onTyped} />
}

function AuthorityThere({ place, authority }: { place: Place; authority: Certificate }) {
  const texts = usePageTexts("wizard").ca
  const words = useTexts().frame.wizard
  return (
    <WizardScreen
      title={texts.existsTitle}
      lead={texts.existsLead}
      back={before({ ...place, step: "ca" })}
      cancel={paths.setup()}
      next={{ label: words.next, path: pathOf({ ...place, step: "export" }) }}
    >
      <CertificateCard title={authority.name} facts={authority.facts} />
    </WizardScreen>
  )
}

function NewAuthority({ place, onTyped }: AuthorityScreenProps) {
  const proposal = useProposal("authority")
  return proposal ? <AuthorityForm place={place} proposal={proposal} onTyped={onTyped} /> : null
}

function AuthorityForm({ place, proposal, onTyped }: AuthorityScreenProps & { proposal: CertificateProposal }) {
  const texts = usePageTexts("wizard")
  const { facts } = usePageTexts("security").certificate
  const client = useQueryClient()
  const onward = useOnward()
  const form = useActionForm({
    initial: requestValues(proposal),
    check: (values) => requestProblems(requestBody(values, "authority", null)),
    nameOf: requestField,
    send: async (values) => {
      const body = requestBody(values, "authority", null)
      const { data } = await request(certificates.create, { body })
      await client.invalidateQueries({ queryKey: [certificates.list.path] })
      onward(pathOf({ ...place, step: "export", authority: data }))
    },
  })
  useTyped(form, onTyped)
  return (
    <WizardScreen
      title={texts.ca.title}
      lead={texts.ca.lead}
      back={before({ ...place, step: "ca" })}
      cancel={paths.setup()}
      form={form}
      next={{ label: texts.ca.generate }}
      progress={texts.generating(form.values.keyLength)}
    >
      <RequestFields form={form} title={facts.subject}>
        <TextField label={facts.commonName} field={form.field("commonName")} required />
      </RequestFields>
    </WizardScreen>
  )
}
