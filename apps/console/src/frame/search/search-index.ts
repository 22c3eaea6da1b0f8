/** What the search finds beside stations: every page and action that the role may open, and the fields that their helps name. */
import { allows, type Role } from "@homeport/contract"
import type { HelpText } from "@homeport/contract/console/en"
import { paths } from "../../paths.ts"
import type { Language } from "../../text/language.ts"
import { type ConsoleTexts, loadPageTexts, type PageTexts } from "../../text/texts.tsx"
import { places } from "../../tree.ts"

export interface SearchEntry {
  readonly kind: "page" | "field"
  readonly label: string
  /** Where it lies: "Expert Mode ▸ Telephony Server ▸ Security". */
  readonly where: string
  readonly path: string
}

export function pageEntries(texts: ConsoleTexts, role: Role | undefined): SearchEntry[] {
  return places()
    .filter(({ node, above }) => [...above, node].every((each) => allows(role, each.role)))
    .flatMap(({ node, above, path, area }) => {
      const label = texts.tree[node.key]
      const where = trail([texts.frame[area.key], ...above.map(({ key }) => texts.tree[key])])
      const actions = (node.actions ?? []).filter((action) => action.segment !== "" && allows(role, action.role))
      return [
        { kind: "page" as const, label, where, path },
        ...actions.map(({ key, segment }) => ({
          kind: "page" as const,
          label: texts.tree[key],
          where: trail([where, label]),
          path: `${path}/${segment}`,
        })),
      ]
    })
}

/** Of every page that has a help, in the order of the tree: its texts are loaded for it. */
export async function fieldEntries(language: Language, texts: ConsoleTexts): Promise<SearchEntry[]> {
  const helps = await Promise.all(helped.map((row) => row(language, texts)))
  return helps.flatMap(({ help, path, label }) =>
    help.fields.map(({ name }) => ({ kind: "field" as const, label: name, where: label, path })),
  )
}

/** Each word of the query stands in the label or in where it lies; those that begin the label come first. */
export function found(entries: readonly SearchEntry[], query: string, most: number): SearchEntry[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const rank = ({ label }: SearchEntry) => {
    const text = plain(label)
    if (text.startsWith(words.join(" "))) return 0
    return words.every((word) => text.includes(word)) ? 1 : 2
  }
  return entries
    .filter(({ label, where }) => words.every((word) => plain(`${where} ${label}`).includes(word)))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, most)
}

/** Without case and accents: "prufen" finds "Prüfen". */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

const trail = (parts: readonly string[]): string => parts.join(" ▸ ")

interface Helped {
  readonly help: HelpText
  readonly path: string
  readonly label: string
}

type LoadHelped = (language: Language, texts: ConsoleTexts) => Promise<Helped>

/** A page whose texts are a chunk of their own. */
const ofPage =
  <K extends keyof PageTexts>(
    key: K,
    help: (words: PageTexts[K]) => HelpText,
    path: () => string,
    label: keyof ConsoleTexts["tree"],
  ): LoadHelped =>
  async (language, texts) => ({
    help: help(await loadPageTexts(language, key)),
    path: path(),
    label: texts.tree[label],
  })

const helped: readonly LoadHelped[] = [
  ofPage("administrators", ({ accountsHelp }) => accountsHelp, paths.administrators, "accounts"),
  ofPage("administrators", ({ ownHelp }) => ownHelp, paths.ownAccount, "ownAccount"),
  ofPage("administrators", ({ historyHelp }) => historyHelp, paths.signIns, "signIns"),
  ofPage("ipTelephones", ({ help }) => help, paths.ipTelephones, "ipTelephones"),
  ofPage("sipAtHome", ({ help }) => help, paths.sipAtHome, "sipAtHome"),
  ofPage("wizard", ({ help }) => help, paths.certificatesForTls, "certificatesForTls"),
  ofPage("systemFlags", ({ help }) => help, paths.systemFlags, "systemFlags"),
  ofPage("dynDns", ({ help }) => help, paths.dynDns, "dynDns"),
  ofPage("ports", ({ help }) => help, paths.portManagement, "portManagement"),
  ofPage("deployment", ({ help }) => help.devices, paths.phoneParameterDeployment, "phoneParameterDeployment"),
  ofPage("deployment", ({ help }) => help.several, paths.addDevices, "addDevices"),
  ofPage("deployment", ({ help }) => help.requests, paths.phoneRequests, "phoneRequests"),
  ofPage("deployment", ({ help }) => help.serving, paths.servingPhones, "servingPhones"),
  ofPage("firewall", ({ rulesHelp }) => rulesHelp, paths.applicationFirewall, "applicationFirewall"),
  ofPage("firewall", ({ blocksHelp }) => blocksHelp, paths.blockedAddresses, "blockedAddresses"),
  ofPage("security", ({ spe }) => spe.help, paths.speCertificate, "speCertificate"),
  ofPage("security", ({ spe }) => spe.authorities.help, paths.speAuthorities, "speAuthorities"),
  ofPage("security", ({ sslHelp }) => sslHelp.generation, paths.certificateGeneration, "certificateGeneration"),
  ofPage("security", ({ sslHelp }) => sslHelp.generate, paths.generateAuthority, "generateAuthority"),
  ofPage("security", ({ sslHelp }) => sslHelp.management, paths.certificateManagement, "certificateManagement"),
  ofPage("security", ({ sslHelp }) => sslHelp.import, paths.importCertificate, "importCertificate"),
  ofPage("interfaces", ({ help }) => help, paths.networkInterfaces, "networkInterfaces"),
  ofPage("router", ({ handOutHelp }) => handOutHelp, paths.officeRouter, "officeRouter"),
  ofPage("router", ({ mapping }) => mapping.help, paths.automaticMapping, "automaticMapping"),
  ofPage("stun", ({ help }) => help, paths.editStun, "editStun"),
  ofPage("stationHelp", ({ sipClients }) => sipClients, paths.sipClients, "sipClients"),
  ofPage("stationHelp", ({ sipClient }) => sipClient, paths.addSipClient, "addSipClient"),
  ofPage("stationCsv", ({ help }) => help, paths.importExportSipClients, "importExportSipClients"),
  ofPage("registrationTrial", ({ help }) => help, paths.tryRegistration, "tryRegistration"),
  ofPage("channels", ({ help }) => help, paths.rtpProxyChannels, "rtpProxyChannels"),
  ofPage("calls", ({ help }) => help, paths.calls, "calls"),
  ofPage("events", ({ help }) => help, paths.events, "events"),
  ofPage("backup", ({ take }) => take.help, paths.backUpNow, "backupNow"),
  ofPage("backup", ({ restore }) => restore.help, paths.restoreBackup, "restoreBackup"),
  ofPage("backup", ({ schedule }) => schedule.help, paths.scheduledBackups, "scheduledBackups"),
]
