/** How answers are kept: until the event stream says that they are old. A login that ended is noticed here, once for all. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query"
import { isPassing, isSignedOut } from "./api-error.ts"
import { loginQuery } from "./queries.ts"

export function createQueryClient(): QueryClient {
  const noticeSignedOut = (error: unknown) => {
    if (isSignedOut(error)) client.setQueryData(loginQuery().queryKey, { state: "signed-out" })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: {
        // Homeport may run on this very machine: being offline says nothing.
        networkMode: "always",
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { networkMode: "always" },
    },
  })
  return client
}
