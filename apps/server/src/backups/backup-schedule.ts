/**
 * Backups that are made by themselves. What is due and was not made, because nothing ran or the disk was full, is made as soon as
 * that is possible: it is tried again every hour.
 */
import type { backupFailures, DataBackupSettings } from "@homeport/contract"
import type { Secret, Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import { ApiError } from "../http/errors.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import type { BackupFolder } from "./backup-folder.ts"
import { failureOf, notMade, reasonOf } from "./backup-problems.ts"
import { slotAfter, slotBefore } from "./backup-slots.ts"

export interface BackupSchedule {
  /** To be called every few seconds. */
  look(): Promise<void>
  /** Makes one now; throws why it cannot. */
  make(): Promise<void>
  last(): LastBackup | undefined
  /** Milliseconds since 1970; undefined: none is scheduled. */
  next(): number | undefined
}

export interface LastBackup {
  readonly at: number
  readonly failure: (typeof backupFailures)[number] | undefined
}

export interface BackupScheduleOptions {
  readonly store: Pick<Store, "state" | "remember" | "rememberedText" | "backup">
  readonly folder: Pick<BackupFolder, "write" | "prune">
  readonly make: (passPhrase: Secret) => Promise<Uint8Array>
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly now: () => number
}

export function createBackupSchedule(options: BackupScheduleOptions): BackupSchedule {
  const { store, folder, events, stream, now } = options
  let memory = read(store.rememberedText(place))
  let running: Promise<void> | undefined

  const settings = (): DataBackupSettings => store.state().sections["data-backup"].value

  /** What was due before anybody wished for it is not made up for. */
  function isDue(): boolean {
    const slot = slotBefore(settings(), now())
    const since = Math.max(memory.madeAt ?? 0, store.state().sections["data-backup"].changedAt ?? 0)
    return slot !== undefined && slot > since && !(memory.failure && now() < memory.at + retryAfter)
  }

  function remember(failure: LastBackup["failure"]): void {
    const at = now()
    memory = { at, failure, madeAt: failure ? memory.madeAt : at }
    try {
      store.remember(place, JSON.stringify(memory))
    } catch {
      // On a full disk it is known as long as the process lives.
    }
    stream.publish("backups")
  }

  async function make(): Promise<void> {
    const passPhrase = store.state().secrets.get("backup-pass-phrase")
    if (!passPhrase) throw new ApiError("NoBackupPassPhrase")
    try {
      await folder.write("scheduled", now(), await options.make(passPhrase))
      await folder.prune("scheduled", settings().keep)
      remember(undefined)
    } catch (error) {
      remember(failureOf(error))
      const refusal = notMade(error)
      const reason = String(refusal.params?.reason ?? reasonOf(error))
      events.record({ code: "backup.failed", params: { reason } })
      throw refusal
    }
  }

  /** Two at once would be one too many. */
  function once(): Promise<void> {
    running ??= make().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    async look() {
      // It is told by its event; who looks goes on looking.
      if (!running && isDue() && store.state().secrets.has("backup-pass-phrase")) await once().catch(() => undefined)
    },
    make: once,
    last: () => (memory.at === 0 ? undefined : { at: memory.at, failure: memory.failure }),
    next: () => slotAfter(settings(), now()),
  }
}

interface Memory {
  readonly at: number
  readonly failure: LastBackup["failure"]
  readonly madeAt: number | undefined
}

function read(text: string | undefined): Memory {
  // Written above; JSON leaves out what is undefined.
  return text === undefined ? { at: 0, failure: undefined, madeAt: undefined } : (JSON.parse(text) as Memory)
}

const place = "scheduled-backup"
const retryAfter = 3_600_000
