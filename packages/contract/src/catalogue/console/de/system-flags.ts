import type { systemFlags as enSystemFlags } from "../en/system-flags.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Schalter, die für das ganze System gelten. Alle werden aufbewahrt; die als wirkungslos gekennzeichneten ändern in Homeport nichts, weil es das, was sie im nachgebildeten System schalten, hier nicht gibt.",
  fields: [
    {
      name: "SPE-Unterstützung",
      text: "Öffnet SIP über TLS: SIP_TLS_SUB_EXT für das Internet und SIP_TLS_SUB für das Büro. Sie lässt sich jederzeit ankreuzen; die Ports öffnen, sobald auch ein gültiges SPE-Zertifikat installiert ist und VoIP eine LAN-Schnittstelle benutzt.",
      standard: "aus, bis es ein Zertifikat gibt",
      warning:
        "Wird das Kreuz entfernt, schließen die Ports: Telefone, die über TLS registriert sind, verlieren ihre Registrierung.",
    },
    {
      name: "aktiv, Knotenrufnummer",
      text: "Die offene Nummerierung vernetzter Systeme und die Nummer dieses Knotens darin.",
      range: "1–8 Ziffern; nur, solange die offene Nummerierung aktiv ist",
    },
    {
      name: "Alles andere",
      text: "Flags des nachgebildeten Systems mit dessen Vorgaben. Sie werden aufbewahrt, damit nichts verloren geht, und wirken an dem Tag, an dem Homeport hat, was sie schalten.",
    },
  ],
}

export const systemFlags: Texts<typeof enSystemFlags> = {
  mainTitle: "Systemflags",
  flags: {
    automaticRedial: "Automatische Wahlwiederholung",
    voiceMailNodeCallNumber: "Knotenrufnummer der Sprachbox",
    callPickupAfterAutomaticRecall: "Anrufübernahme nach automatischem Wiederanruf",
    configurableClip: "Konfigurierbares CLIP",
    callerListAtDestination: "Anruferliste am Ziel bei umgeleiteter Leitung",
    callForwardingAfterDeflect: "Anrufumleitung nach Rufumlenkung / einstufiger Übergabe",
    followCallManagement: "Anrufmanagement befolgen bei Rufumlenkung / einstufiger Übergabe",
    warningToneDuringRecording: "Warnton bei der Gesprächsaufzeichnung",
    callingNumberInGroups: "Rufnummer des Anrufers in Übernahmegruppen / Rufgruppen / CFN / RNA",
    speSupport: "SPE-Unterstützung",
    speAdvisoryTone: "SPE-Hinweiston",
    sipProviderTransit: "Transit von SIP-Provider zu SIP-Provider",
    transparentDialing: "Transparente Wahl von * und # an Leitungsschnittstellen",
    seizureCodeForMex: "Belegungskennzahl für MEX hinzufügen",
    cmiMwiRinger: "CMI-MWI-Rufton",
  },
  openNumberingTitle: "Offene Nummerierung",
  openNumbering: "aktiv",
  nodeCallNumber: "Knotenrufnummer",
  transitTitle: "Transitberechtigung",
  featureTransit: "Leistungsmerkmal-Transit",
  noEffect: "ohne Wirkung in Homeport",
  loses: (stations) =>
    `${plural(stations, "Teilnehmer ist", "Teilnehmer sind")} über TLS registriert: Übernehmen beendet das, und die Telefone kommen erst wieder, wenn TLS wieder offen ist.`,
  legend: "Wird aufbewahrt, hat in Homeport aber keine Wirkung.",
  help,
}
