/** Tells the log and the browsers which settings changed. */
import type { Station } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"
import type { SettingsChange } from "../settings/settings-service.ts"
import type { EventRecorder } from "./event-recorder.ts"

export function announceChange(events: EventRecorder, stream: Pick<TopicStream, "publish">) {
  return ({ by, before, after, sections, stations, certificates }: SettingsChange): void => {
    // What is installed where is told in words of its own, by whoever did it.
    for (const section of sections)
      if (section !== "installed-certificates")
        events.record({ code: "settings.changed", severity: "info", params: { by, section } })
    if (certificates || sections.has("installed-certificates")) stream.publish("certificates")
    if (sections.size > 0) stream.publish("settings", [...sections])
    for (const index of stations) {
      const [old, now] = [before.stations.get(index), after.stations.get(index)]
      const code = old ? (now ? "station.changed" : "station.removed") : "station.added"
      const shown: Station | undefined = now ?? old
      if (!shown) continue
      const { callNumber, name } = shown
      events.record({ code, severity: "info", params: { by, index, callNumber, name } })
    }
    if (stations.size > 0) stream.publish("sip-clients", [...stations].map(String))
    // A station's name, number and flag stand in what these pages show.
    if (stations.size > 0) stream.publish("registrations")
  }
}
