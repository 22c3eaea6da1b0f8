/**
 * Backups of everything, and a restore that is running and stored, or neither:
 *
 *   open ─▶ try out ─▶ back up what is here ─▶ prepare ─▶ commit ─▶ activate ─▶ told
 *     │        │                │                 │          │
 *     └────────┴────────────────┴─────────────────┴──────────┴──▶ refused: nothing has changed
 */
import {
  type AvailableInterface,
  type BackupPreview,
  plainAddress,
  type Section,
  settingsDefaults,
} from "@homeport/contract"
import {
  openSnapshot,
  type ScryptCost,
  type Secret,
  type SettingsState,
  type Snapshot,
  type Store,
} from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { LiveCore } from "../core/live-core.ts"
import { mayReach } from "../firewall/reach.ts"
import { ApiError } from "../http/errors.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { refusalOf } from "../settings/prepare-problems.ts"
import { networksOf, type ToSbcConfig } from "../settings/sbc-config.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import type { BackupFolder } from "./backup-folder.ts"
import { previewOf } from "./backup-preview.ts"
import { atItsField, notMade } from "./backup-problems.ts"

export interface BackupService {
  /** Everything of now, under a pass-phrase. */
  make(passPhrase: Secret): Promise<Uint8Array>
  preview(wanted: WantedRestore): Promise<BackupPreview>
  /**
   * The name of the file that what was here before is in, under the same pass-phrase. Refused where the backup's rule for the console
   * would keep `address`, where the administrator sits, out.
   */
  restore(wanted: WantedRestore, by: string, address: string): Promise<{ readonly before: string }>
}

export interface WantedRestore {
  readonly file: Uint8Array
  readonly passPhrase: Secret
  readonly keepNetworkInterfaces: boolean
}

export interface BackupServiceOptions {
  readonly store: Store
  readonly core: Pick<LiveCore, "registrations" | "calls">
  readonly settings: Pick<SettingsService, "tryOut" | "replace">
  readonly folder: BackupFolder
  readonly toSbcConfig: ToSbcConfig
  readonly interfaces: () => readonly AvailableInterface[]
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly version: string
  readonly now: () => number
  /** Less than usual for tests alone. */
  readonly cost?: ScryptCost | undefined
}

export function createBackupService(options: BackupServiceOptions): BackupService {
  const { store, core, settings, folder, toSbcConfig, interfaces, events, stream, version, now, cost } = options
  const make = (passPhrase: Secret) => store.backup({ passPhrase, version, createdAt: now(), cost })

  return {
    async make(passPhrase) {
      return await make(passPhrase).catch((error: unknown) => {
        throw notMade(error)
      })
    },

    preview: (wanted) =>
      withSnapshot(wanted, async (snapshot) => {
        const then = stateAfter(snapshot, wanted)
        return previewOf({
          snapshot,
          at: now(),
          own: snapshot.header.installationId === store.installationId,
          now: store.state(),
          then,
          administrators: store.accounts.count(),
          interfaces: interfaces(),
          problems: await settings.tryOut(then),
          toSbcConfig,
          registrations: core.registrations(),
          calls: core.calls().length,
        })
      }),

    restore: (wanted, by, address) =>
      withSnapshot(wanted, async (snapshot) => {
        // First, so that what is refused leaves no file behind.
        const problems = await settings.tryOut(stateAfter(snapshot, wanted))
        if (problems.length > 0) throw refusalOf(problems, stateAfter(snapshot, wanted), new Set(), interfaces())
        refuseToShutOut(address, stateAfter(snapshot, wanted))
        const before = await keepWhatIsHere(wanted.passPhrase)
        // What is on its way into tables that are about to be replaced.
        await store.journal.flush()
        await settings.replace(by, stateAfter(snapshot, wanted), () => store.restore(snapshot, kept(wanted)))
        const at = new Date(snapshot.header.createdAt).toISOString()
        events.record({ code: "backup.restored", params: { by, at, before } })
        return { before }
      }),
  }

  function refuseToShutOut(address: string, { sections }: SettingsState): void {
    const { local } = networksOf(sections["network-interfaces"].value, interfaces())
    if (mayReach(address, sections["application-firewall"].value.console, local)) return
    const params = { address: plainAddress(address) }
    throw new ApiError("InvalidInput", { fields: { file: { code: "ShutsYouOut", params } } })
  }

  async function withSnapshot<T>({ file, passPhrase }: WantedRestore, use: (snapshot: Snapshot) => Promise<T>) {
    const snapshot = await openSnapshot(file, passPhrase, settingsDefaults).catch((error: unknown) => {
      throw atItsField(error)
    })
    try {
      return await use(snapshot)
    } finally {
      snapshot.close()
    }
  }

  async function keepWhatIsHere(passPhrase: Secret): Promise<string> {
    try {
      const name = await folder.write("before-restore", now(), await make(passPhrase))
      await folder.prune("before-restore", mostBeforeRestore)
      stream.publish("backups")
      return name
    } catch (error) {
      throw notMade(error)
    }
  }

  function stateAfter({ state }: Snapshot, wanted: WantedRestore): SettingsState {
    const here = store.state().sections
    return {
      ...state,
      sections: {
        ...state.sections,
        ...Object.fromEntries(kept(wanted).map((section) => [section, here[section]])),
      },
    }
  }
}

const kept = ({ keepNetworkInterfaces }: WantedRestore): readonly Section[] =>
  keepNetworkInterfaces ? ["network-interfaces"] : []

const mostBeforeRestore = 5
