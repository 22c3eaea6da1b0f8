/** A page of settings: read, shown, replaced as a whole. */
import type { Endpoint, ResponseOf, Topic } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { type RequestOf, request } from "../api/client.ts"
import { versioned } from "../api/queries.ts"
import { checkedBy, type NameOf } from "./check.ts"
import type { Values } from "./form-state.ts"
import { type PageForm, usePageForm } from "./use-page-form.ts"

interface SettingsPage {
  readonly read: Endpoint
  readonly replace: Endpoint
}

const TOPICS: readonly Topic[] = ["settings"]

export const settingsQuery = <E extends Endpoint>(
  read: E, // A page of settings has neither params nor query.
) => versioned(read, {} as Omit<RequestOf<E>, "signal">, TOPICS)

export function useSettingsForm<P extends SettingsPage, V extends Values>(
  page: P,
  between: {
    toValues(data: ResponseOf<P["read"]>): V
    /** Not checked yet: that is the schema's part. */
    toBody(values: V): unknown
    /** Which field the server's path belongs to, where it is not the first word of it. */
    readonly nameOf?: NameOf
  },
): PageForm<V> & { readonly data: ResponseOf<P["read"]> } {
  const query = settingsQuery<P["read"]>(page.read)
  const { data: answer } = useSuspenseQuery(query)
  const form = usePageForm<V, ResponseOf<P["read"]>>({
    answer,
    queryKey: query.queryKey,
    toValues: between.toValues,
    check: (values) => (page.replace.body ? checkedBy(page.replace.body, between.toBody(values), between.nameOf) : {}),
    ...(between.nameOf && { nameOf: between.nameOf }),
    apply: async (values, { version }) => {
      // Checked by the schema just before; the answer of PUT has the shape of GET's.
      const parts = { body: between.toBody(values), ifMatch: version } as unknown as RequestOf<P["replace"]>
      return (await request<P["replace"]>(page.replace, parts)) as typeof answer
    },
  })
  return { ...form, data: answer.data }
}
