/** Signing in: alone on a first visit, over the page (which keeps what was typed) when a login has ended. */

import { login as endpoints, firstAccount } from "@homeport/contract"
import { Button, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { ApiError } from "../api/api-error.ts"
import { request } from "../api/client.ts"
import { type useLogin, useSignedIn } from "../api/use-login.ts"
import { useErrorText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { FirstPassword } from "./FirstPassword.tsx"
import { LoginPassword } from "./LoginPassword.tsx"
import { Logo } from "./Logo.tsx"
import { Problem } from "./Problem.tsx"
import styles from "./SignIn.module.css"

interface SignInProps {
  /** Whose login has ended, over the page that is still there. */
  readonly over: string | undefined
  readonly login: ReturnType<typeof useLogin>
}

export function SignIn({ over, login }: SignInProps) {
  const texts = useTexts()
  const errorText = useErrorText()
  return (
    <main className={styles.cover} data-over={over !== undefined || undefined}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo size={44} />
          <div>
            <div className={styles.product}>{texts.frame.product}</div>
            <div className={styles.lead}>{texts.login.lead}</div>
          </div>
        </div>
        {login.data?.state === "first-password" ? (
          <FirstPassword />
        ) : login.data ? (
          <Credentials over={over} />
        ) : login.isError ? (
          <div className={styles.form}>
            <Problem text={errorText(login.error)} />
            <Button onClick={() => login.refetch()} loading={login.isFetching}>
              {texts.frame.failed.retry}
            </Button>
          </div>
        ) : (
          <div className={styles.waiting} role="status" aria-label={texts.frame.loading} />
        )}
      </div>
    </main>
  )
}

function Credentials({ over }: { over: string | undefined }) {
  const texts = useTexts().login
  const errorText = useErrorText()
  const signedIn = useSignedIn()
  const [name, setName] = useState(over ?? firstAccount)
  const [password, setPassword] = useState("")
  /** undefined: the password comes first. */
  const [code, setCode] = useState<string>()
  const signIn = useMutation({
    mutationFn: () => request(endpoints.login, { body: { name, password, ...(code && { code }) } }),
    onSuccess: ({ data }) => signedIn(data),
    onError: (error) => {
      if (asksCode(error)) setCode("")
      // Whatever is wrong with these two, the code was looked at after them.
      else if (error instanceof ApiError && error.code === "WrongCredentials") setCode(undefined)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <h1>{over === undefined ? texts.title : texts.ended}</h1>
        {over === undefined ? null : <p className={styles.lead}>{texts.endedText}</p>}
      </div>
      <TextInput
        label={texts.name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <LoginPassword
        label={texts.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
      {code === undefined ? null : (
        <TextInput
          label={texts.secondFactor}
          description={texts.secondFactorHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
          withAsterisk={false}
          // It appears where the person is going to type next.
          autoFocus
        />
      )}
      {signIn.isError && !asksCode(signIn.error) ? <Problem text={errorText(signIn.error)} /> : null}
      <Button type="submit" loading={signIn.isPending} fullWidth>
        {texts.submit}
      </Button>
    </form>
  )
}

const asksCode = (error: unknown) => error instanceof ApiError && error.code === "SecondFactorRequired"
