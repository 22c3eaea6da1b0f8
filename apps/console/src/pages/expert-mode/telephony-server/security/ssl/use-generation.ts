/** One form for all three profiles: filled with what the system proposes, made into a certificate by Apply. */
import { type Certificate, type CertificateProfile, type CertificateProposal, certificates } from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useEffect, useMemo, useState } from "react"
import { request } from "../../../../../api/client.ts"
import { certificateProposalQuery } from "../../../../../api/queries.ts"
import {
  type RequestValues,
  requestBody,
  requestField,
  requestProblems,
  requestValues,
} from "../../../../../form/certificate-request.ts"
import { type PageForm, usePageForm } from "../../../../../form/use-page-form.ts"

interface Generation {
  readonly proposal: CertificateProposal
  readonly made?: Certificate
}

export interface GenerationOptions {
  readonly profile: CertificateProfile
  readonly authorityId?: number
  /** Asked before a server certificate without any alternative name is sent. */
  confirmNameless?(): Promise<boolean>
  onMade(made: Certificate): void
}

export function useGeneration(options: GenerationOptions): PageForm<RequestValues> {
  const { profile, authorityId, onMade } = options
  const client = useQueryClient()
  const query = certificateProposalQuery(profile, authorityId)
  const { data: proposal } = useSuspenseQuery(query)
  const [made, setMade] = useState<Certificate>()
  const answer = useMemo(() => ({ ...UNVERSIONED, data: { proposal } }), [proposal])

  const form = usePageForm<RequestValues, Generation>({
    answer,
    queryKey: ["generation", profile, authorityId],
    toValues: (generation) => requestValues(generation.proposal),
    check: (values) => requestProblems(body(values)),
    nameOf: requestField,
    untouched: true,
    apply: async (values) => {
      const { data } = await request(certificates.create, { body: body(values) })
      return { ...UNVERSIONED, data: { proposal, made: data } }
    },
    confirm: async (values) =>
      profile === "authority" ||
      values.subjectAltNames.some(({ value }) => value.trim() !== "") ||
      (await (options.confirmNameless?.() ?? true)),
    onApplied: (generation) => setMade(generation.made),
  })

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    if (!made) return
    setMade(undefined)
    void client.invalidateQueries({ queryKey: [certificates.list.path] })
    // The next form is filled anew; this one is being left.
    void client.invalidateQueries({ queryKey: query.queryKey, refetchType: "none" })
    onMade(made)
  }, [made, client, query.queryKey, onMade])

  return form

  function body(values: RequestValues) {
    return requestBody(values, profile, authorityId ?? null)
  }
}

const UNVERSIONED = { version: undefined, changedBy: undefined, changedAt: undefined }
