import { backupProblemsEn } from "../../en/backup.ts"
import { type HelpText, plural } from "../texts.ts"

const takeHelp: HelpText = {
  introduction:
    "Everything that a new machine needs to take this one's place, as one file: settings, stations and their passwords, devices, certificates with their keys, administrators.",
  fields: [
    {
      name: "Pass-phrase",
      text: "The file is encrypted with it. Nobody can open the file without it, not even this system.",
      range: "8 to 128 characters",
      warning: "A lost pass-phrase is a lost backup. Keep it where this machine is not.",
    },
    {
      name: "What is not in it",
      text: "Who is signed in, who is registered, the log of events, links that nobody has opened yet, and this machine's own certificate for the console. The firmware of phones is not in it either.",
    },
  ],
}

const restoreHelp: HelpText = {
  introduction:
    "A backup takes the place of everything that is set here. First it is only looked at. Then it is running and stored, or neither.",
  fields: [
    {
      name: "File and pass-phrase",
      text: "Any backup of this version of Homeport or an older one. The pass-phrase is the one that it was made with.",
    },
    {
      name: "Keep the network interfaces",
      text: "On another machine the interfaces may have other names and addresses. With the tick LAN 1, LAN 2 and the one that carries VoIP stay as they are here.",
      standard: "off",
    },
    {
      name: "Administrators",
      text: "Accounts and their passwords come from the backup, and every login ends: yours as well. Where the backup has no administrator with the role Expert, the accounts of now stay.",
    },
    {
      name: "Phones",
      text: "Phones whose station is the same stay registered; calls go on. Phones that have had their settings go on fetching them; links that nobody has opened yet are void.",
    },
    {
      name: "The way back",
      text: "What was here before is kept as a backup on this machine, under the same pass-phrase. The five newest of these stay.",
    },
  ],
}

const scheduleHelp: HelpText = {
  introduction:
    "Backups that this system makes by itself. They lie in its data folder, so copy them to another machine now and then.",
  fields: [
    {
      name: "Schedule, day and hour",
      text: "When a backup is made, on the clock of the machine. One that was missed, because Homeport did not run or the disk was full, is made as soon as that is possible.",
      standard: "off",
    },
    {
      name: "Number to keep",
      text: "When a new one has been made, the oldest go. Backups from before a restore are not counted.",
      range: "1 to 99",
      standard: "7",
    },
    {
      name: "Pass-phrase",
      text: "Of the backups to come: those that are there keep theirs. It is stored encrypted and never shown; left empty, the stored one stays.",
      range: "8 to 128 characters",
    },
  ],
}

export const backup = {
  problems: backupProblemsEn,
  take: {
    help: takeHelp,
    title: "Download a backup",
    lead: "Settings, stations, devices, certificates and administrators, as one file that is encrypted with a pass-phrase of your choice.",
    passPhrase: "Pass-phrase",
    passPhraseHint: "Without it nobody can open the file. Keep it in another place.",
    confirm: "Confirm pass-phrase",
    button: "Download backup",
    saved: (file: string) => `Saved as ${file}.`,
  },
  restore: {
    help: restoreHelp,
    title: "Backup",
    lead: "The file is only looked at: nothing changes before you have seen what it would bring.",
    file: "File",
    passPhrase: "Pass-phrase of the backup",
    keep: "Keep the network interfaces of this machine",
    keepHint: "For the backup of another machine, whose interfaces had other names or addresses.",
    look: "Look at the backup",
    preview: "What the backup would bring",
    from: (when: string, version: string) => `Of ${when}, written by Homeport ${version}.`,
    other: "It was made on another installation.",
    what: "What",
    now: "Now",
    inBackup: "In the backup",
    stations: "Stations",
    devices: "Devices",
    certificates: "Certificates",
    administrators: "Administrators",
    interfaces: { lan1: "LAN 1 (WAN)", lan2: "LAN 2", voip: "VoIP uses" },
    port: (name: string) => `Port ${name}`,
    sections: "Other settings on",
    same: "All settings are the same.",
    accounts:
      "Accounts and passwords come from the backup. Every login ends, yours as well: sign in again with an account of the backup.",
    accountsStay:
      "Nobody in the backup may do everything, so the accounts of now stay. Every login ends, yours as well.",
    registrations: (count: number) =>
      `${plural(count, "registration ends", "registrations end")} at once: the station is not in the backup, or has other credentials there.`,
    calls: (count: number) => `${plural(count, "running call goes", "running calls go")} on.`,
    missing: (names: string) =>
      `This machine has no ${names}: phones could not reach it. Keep the network interfaces of this machine, or choose others after the restore.`,
    taken: "It cannot be restored like this:",
    button: "Restore this backup",
    question: "Restore this backup?",
    questionText: "It takes the place of everything that is set here. What is here now is kept as a backup first.",
    yes: "Restore",
    busy: "Keeping what is here, then restoring …",
    done: "The backup is restored and running.",
    before: (file: string) =>
      `What was here before is kept as ${file}, under the pass-phrase that you have just typed.`,
    signIn: "Every login has ended: sign in with an account of the backup.",
    toStored: "Backups on this machine",
  },
  schedule: {
    help: scheduleHelp,
    title: "Schedule",
    schedule: "Backups",
    schedules: { off: "Off", daily: "Every day", weekly: "Every week" },
    weekday: "Day",
    weekdays: {
      monday: "Monday",
      tuesday: "Tuesday",
      wednesday: "Wednesday",
      thursday: "Thursday",
      friday: "Friday",
      saturday: "Saturday",
      sunday: "Sunday",
    },
    hour: "Hour",
    hourHint: "On the clock of the machine.",
    keep: "Number to keep",
    keepHint: "The oldest go when a new one has been made.",
    passPhrase: "Pass-phrase",
    passPhraseStored: "One is stored. Empty: it stays.",
    stored: "Backups on this machine",
    folder: (path: string) =>
      `In the folder ${path}. A backup on the same disk does not help when the disk is lost: download them.`,
    last: "Last",
    next: "Next",
    failures: {
      disk: "The last scheduled backup could not be written: the disk is full, read-only or failing. It is tried again every hour.",
      "too-large": "The last scheduled backup would have been too large. It is tried again every hour.",
      failed: "The last scheduled backup could not be made; Events says why. It is tried again every hour.",
    },
    makeNow: "Back up now",
    none: "No backup yet",
    noneText: "Choose a schedule and a pass-phrase, and apply.",
    when: "From",
    kind: "Kind",
    kinds: { scheduled: "Scheduled", "before-restore": "Before a restore" },
    size: "Size",
    version: "Version",
    unreadable: "unreadable",
    actions: "Actions",
    download: (when: string) => `Download the backup of ${when}`,
    remove: (when: string) => `Remove the backup of ${when}`,
    removeTitle: "Remove this backup?",
    removeText: "It cannot be brought back.",
    removeYes: "Remove",
  },
}
