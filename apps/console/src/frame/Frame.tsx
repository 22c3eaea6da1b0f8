/** What is always there: the navigation bar, the banners, sign-in over whatever page was open, and the page. */
import { Suspense, useState } from "react"
import { Outlet, useNavigation } from "react-router"
import { useLive } from "../api/live/use-live.ts"
import { useLogin } from "../api/use-login.ts"
import { useTexts } from "../text/texts.tsx"
import { Banners } from "./Banners.tsx"
import styles from "./Frame.module.css"
import { NavigationBar } from "./NavigationBar.tsx"
import { PageSkeleton } from "./PageSkeleton.tsx"
import { SignIn } from "./SignIn.tsx"
import { usePageTop } from "./use-page-top.ts"
import { useStaySignedIn } from "./use-stay-signed-in.ts"

export function Frame() {
  const texts = useTexts()
  const login = useLogin()
  const signedIn = login.data?.state === "signed-in"
  const connected = useLive(signedIn)
  const busy = useNavigation().state !== "idle"
  useStaySignedIn(signedIn)
  usePageTop()
  // Whether a page of this tab may hold something typed. A logout loads everything anew, and with it this.
  const [lastName, setLastName] = useState<string>()
  const name = login.data?.state === "signed-in" ? login.data.name : undefined
  if (name !== undefined && name !== lastName) setLastName(name)
  const everSignedIn = lastName !== undefined

  return (
    <div className={styles.frame}>
      {everSignedIn ? (
        <a className={styles.skip} href="#page">
          {texts.frame.skip}
        </a>
      ) : null}
      <NavigationBar />
      <div className={styles.progress} data-busy={busy || undefined} role="presentation" />
      {/* Under the sign-in the page stays as it was, with everything that was typed. */}
      <div className={styles.body} inert={!signedIn}>
        <Banners connected={connected} />
        {everSignedIn ? (
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        ) : null}
      </div>
      {signedIn ? null : <SignIn over={lastName} login={login} />}
    </div>
  )
}
