/** Data Backup. */
import { backups, dataBackup, type StoredBackups } from "@homeport/contract"
import { Secret } from "@homeport/store"
import { type BackupFile, fileNameOf } from "../backups/backup-folder.ts"
import { ApiError } from "../http/errors.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function backupRoutes(services: Services): readonly Route[] {
  const {
    backups: service,
    backupFolder: folder,
    backupSchedule: schedule,
    store,
    settings,
    events,
    stream,
    now,
  } = services
  const taken = (by: string) => events.record({ code: "backup.taken", params: { by } })

  async function stored(): Promise<StoredBackups> {
    const [last, next] = [schedule.last(), schedule.next()]
    return {
      items: (await folder.list()).map(viewOf),
      folder: folder.path,
      last: last ? { at: moment(last.at), failure: last.failure ?? null } : null,
      next: next === undefined ? null : moment(next),
    }
  }

  const current = () => {
    const { value, ...version } = store.state().sections["data-backup"]
    return new Versioned({ ...value, passPhraseSet: store.state().secrets.has("backup-pass-phrase") }, version)
  }

  return [
    handle(backups.download, async ({ body, by }) => {
      const bytes = await service.make(Secret.of(body.passPhrase))
      taken(by)
      return new FileAnswer(bytes, fileNameOf("homeport", now()))
    }),

    handle(backups.preview, ({ body }) => service.preview(wanted(body))),

    handle(backups.restore, ({ body, by, address }) => service.restore(wanted(body), by, address)),

    handle(backups.list, stored),

    handle(backups.make, async () => {
      await schedule.make()
      return await stored()
    }),

    handle(backups.read, async ({ params, by }) => {
      const bytes = await folder.read(params.name)
      if (!bytes) throw new ApiError("NotFound")
      taken(by)
      return new FileAnswer(bytes, params.name)
    }),

    handle(backups.remove, async ({ params }) => {
      if (!(await folder.remove(params.name))) throw new ApiError("NotFound")
      stream.publish("backups")
      return {}
    }),

    handle(dataBackup.read, current),

    handle(dataBackup.replace, async ({ body, by, expects }) => {
      const { passPhrase, passPhraseSet: _, ...value } = body
      await settings.change(by, (draft) => {
        expects(store.state().sections["data-backup"])
        if (value.schedule !== "off" && passPhrase === undefined && !draft.secrets.has("backup-pass-phrase"))
          throw new ApiError("InvalidInput", { fields: { passPhrase: { code: "Required" } } })
        draft.setSettings("data-backup", value)
        if (passPhrase !== undefined) draft.setSecret("backup-pass-phrase", Secret.of(passPhrase))
      })
      stream.publish("backups")
      return current()
    }),
  ]
}

const wanted = (body: { file: string; passPhrase: string; keepNetworkInterfaces: boolean }) => ({
  file: Buffer.from(body.file, "base64"),
  passPhrase: Secret.of(body.passPhrase),
  keepNetworkInterfaces: body.keepNetworkInterfaces,
})

const viewOf = ({ name, kind, at, size, version }: BackupFile): StoredBackups["items"][number] => ({
  name,
  kind,
  at: moment(at),
  size,
  version: version ?? null,
})
