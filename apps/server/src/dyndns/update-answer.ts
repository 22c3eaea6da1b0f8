/**
 * What a provider said, as one of the contract's codes.
 *
 *   dyndns2   text, a line a host name: a code, after "good" and "nochg" the address. HTTP 200 alone means nothing.
 *   Duck DNS  OK or KO
 *
 * Neither word is one of the other's, so both are understood at every URL.
 */
import { type DyndnsAnswerCode, dyndnsRefusals, parseIpv4 } from "@homeport/contract"
import type { HttpAnswer } from "./ask-once.ts"

export interface UpdateAnswer {
  readonly code: DyndnsAnswerCode
  /** The first line, shortened, without what was secret in the question; null: there is none. */
  readonly line: string | null
  /** Of "http-error" and "redirected". */
  readonly status: number | null
}

/** `secret`: never repeated, whatever the provider echoes. */
export function readAnswer(answer: HttpAnswer, address: string, secret: string): UpdateAnswer {
  if (!answer.ok) return { code: answer.problem, line: null, status: null }
  const { status, mediaType, body } = answer
  const first = firstLine(body)
  const [word = "", ...rest] = first.split(/\s+/)
  const line = first === "" ? null : shortened(withoutSecret(first, secret))
  const said = (code: DyndnsAnswerCode): UpdateAnswer => ({ code, line, status: null })

  // Some send the word that stops us with a status that is no success.
  const refusal = dyndnsRefusals.find((code) => code.toLowerCase() === word.toLowerCase())
  if (refusal) return said(refusal)
  if (word === "911") return said("911")
  if (status >= 300 && status < 400) return { code: "redirected", line, status }
  if (status === 401) return said("badauth")
  if (status < 200 || status > 299) return { code: "http-error", line, status }
  if (first === "") return said("empty")
  switch (word.toLowerCase()) {
    case "good":
    case "ok":
      return said(isOf(address, rest) ? "good" : "other-address")
    case "nochg":
      return said(isOf(address, rest) ? "nochg" : "other-address")
    default:
      return said(mediaType === "text/html" || first.startsWith("<") ? "web-page" : "unknown")
  }
}

/** Named or not, but no other: "good 127.0.0.1" is said to clients that are being ignored. */
function isOf(address: string, words: readonly string[]): boolean {
  const named = words.flatMap((word) => word.split(",")).filter((word) => parseIpv4(word) !== undefined)
  return named.length === 0 || named.includes(address)
}

/** The first that holds anything; characters that nobody sees are blanks. */
function firstLine(body: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").trim())
  return lines.find((line) => line !== "") ?? ""
}

function withoutSecret(line: string, secret: string): string {
  if (secret === "") return line
  const spellings = [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")]
  return spellings.reduce((text, spelling) => text.replaceAll(spelling, "••••"), line)
}

const shortened = (line: string): string => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line)

const longestLine = 120
