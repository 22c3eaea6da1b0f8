/** Where called phones send the caller instead: numbers of ours in the Contacts of a 3xx. RFC 3261 §8.1.3.4. */
import { parseContacts, parseUri, type Response } from "@homeport/sip"

export class Redirection {
  readonly #visited: Set<string>

  constructor(called: string) {
    this.#visited = new Set([called])
  }

  /** The numbers to try next: none that was tried before, and five of them in a call at most. */
  follow(response: Response): readonly string[] {
    const contacts = parseContacts(response)
    if (contacts === undefined || contacts === "*") return []
    const next: string[] = []
    for (const { uri } of contacts) {
      const number = parseUri(uri)?.user
      if (number === undefined || this.#visited.has(number) || this.#visited.size > MOST) continue
      this.#visited.add(number)
      next.push(number)
    }
    return next
  }
}

const MOST = 5
