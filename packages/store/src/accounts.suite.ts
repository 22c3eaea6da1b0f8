/** What every store must do for administrators: accounts, logins, second factors, tokens, and who signed in. */
import { expect, test } from "vitest"
import { Secret } from "./secret.ts"
import type { SignInFields } from "./sign-ins.ts"
import type { Store } from "./store.ts"

const signInOf = (fields: Partial<SignInFields> = {}): SignInFields => ({
  at: 1,
  account: { id: 1, name: "ada" },
  address: "203.0.113.7",
  userAgent: "Mozilla/5.0 Firefox/1",
  outcome: "signed-in",
  succeeded: true,
  ...fields,
})

/** `opens` keeps 20 sign-ins of each kind. */
export function accountsSuite(opens: () => Store): void {
  const withAccounts = () => {
    const store = opens()
    const add = (name: string, role: "basic" | "expert" = "expert") => {
      const { id } = store.accounts.add({ name, role, passwordHash: Secret.of("old") }, 1)
      store.logins.add(Buffer.from(name), id, "127.0.0.1", 1)
      return id
    }
    return { ...store, add, signedIn: (name: string) => store.logins.read(Buffer.from(name)) !== undefined }
  }

  test("names of accounts are told apart without regard to case, and a number is never given again", () => {
    const { accounts, add } = withAccounts()
    const ada = add("ada")
    expect(() => add("ADA")).toThrow("UNIQUE")
    accounts.remove(ada)
    expect(add("ada")).toBeGreaterThan(ada)
    expect(accounts.list().map(({ name }) => name)).toEqual(["ada"])
    expect([accounts.countOf("expert"), accounts.countOf("basic")]).toEqual([1, 0])
  })

  test("resetting a password ends the logins of that account alone, and clears its second factor", () => {
    const { accounts, secondFactors, add, signedIn } = withAccounts()
    const [ada] = [add("ada"), add("bob")]
    secondFactors.put(ada, Secret.of("SECRET"), 5, [Buffer.from("code")], 2)
    expect(accounts.resetPassword("ADA", Secret.of("new"))).toBe(true)
    expect(accounts.resetPassword("eve", Secret.of("new"))).toBe(false)
    expect(accounts.read("ada")?.passwordHash.reveal()).toBe("new")
    expect([signedIn("ada"), signedIn("bob")]).toEqual([false, true])
    expect(secondFactors.of(ada)).toBeUndefined()
  })

  test("a lower role ends the logins; a higher one and another name do not, and each change is a new version", () => {
    const { accounts, add, signedIn } = withAccounts()
    const id = add("ada", "basic")
    accounts.change(id, { name: "Ada", role: "expert" }, "bob", 7)
    expect(accounts.byId(id)).toMatchObject({ name: "Ada", role: "expert", version: 2, changedBy: "bob", changedAt: 7 })
    expect(signedIn("ada")).toBe(true)
    accounts.change(id, { name: "Ada", role: "basic" }, "bob", 8)
    expect(signedIn("ada")).toBe(false)
  })

  test("an account takes its logins, second factor and tokens along", () => {
    const { accounts, apiTokens, secondFactors, add, signedIn } = withAccounts()
    const id = add("ada")
    secondFactors.put(id, Secret.of("SECRET"), 5, [Buffer.from("code")], 2)
    apiTokens.add({ account: id, name: "backup", role: "basic", createdAt: 1, expiresAt: undefined }, Buffer.from("t"))
    expect(apiTokens.withHash(Buffer.from("t"))).toMatchObject({ owner: "ada", ownerRole: "expert", role: "basic" })
    accounts.remove(id)
    expect([signedIn("ada"), secondFactors.of(id), apiTokens.withHash(Buffer.from("t"))]).toEqual([
      false,
      undefined,
      undefined,
    ])
  })

  test("a time step is accepted once, and none before it; a recovery code once", () => {
    const { secondFactors, add } = withAccounts()
    const id = add("ada")
    secondFactors.put(id, Secret.of("SECRET"), 5, [Buffer.from("one"), Buffer.from("two")], 2)
    expect(secondFactors.of(id)).toMatchObject({ step: 5, since: 2, recoveryCodesLeft: 2 })
    expect([5, 6, 6, 4, 7].map((step) => secondFactors.accept(id, step))).toEqual([false, true, false, false, true])
    expect(["one", "one", "x"].map((code) => secondFactors.acceptRecoveryCode(id, Buffer.from(code)))).toEqual([
      true,
      false,
      false,
    ])
    secondFactors.replaceRecoveryCodes(id, [Buffer.from("three")])
    expect(secondFactors.acceptRecoveryCode(id, Buffer.from("two"))).toBe(false)
    secondFactors.put(id, Secret.of("OTHER"), 1, [], 3)
    expect(secondFactors.of(id)).toMatchObject({ step: 1, recoveryCodesLeft: 0 })
    expect(secondFactors.of(id)?.secret.reveal()).toBe("OTHER")
  })

  test("tokens are listed with their last use, newest first", () => {
    const { apiTokens, add } = withAccounts()
    const [ada, bob] = [add("ada"), add("bob")]
    for (const [account, name] of [
      [ada, "one"],
      [bob, "two"],
      [ada, "three"],
    ] as const)
      apiTokens.add({ account, name, role: "basic", createdAt: 1, expiresAt: 9 }, Buffer.from(name))
    expect(apiTokens.list().map(({ name }) => name)).toEqual(["three", "two", "one"])
    expect(apiTokens.list(ada).map(({ name }) => name)).toEqual(["three", "one"])
    const [{ id } = { id: 0 }] = apiTokens.list(bob)
    apiTokens.used(id, 5, "192.0.2.1")
    expect(apiTokens.byId(id)).toMatchObject({ lastUsedAt: 5, lastUsedFrom: "192.0.2.1", expiresAt: 9 })
    apiTokens.remove(id)
    expect(apiTokens.withHash(Buffer.from("two"))).toBeUndefined()
  })

  test("a flood of failures does not push out who signed in, and each kind keeps its bound", () => {
    const { signIns } = opens()
    signIns.add(signInOf())
    for (let n = 0; n < 25; n++)
      signIns.add(signInOf({ at: n, account: undefined, outcome: "unknown-name", succeeded: false }))
    expect(signIns.list({ limit: 1, succeeded: true })).toMatchObject({
      total: 1,
      rows: [{ account: { name: "ada" } }],
    })
    const failures = signIns.list({ limit: 2, succeeded: false })
    expect(failures).toMatchObject({ total: 20, rows: [{ at: 24, account: undefined }, {}] })
    expect(signIns.list({ limit: 1, succeeded: false, beyond: failures.rows[1]?.id }).rows[0]?.at).toBe(22)
  })

  test("what a sign-in came to takes the place of the question for the code, but not of another's", () => {
    const { signIns } = opens()
    const asked = { outcome: "code-asked", succeeded: false } as const
    signIns.add(signInOf(asked))
    signIns.add(signInOf({ ...asked, address: "198.51.100.9" }))
    signIns.add(signInOf({ at: 2 }))
    expect(signIns.list({ limit: 9 }).rows).toMatchObject([
      { outcome: "signed-in" },
      { outcome: "code-asked", address: "198.51.100.9" },
    ])
    expect(signIns.list({ limit: 9, q: "100.9" }).total).toBe(1)
    signIns.add(signInOf({ account: { id: 2, name: "ada" } }))
    expect(signIns.list({ limit: 9, q: "firefox", account: 1 }).total).toBe(2)
    expect(signIns.list({ limit: 9, q: "ada" }).total).toBe(3)
    expect(signIns.list({ limit: 9, q: "%" }).total).toBe(0)
  })
}
