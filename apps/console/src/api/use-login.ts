/** Who is signed in, and what that allows. */
import { allows, type Endpoint, login, type Role, type SignedIn } from "@homeport/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { request } from "./client.ts"
import { loginQuery } from "./queries.ts"

export function useLogin() {
  return useQuery({ ...loginQuery(), staleTime: Number.POSITIVE_INFINITY })
}

export function useRole(): Role | undefined {
  const { data } = useLogin()
  return data?.state === "signed-in" ? data.role : undefined
}

/** Whether the signed-in role may use this endpoint. */
export function useAllowed(asked: Endpoint): boolean {
  return allows(useRole(), asked.role)
}

/** What follows a successful sign-in, by whichever way. */
export function useSignedIn(): (me: SignedIn) => void {
  const client = useQueryClient()
  return (me) => {
    client.setQueryData(loginQuery().queryKey, me)
    // Whatever failed or went stale meanwhile is asked again.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== login.me.path })
  }
}

/** Ends the login and loads the console anew: nothing of it may be left for whoever signs in next. */
export async function signOut(): Promise<never> {
  await request(login.logout, {}).catch(() => undefined)
  location.assign("/")
  return new Promise<never>(() => undefined)
}
