/**
 * Which passwords are strong enough, and a generator of them. The system is reachable from the internet, so a weak one is
 * refused, not warned about. Every rule has a code of its own: a form shows which are met while somebody types.
 */
import type { FieldProblem } from "./field-problem.ts"

/** A SIP password is typed into phones: only characters that every phone can enter and every file format can carry. */
export const stationPasswords: PasswordPolicy = {
  minimum: 8,
  maximum: 20,
  allowed: /^[A-Za-z0-9!#$*+\-./:=?@_~]*$/,
  allowedInWords: "A–Z a–z 0–9 ! # $ * + - . / : = ? @ _ ~",
}

/** An administrator's password is typed at a keyboard: anything but control characters, and longer if one likes. */
export const administratorPasswords: PasswordPolicy = {
  minimum: 8,
  maximum: 128,
  allowed: /^[^\p{Cc}]*$/u,
  allowedInWords: "",
}

export interface PasswordPolicy {
  readonly minimum: number
  readonly maximum: number
  readonly allowed: RegExp
  readonly allowedInWords: string
}

/** In the order in which a form lists them. */
export const passwordRules = [
  "PasswordTooShort",
  "PasswordTooLong",
  "PasswordCharacters",
  "PasswordNeedsUpper",
  "PasswordNeedsLower",
  "PasswordNeedsDigit",
  "PasswordNeedsSpecial",
  "PasswordRepeats",
  "PasswordSequence",
  "PasswordIsAName",
] as const
export type PasswordRule = (typeof passwordRules)[number]

/**
 * Every rule that the password breaks, in the order of `passwordRules`; none: it is strong enough.
 * `names` are what it must not be, read forwards or backwards: call number, name, user ID.
 */
export function brokenPasswordRules(
  password: string,
  names: readonly string[],
  policy: PasswordPolicy = stationPasswords,
): readonly PasswordRule[] {
  const broken: Readonly<Record<PasswordRule, boolean>> = {
    PasswordTooShort: password.length < policy.minimum,
    PasswordTooLong: password.length > policy.maximum,
    PasswordCharacters: !policy.allowed.test(password),
    PasswordNeedsUpper: !/\p{Lu}/u.test(password),
    PasswordNeedsLower: !/\p{Ll}/u.test(password),
    PasswordNeedsDigit: !/[0-9]/.test(password),
    PasswordNeedsSpecial: !/[^\p{L}\p{N}]/u.test(password),
    PasswordRepeats: /(.)\1{3}/su.test(password),
    PasswordSequence: hasSequence(password),
    PasswordIsAName: isAName(password, names),
  }
  return passwordRules.filter((rule) => broken[rule])
}

/** The first broken rule as a form's field shows it. */
export function passwordProblem(
  password: string,
  names: readonly string[],
  policy: PasswordPolicy = stationPasswords,
): FieldProblem | undefined {
  const [rule] = brokenPasswordRules(password, names, policy)
  return rule && { code: rule, params: passwordRuleParams(policy) }
}

/** What the sentences of the rules have places for. */
export function passwordRuleParams(policy: PasswordPolicy): Readonly<Record<string, string | number>> {
  return { minimum: policy.minimum, maximum: policy.maximum, allowed: policy.allowedInWords }
}

/**
 * A strong password of 14 characters that can be read aloud: without 0 O o 1 l I. `random(n)` gives a whole number from
 * 0 to n − 1, each as likely: `crypto.getRandomValues` in a browser, `crypto.randomInt` on a server.
 */
export function generatePassword(random: (below: number) => number, names: readonly string[] = []): string {
  for (;;) {
    const characters = Array.from({ length: 14 }, () => pick(readable.join(""), random))
    // One of each kind, each in a place of its own, so that few candidates are thrown away below.
    const places = shuffled([...characters.keys()], random)
    for (const [kind, set] of readable.entries()) characters[places[kind] ?? 0] = pick(set, random)
    const password = characters.join("")
    if (brokenPasswordRules(password, names).length === 0) return password
  }
}

const readable = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#$*+-./:=?@_~"] as const

const pick = (set: string, random: (below: number) => number): string => set.charAt(random(set.length))

function shuffled(places: number[], random: (below: number) => number): number[] {
  for (let last = places.length - 1; last > 0; last--) {
    const other = random(last + 1)
    const kept = places[last] ?? 0
    places[last] = places[other] ?? 0
    places[other] = kept
  }
  return places
}

/** Four letters or digits in a row, upwards or downwards: "abcd", "4321". */
function hasSequence(password: string): boolean {
  const lower = password.toLowerCase()
  let run = 1
  let direction = 0
  for (let at = 1; at < lower.length; at++) {
    const step = lower.charCodeAt(at) - lower.charCodeAt(at - 1)
    const continues = (step === 1 || step === -1) && /^([a-z]{2}|[0-9]{2})$/.test(lower.slice(at - 1, at + 1))
    if (!continues) run = 1
    else if (step === direction) run++
    else run = 2
    direction = continues ? step : 0
    if (run === 4) return true
  }
  return false
}

function isAName(password: string, names: readonly string[]): boolean {
  const lower = password.toLowerCase()
  const backwards = [...lower].reverse().join("")
  return names.some((name) => name !== "" && [lower, backwards].includes(name.toLowerCase()))
}
