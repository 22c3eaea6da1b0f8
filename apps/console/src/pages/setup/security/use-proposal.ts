/** Good values for a new certificate, asked for once: what is typed over them stays, whatever the server would propose by then. */
import type { CertificateProfile, CertificateProposal } from "@homeport/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { certificateProposalQuery } from "../../../api/queries.ts"

export function useProposal(profile: CertificateProfile, authorityId?: number): CertificateProposal | undefined {
  const [proposal, setProposal] = useState<CertificateProposal>()
  const { data } = useQuery({
    ...certificateProposalQuery(profile, authorityId),
    enabled: proposal === undefined,
    throwOnError: true,
  })
  if (proposal === undefined && data !== undefined) setProposal(data)
  return proposal
}
