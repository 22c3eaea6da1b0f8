/** What is to be installed for SPE, a stored certificate or a file, and what that would bring. */
import { type BodyOf, spe, type Topic } from "@homeport/contract"
import { queryOptions } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import type { TopicMeta } from "../../../api/queries.ts"

export type Installation = BodyOf<typeof spe.preview>

/** A file that has been looked into. It lives in this tab, for as long as the wizard is open. */
export interface CheckedFile {
  /** Tells one look from the next. */
  readonly number: number
  readonly installation: Installation
}

export const fileKey = ({ number }: CheckedFile) => `file ${number}`

/** A stored certificate is held against the registrations of this moment; a file is looked into once. */
export const previewQuery = (key: string, installation: Installation) =>
  queryOptions({
    queryKey: [spe.preview.path, key],
    queryFn: async ({ signal }) => (await request(spe.preview, { body: installation, signal })).data,
    staleTime: installation.file ? Number.POSITIVE_INFINITY : 0,
    gcTime: 60_000,
    meta: { topics: installation.file ? [] : LIVE } satisfies TopicMeta,
  })

const LIVE: readonly Topic[] = ["certificates", "registrations", "settings"]
