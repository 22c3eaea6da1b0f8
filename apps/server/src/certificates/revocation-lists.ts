/**
 * The revocation lists of our CAs: signed when something is revoked, and again in time before the last one runs out. RFC 5280 §5.
 *
 *   revoked ──▶ number + 1, signed off the main thread, stored ──▶ served until the next
 */
import { bySystem } from "@homeport/contract"
import type { Draft, Revocation, RevocationListState, SettingsState } from "@homeport/store"
import type { SettingsService } from "../settings/settings-service.ts"
import type { Inventory, Known } from "./inventory.ts"
import type { Pki } from "./pki.ts"

export interface RevocationLists {
  /** The newest list of a CA whose key is here; the first one is made when somebody asks. */
  current(authority: Known): Promise<RevocationListState>
  /** Adds to the list; a certificate that is on it already stays as it is. */
  revoke(authority: Known, revocation: Revocation, by: string): Promise<void>
  /** Signs anew what runs out soon. */
  refresh(): Promise<void>
}

export interface RevocationListsOptions {
  readonly pki: Pick<Pki, "createCrl">
  readonly settings: Pick<SettingsService, "change">
  readonly state: () => SettingsState
  readonly inventory: (state: SettingsState) => Inventory
  readonly now: () => number
}

export function createRevocationLists({
  pki,
  settings,
  state,
  inventory,
  now,
}: RevocationListsOptions): RevocationLists {
  // One at a time: two revocations at once would sign two lists with one number.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  const known = ({ keyId }: Known) => state().revocationLists.get(keyId)
  const isFresh = (list: RevocationListState | undefined) =>
    list !== undefined && list.nextUpdate - now() > renewedBefore && list.thisUpdate <= now()

  async function sign(authority: Known, revoked: readonly Revocation[], by: string): Promise<RevocationListState> {
    const { pem, privateKey } = authority.stored
    if (!privateKey) throw new Error("a revocation list needs the key of its CA")
    const number = (known(authority)?.number ?? 0) + 1
    const thisUpdate = Math.floor(now() / 1000) * 1000
    const nextUpdate = thisUpdate + lifetime
    const der = await pki.createCrl({
      authority: { certificate: pem, privateKey: privateKey.reveal() },
      number,
      thisUpdate,
      nextUpdate,
      revoked: revoked.map(({ serialNumber, revokedAt, reason }) => ({ serialNumber, revokedAt, reason })),
    })
    const list = { authority: authority.keyId, number, thisUpdate, nextUpdate, der, revoked }
    await settings.change(by, (draft: Draft) => draft.setRevocationList(list))
    return list
  }

  const current = (authority: Known) =>
    inTurn(async () => {
      const list = known(authority)
      return list && isFresh(list) ? list : sign(authority, list?.revoked ?? [], bySystem)
    })

  return {
    current,
    revoke: (authority, revocation, by) =>
      inTurn(async () => {
        const before = known(authority)?.revoked ?? []
        if (before.some(({ serialNumber }) => serialNumber === revocation.serialNumber)) return
        await sign(authority, [...before, revocation], by)
      }),
    async refresh() {
      const { all } = inventory(state())
      // The youngest of several certificates with one key signs for all of them.
      const signers = new Map(
        all.filter(({ facts, stored }) => facts.isAuthority && stored.privateKey).map((each) => [each.keyId, each]),
      )
      for (const authority of signers.values())
        if (known(authority) && !isFresh(known(authority))) await current(authority)
    },
  }
}

const day = 86_400_000
const lifetime = 30 * day
/** A list that could not be fetched for three weeks is no list. */
const renewedBefore = 21 * day
