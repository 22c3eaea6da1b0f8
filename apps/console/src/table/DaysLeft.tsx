/** How long a certificate still lasts, in a word with its colour: the thresholds are those of the warnings. */
import { type Certificate, expiryWarnings } from "@homeport/contract"
import { usePageTexts } from "../text/page-texts.ts"
import { type Status, StatusBadge } from "./StatusBadge.tsx"

type Lasting = Pick<Certificate, "daysLeft" | "revokedAt" | "problems">

export function DaysLeft({ of: certificate }: { of: Lasting }) {
  const texts = usePageTexts("security").certificate.left
  const { daysLeft, revokedAt } = certificate
  const word =
    revokedAt !== null
      ? texts.revoked
      : daysLeft < 0
        ? texts.over(-daysLeft)
        : isEarly(certificate)
          ? texts.notYet
          : daysLeft === 0
            ? texts.today
            : texts.days(daysLeft)
  return <StatusBadge status={statusOf(certificate)}>{word}</StatusBadge>
}

function statusOf(certificate: Lasting): Status {
  const [first, , alarm] = expiryWarnings
  if (certificate.revokedAt !== null || certificate.daysLeft <= alarm) return "failed"
  return certificate.daysLeft <= first || isEarly(certificate) ? "warning" : "ok"
}

/** By the system's clock: a browser's own may be wrong. */
const isEarly = ({ problems }: Lasting) => problems.some(({ code }) => code === "CertificateNotYetValid")
