/** The first visit ever: a password for the first account, against the one-time code on the terminal. */
import { administratorPasswords, brokenPasswordRules, login as endpoints, firstAccount } from "@homeport/contract"
import { Button, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { ApiError } from "../api/api-error.ts"
import { request } from "../api/client.ts"
import { useSignedIn } from "../api/use-login.ts"
import { PasswordRules } from "../form/PasswordRules.tsx"
import { useErrorText, useProblemText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { LoginPassword } from "./LoginPassword.tsx"
import { Problem } from "./Problem.tsx"
import styles from "./SignIn.module.css"

export function FirstPassword() {
  const texts = useTexts().login.first
  const errorText = useErrorText()
  const problemText = useProblemText()
  const signedIn = useSignedIn()
  const [code, setCode] = useState("")
  const [password, setPassword] = useState("")
  const [again, setAgain] = useState("")
  const [tried, setTried] = useState(false)
  const set = useMutation({
    mutationFn: () => request(endpoints.firstPassword, { body: { code: code.trim(), password } }),
    onSuccess: ({ data }) => signedIn(data),
  })
  const weak = brokenPasswordRules(password, [firstAccount], administratorPasswords).length > 0
  const fields = set.error instanceof ApiError ? set.error.fields : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!weak && password === again) set.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <h1>{texts.title}</h1>
        <p className={styles.lead}>{texts.lead}</p>
      </div>
      <TextInput
        label={texts.code}
        description={texts.codeHint}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={fields.code && problemText(fields.code)}
        required
        withAsterisk={false}
      />
      <LoginPassword
        label={texts.password}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={fields.password && problemText(fields.password)}
      />
      <PasswordRules password={password} names={[firstAccount]} policy={administratorPasswords} strict={tried} />
      <LoginPassword
        label={texts.confirm}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={tried && password !== again ? texts.mismatch : undefined}
      />
      {set.isError ? <Problem text={errorText(set.error)} /> : null}
      <Button type="submit" loading={set.isPending} fullWidth>
        {texts.submit}
      </Button>
    </form>
  )
}
