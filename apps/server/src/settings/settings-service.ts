/**
 * The one way settings change. What an administrator submits is either running *and* stored, or neither: the core prepares the
 * new configuration (binds sockets) before the store commits, and activating what was prepared cannot fail.
 *
 *   edit(draft) ─▶ prepare ─▶ commit ─▶ activate ─▶ told
 *        │            │          │
 *        └────────────┴──────────┴──▶ discard: nothing has changed
 */
import { type AvailableInterface, type ChangeCause, type Section, sections } from "@homeport/contract"
import type { PrepareProblem, SbcConfig } from "@homeport/sbc"
import type { Draft, SettingsState, Store } from "@homeport/store"
import type { LiveCore } from "../core/live-core.ts"
import { changeItems } from "./change-items.ts"
import { refusalOf } from "./prepare-problems.ts"

export interface SettingsService {
  /**
   * Runs `edit` on a draft of the newest state, one change at a time; what it throws is thrown, and nothing has changed. The Admin
   * Log says what came of it; `cause`, how it came about.
   */
  change<T>(by: string, edit: (draft: Draft) => T, cause?: ChangeCause): Promise<T>
  /** What the core could not open, were this state applied; nothing has changed. */
  tryOut(state: SettingsState): Promise<readonly PrepareProblem[]>
  /** A state takes the place of the running one: `commit` stores it, after it was prepared and before it is activated. */
  replace(by: string, state: SettingsState, commit: () => void): Promise<void>
  /** Prepares and activates the stored settings anew: the machine's addresses have changed. False: it was refused. */
  reapply(): Promise<boolean>
}

export interface SettingsServiceOptions {
  readonly store: Store
  readonly core: LiveCore
  readonly toSbcConfig: (state: SettingsState, interfaces: readonly AvailableInterface[]) => SbcConfig
  readonly interfaces: () => readonly AvailableInterface[]
  readonly now: () => number
  /** Where the request came from that changes something now; undefined: the system does it by itself. */
  readonly address?: () => string | undefined
  readonly onChanged: (change: SettingsChange) => void
}

export interface SettingsChange {
  readonly by: string
  readonly before: SettingsState
  readonly after: SettingsState
  readonly sections: ReadonlySet<Section>
  readonly stations: ReadonlySet<number>
  readonly devices: ReadonlySet<number>
  /** Certificates or revocation lists came, changed or went. */
  readonly certificates: boolean
  /** Everything may have changed at once, and whoever did it tells it in one event. */
  readonly replaced?: true
}

export function createSettingsService(options: SettingsServiceOptions): SettingsService {
  const { store, core, toSbcConfig, interfaces, now, address = () => undefined, onChanged } = options
  const oneAtATime = createQueue()

  async function change<T>(by: string, edit: (draft: Draft) => T, cause?: ChangeCause): Promise<T> {
    const before = store.state()
    const draft = store.draft(by, now())
    const result = edit(draft)
    const after = draft.state()
    const machine = interfaces()
    const prepared = await core.prepare(toSbcConfig(after, machine))
    if (!prepared.ok) throw refusalOf(prepared.problems, after, draft.changedSections, machine)
    const items = changeItems(before, after)
    const entry = { at: now(), by, address: address() ?? null, cause: cause ?? null, items }
    try {
      store.commit(draft, items.length > 0 ? entry : undefined)
    } catch (error) {
      prepared.discard()
      throw error
    }
    prepared.activate()
    const certificates = draft.changedCertificates.size > 0 || draft.changedLists.size > 0
    const { changedSections: sections, changedStations: stations, changedDevices: devices } = draft
    onChanged({ by, before, after, sections, stations, devices, certificates })
    return result
  }

  async function tryOut(state: SettingsState): Promise<readonly PrepareProblem[]> {
    const prepared = await core.prepare(toSbcConfig(state, interfaces()))
    if (!prepared.ok) return prepared.problems
    prepared.discard()
    return []
  }

  async function replace(by: string, state: SettingsState, commit: () => void): Promise<void> {
    const before = store.state()
    const machine = interfaces()
    const prepared = await core.prepare(toSbcConfig(state, machine))
    if (!prepared.ok) throw refusalOf(prepared.problems, state, new Set(), machine)
    try {
      commit()
    } catch (error) {
      prepared.discard()
      throw error
    }
    prepared.activate()
    const none = new Set<number>()
    const everything = { sections: new Set(sections), stations: none, devices: none, certificates: true }
    const after = store.state()
    onChanged({ by, before, after, ...everything, replaced: true })
    const items = changeItems(before, after)
    store.adminLog.add({ at: now(), by, address: address() ?? null, cause: "restore", items })
  }

  async function reapply(): Promise<boolean> {
    const prepared = await core.prepare(toSbcConfig(store.state(), interfaces()))
    if (prepared.ok) prepared.activate()
    return prepared.ok
  }

  return {
    change: (by, edit, cause) => oneAtATime(() => change(by, edit, cause)),
    tryOut: (state) => oneAtATime(() => tryOut(state)),
    replace: (by, state, commit) => oneAtATime(() => replace(by, state, commit)),
    reapply: () => oneAtATime(reapply),
  }
}

function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
