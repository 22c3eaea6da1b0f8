/** Only a first load that failed comes here; whatever was on the screen before stays under a banner instead. */
import { Button } from "@mantine/core"
import { useQueryClient, useQueryErrorResetBoundary } from "@tanstack/react-query"
import { useCallback, useEffect, useState } from "react"
import { isRouteErrorResponse, useRevalidator, useRouteError } from "react-router"
import { ApiError, isSignedOut } from "../api/api-error.ts"
import { useLogin } from "../api/use-login.ts"
import { useErrorText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { EmptyState } from "./EmptyState.tsx"
import { FailedIcon } from "./icons.tsx"
import { NotFoundPage } from "./NotFoundPage.tsx"
import { PageSkeleton } from "./PageSkeleton.tsx"

export function ErrorPage() {
  const error = useRouteError()
  const texts = useTexts().frame
  const errorText = useErrorText()
  const retry = useRetry()
  const login = useLogin()
  const signedIn = login.data?.state === "signed-in"
  const [busy, setBusy] = useState(false)

  // The login had ended before the first answer came: signing in mends it.
  const waiting = isSignedOut(error)
  useEffect(() => {
    if (waiting && signedIn) void retry()
  }, [waiting, signedIn, retry])

  if (waiting) return <PageSkeleton />
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  if (error instanceof ApiError && error.code === "NotFound") return <NotFoundPage />
  const request = error instanceof ApiError ? error.requestId : undefined
  return (
    <EmptyState
      level={1}
      kind="failed"
      icon={<FailedIcon size={30} />}
      title={texts.failed.title}
      text={errorText(error)}
      detail={request && texts.failed.request(request)}
      action={
        <Button
          loading={busy}
          onClick={() => {
            setBusy(true)
            void retry().finally(() => setBusy(false))
          }}
        >
          {texts.failed.retry}
        </Button>
      }
    />
  )
}

function useRetry(): () => Promise<void> {
  const client = useQueryClient()
  const { reset } = useQueryErrorResetBoundary()
  const { revalidate } = useRevalidator()
  return useCallback(async () => {
    reset()
    await client.resetQueries({ predicate: ({ state }) => state.status === "error" && state.data === undefined })
    // React Router shows the page again after this, and the page asks again.
    await revalidate()
  }, [client, reset, revalidate])
}
