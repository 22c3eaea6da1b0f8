/** A certificate ▸ View Certificate: everything it says, and what this system knows of it. */
import type { Certificate } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { certificatesQuery } from "../../../../../../api/queries.ts"
import { paths } from "../../../../../../paths.ts"
import { Card, Notice } from "../../../../../../table/Card.tsx"
import { CertificateFacts } from "../../../../../../table/CertificateFacts.tsx"
import { DaysLeft } from "../../../../../../table/DaysLeft.tsx"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useProblemText } from "../../../../../../text/problem.ts"
import { useUses } from "../use-uses.ts"
import { issuersOf } from "./issuers-of.ts"
import { prefetchShown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"
import styles from "./ViewCertificatePage.module.css"

export const prefetch = prefetchShown

export default function ViewCertificatePage() {
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          <View certificate={shown.certificate} />
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function View({ certificate }: { certificate: Certificate }) {
  const { facts: words } = usePageTexts("security").certificate
  const uses = useUses()
  return (
    <>
      <Problems of={certificate} />
      <Card title={certificate.name}>
        <CertificateFacts
          facts={certificate.facts}
          more={[
            { name: words.validity, value: <DaysLeft of={certificate} /> },
            { name: words.hasKey, value: certificate.hasKey ? words.keyHere : words.keyElsewhere },
            { name: words.usedBy, value: certificate.usedBy.length > 0 ? uses(certificate.usedBy) : words.unused },
            { name: words.chain, value: <Chain of={certificate} /> },
          ]}
        />
      </Card>
    </>
  )
}

function Problems({ of: { problems } }: { of: Certificate }) {
  const texts = usePageTexts("security").stored
  const problemText = useProblemText()
  if (problems.length === 0) return null
  return (
    <Notice status="warning">
      {texts.problems}
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={problem.code}>{problemText(problem)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** From its issuer up to the root, as far as they are stored here. */
function Chain({ of: certificate }: { of: Certificate }) {
  const texts = usePageTexts("security")
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const issuers = issuersOf(certificate, all.items)
  const top = issuers.at(-1) ?? certificate
  const complete = top.facts.type === "self-signed-ca" || top.facts.type === "self-signed"
  if (issuers.length === 0) return complete ? texts.certificate.facts.ownRoot : texts.certificate.facts.issuerUnknown
  return (
    <ol className={styles.chain}>
      {issuers.map(({ id, name }) => (
        <li key={id}>
          <Link to={paths.certificate(id)} aria-label={texts.stored.viewOf(name)}>
            {name}
          </Link>
        </li>
      ))}
      {complete ? null : <li>{texts.certificate.facts.issuerUnknown}</li>}
    </ol>
  )
}
