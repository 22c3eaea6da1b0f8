/** What a backup would change, as rows of a table. */
import type { BackupPreview, BodyOf, backups } from "@homeport/contract"
import { sectionTitles } from "../../text/section-titles.ts"
import type { ConsoleTexts, PageTexts } from "../../text/texts.tsx"

export type WantedRestore = BodyOf<typeof backups.restore>

export interface RestoreRow {
  readonly what: string
  readonly now: string
  readonly backup: string
}

/** How many of each, always; then the ports and interfaces that would be others. */
export function restoreRows(preview: BackupPreview, words: PageTexts["backup"]["restore"]): readonly RestoreRow[] {
  const counts = (["stations", "devices", "certificates", "administrators"] as const).map((what) => ({
    what: words[what],
    now: String(preview[what].now),
    backup: String(preview[what].backup),
  }))
  const ports = preview.ports.map(({ name, now, backup }) => ({ what: words.port(name), now, backup }))
  const interfaces = preview.interfaces.map(({ field, now, backup }) => ({
    what: words.interfaces[field],
    now: interfaceIn(now, words),
    backup: interfaceIn(backup, words),
  }))
  return [...counts, ...ports, ...interfaces]
}

const interfaceIn = (value: string, { interfaces }: PageTexts["backup"]["restore"]): string =>
  value === "lan1" || value === "lan2" ? interfaces[value] : value || "–"

/** Pages whose settings would be others, beyond those that the rows show. */
export function changedPages({ sections }: BackupPreview, texts: ConsoleTexts): readonly string[] {
  const titles = sectionTitles(texts)
  return sections.filter((section) => section !== "network-interfaces").map((section) => titles[section])
}
