/**
 * A CA ▸ Generate CA-Signed Server Certificate. What was made stands in the address (?made=12): it is exported and installed from
 * here, and a reload finds it again.
 */
import { type Certificate, certificates } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import { Link, useLocation, useNavigate, useSearchParams } from "react-router"
import { certificateProposalQuery, certificateQuery, isOwnAuthority } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import type { Prefetch } from "../../../../../tree.ts"
import styles from "./certificate/Actions.module.css"
import {
  numberIn,
  offeredFor,
  prefetchShown,
  type Shown,
  StoredCertificate,
  StoredView,
} from "./certificate/StoredCertificate.tsx"
import { GenerationFields } from "./GenerationFields.tsx"
import { Pkcs12Export } from "./Pkcs12Export.tsx"
import { useGeneration } from "./use-generation.ts"

export const prefetch: Prefetch = (address) => {
  const id = numberIn(address.params.id)
  const made = numberIn(address.search.get("made"))
  const asked = made !== undefined ? [certificateQuery(made)] : id ? [certificateProposalQuery("server", id)] : []
  return [...prefetchShown(address), ...asked]
}

export default function GenerateServerCertificatePage() {
  const made = numberIn(useSearchParams()[0].get("made"))
  return (
    <StoredCertificate>
      {(shown) =>
        made === undefined || !isOwnAuthority(shown.certificate) ? (
          <Generation shown={shown} />
        ) : (
          <StoredView shown={shown}>
            <Made id={made} />
          </StoredView>
        )
      }
    </StoredCertificate>
  )
}

function Generation({ shown: { certificate: authority, title } }: { shown: Shown }) {
  const texts = usePageTexts("security")
  const navigate = useNavigate()
  const { ask, dialog } = useConfirm()
  const form = useGeneration({
    profile: "server",
    authorityId: authority.id,
    confirmNameless: () => ask(texts.generation.withoutName),
    onMade: useCallback(({ id }: Certificate) => void navigate({ search: `?made=${id}` }), [navigate]),
  })
  return (
    <>
      <ExpertPage
        title={title}
        aside={<DaysLeft of={authority} />}
        offered={offeredFor(authority)}
        form={form}
        changes={certificates.create}
        help={texts.sslHelp.generate}
        progress={texts.generation.making(Number(form.values.keyLength))}
      >
        <GenerationFields form={form} />
      </ExpertPage>
      {dialog}
    </>
  )
}

/** What to do with it next, beginning with the export. */
function Made({ id }: { id: number }) {
  const words = usePageTexts("security").generation
  const { pathname } = useLocation()
  const { data: certificate } = useSuspenseQuery(certificateQuery(id))
  const mayExport = useAllowed(certificates.pkcs12)
  return (
    <>
      <Card title={words.madeTitle}>
        <div className={styles.stack}>
          <Notice status="ok">{words.made(certificate.name)}</Notice>
          <div className={styles.actions}>
            <Button component={Link} to={`${paths.importSpeCertificate()}?certificate=${id}`}>
              {words.next.install}
            </Button>
            <Button component={Link} to={paths.certificate(id)} variant="default">
              {words.next.view}
            </Button>
            <Button component={Link} to={pathname} variant="default">
              {words.next.another}
            </Button>
          </div>
        </div>
      </Card>
      {mayExport && certificate.hasKey ? <Pkcs12Export certificate={certificate} title={words.exportTitle} /> : null}
    </>
  )
}
