/** Step 3: the server certificate that the CA signs, and a copy of it as PKCS#12. */
import { type Certificate, type CertificateProposal, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { request } from "../../../api/client.ts"
import { listenersQuery, speStatusQuery } from "../../../api/queries.ts"
import { AlternativeNames } from "../../../form/AlternativeNames.tsx"
import { requestBody, requestField, requestProblems, requestValues } from "../../../form/certificate-request.ts"
import { TextField } from "../../../form/fields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { Pkcs12Export } from "../../expert-mode/telephony-server/security/ssl/Pkcs12Export.tsx"
import { CertificateCard } from "./CertificateCard.tsx"
import { RequestFields } from "./RequestFields.tsx"
import { useOnward } from "./use-onward.ts"
import { useProposal } from "./use-proposal.ts"
import { useTyped } from "./use-typed.ts"
import { before, type Place, pathOf } from "./way.ts"

interface ServerScreenProps {
  readonly place: Place
  readonly authority: Certificate
  onTyped(count: number): void
}

export function ServerScreen({ place, authority, onTyped }: ServerScreenProps) {
  if (place.server) return <ServerThere place={place} server={place.server} />
  return <NewServer place={place} authority={authority} onTyped={onTyped} />
}

function ServerThere({ place, server }: { place: Place; server: Certificate }) {
  const texts = usePageTexts("wizard").server
  const words = useTexts().frame.wizard
  return (
    <WizardScreen
      title={texts.madeTitle}
      lead={texts.madeLead}
      back={before({ ...place, step: "server" })}
      cancel={paths.setup()}
      next={{ label: words.next, path: pathOf({ ...place, step: "install" }) }}
    >
      <CertificateCard
        title={server.name}
        facts={server.facts}
        aside={
          <Button
            component={Link}
            size="compact-sm"
            variant="default"
            to={pathOf({ ...place, step: "server", server: undefined, fresh: true })}
          >
            {texts.another}
          </Button>
        }
      />
      <Pkcs12Export certificate={server} title={texts.backup} />
    </WizardScreen>
  )
}

function NewServer({ place, authority, onTyped }: ServerScreenProps) {
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const proposal = useProposal("server", authority.id)
  if (!proposal) return null
  const inside = listeners.items.find(({ name }) => name === "SIP_EXT")?.address
  return (
    <ServerForm
      place={place}
      authority={authority}
      proposal={proposal.subjectAltNames.length === 0 && inside ? named(proposal, inside) : proposal}
      onTyped={onTyped}
    />
  )
}

/** Better than nothing: phones in the office use it. */
function named(proposal: CertificateProposal, address: string): CertificateProposal {
  return { ...proposal, commonName: address, subjectAltNames: [{ type: "ip", value: address }] }
}

function ServerForm({ place, authority, proposal, onTyped }: ServerScreenProps & { proposal: CertificateProposal }) {
  const texts = usePageTexts("wizard")
  const { facts } = usePageTexts("security").certificate
  const { home, tree } = useTexts()
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const client = useQueryClient()
  const onward = useOnward()
  const form = useActionForm({
    initial: requestValues(proposal),
    check: (values) => requestProblems(requestBody(values, "server", authority.id)),
    nameOf: requestField,
    send: async (values) => {
      const body = requestBody(values, "server", authority.id)
      const { data } = await request(certificates.create, { body })
      await client.invalidateQueries({ queryKey: [certificates.list.path] })
      // Back leads to what was made, not to the form that made it.
      onward(pathOf({ ...place, server: data, fresh: false }), { replace: true })
    },
  })
  useTyped(form, onTyped)
  return (
    <WizardScreen
      title={texts.server.title}
      lead={texts.server.lead(authority.name)}
      back={before({ ...place, step: "server" })}
      cancel={paths.setup()}
      form={form}
      next={{ label: texts.server.generate }}
      progress={texts.generating(form.values.keyLength)}
    >
      {spe.publicName === null ? (
        <Notice status="warning">
          {texts.server.noName} <Link to={paths.dynDns()}>{home.mend(tree.dynDns)}</Link>
        </Notice>
      ) : (
        <Notice status="live">{texts.server.fromDyndns(spe.publicName)}</Notice>
      )}
      <RequestFields form={form} title={facts.subject}>
        <TextField label={facts.commonName} field={form.field("commonName")} required />
        <AlternativeNames field={form.field("subjectAltNames")} />
      </RequestFields>
    </WizardScreen>
  )
}
