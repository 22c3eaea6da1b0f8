/**
 * The certificate that the address names: a stored one by its id, or one of SPE by its place there. The same pages show it wherever
 * it stands in the tree.
 *
 *   …/certificate-generation/3   …/certificate-management/3     the certificate with id 3
 *   …/spe-certificate/1          …/spe-ca-certificates/2        what is installed there, counted from 1
 */
import type { Certificate } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useLocation, useParams } from "react-router"
import {
  certificateQuery,
  certificatesQuery,
  isAuthority,
  isOwnAuthority,
  speStatusQuery,
} from "../../../../../../api/queries.ts"
import { ExpertView } from "../../../../../../frame/ExpertPage.tsx"
import { NotFoundPage } from "../../../../../../frame/NotFoundPage.tsx"
import { DaysLeft } from "../../../../../../table/DaysLeft.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../../text/texts.tsx"
import { type ActionKey, type DataChildren, type Prefetch, placeOf } from "../../../../../../tree.ts"

export interface Shown {
  readonly certificate: Certificate
  /** As what it is shown. */
  readonly as: DataChildren["of"]
  readonly title: string
}

export const numberIn = (text: string | null | undefined) =>
  /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : undefined

export const prefetchShown: Prefetch = ({ params }) => {
  const id = numberIn(params.id)
  return [
    ...(id === undefined ? [speStatusQuery()] : [certificateQuery(id)]),
    certificatesQuery(),
    pageTextsQuery("security"),
  ]
}

/** Another certificate is another page: nothing typed for one may reach the other. */
export function StoredCertificate({ children }: { children: (shown: Shown) => ReactNode }) {
  const { id, number } = useParams()
  const byId = numberIn(id)
  const place = numberIn(number)
  if (byId !== undefined)
    return (
      <ById key={byId} id={byId}>
        {children}
      </ById>
    )
  return place === undefined ? (
    <NotFoundPage />
  ) : (
    <Installed key={place} number={place}>
      {children}
    </Installed>
  )
}

function ById({ id, children }: { id: number; children: (shown: Shown) => ReactNode }) {
  const texts = useTexts()
  const words = usePageTexts("security").stored
  const { data: certificate } = useSuspenseQuery(certificateQuery(id))
  const place = placeOf(useLocation().pathname)
  const as = place?.node.data?.of ?? "certificates"
  // Among the CAs stand only those that can sign.
  if (as === "authorities" && !isOwnAuthority(certificate)) return <NotFoundPage />
  return children({
    certificate,
    as,
    title: words.title(texts.tree[place?.node.key ?? "certificateManagement"], certificate.name),
  })
}

function Installed({ number, children }: { number: number; children: (shown: Shown) => ReactNode }) {
  const texts = useTexts()
  const words = usePageTexts("security").spe
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const place = placeOf(useLocation().pathname)
  const as = place?.node.data?.of ?? "speCertificates"
  const certificate = (as === "speAuthorities" ? spe.authorities : [spe.certificate])[number - 1]
  if (!certificate) return <NotFoundPage />
  return children({ certificate, as, title: words.numbered(texts.tree[place?.node.key ?? "speCertificate"], number) })
}

/** The shell of a tab that has no Apply. */
export function StoredView({ shown, children }: { shown: Shown; children: ReactNode }) {
  const texts = usePageTexts("security")
  const { certificate, as, title } = shown
  const ofSpe = as === "speCertificates" || as === "speAuthorities"
  return (
    <ExpertView
      title={title}
      aside={<DaysLeft of={certificate} />}
      offered={offeredFor(certificate)}
      help={as === "speAuthorities" ? texts.spe.authorities.help : ofSpe ? texts.spe.help : texts.sslHelp.stored}
    >
      {children}
    </ExpertView>
  )
}

/** What can be done with which certificate: no tab leads to a page that only says no. */
export function offeredFor(certificate: Certificate): (action: ActionKey) => boolean {
  return (action) => possible[action]?.(certificate) ?? true
}

const possible: Partial<Record<ActionKey, (certificate: Certificate) => boolean>> = {
  renewCertificate: ({ hasKey, issuerId }) => hasKey || issuerId !== null,
  revokeCertificate: ({ issuerId }) => issuerId !== null,
  displayCrl: isOwnAuthority,
  useForConsole: (certificate) => certificate.hasKey && !isAuthority(certificate),
}
