/** Tells the log and the browsers which settings changed. */
import { deviceById } from "@homeport/provisioning"
import type { Station } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"
import type { SettingsChange } from "../settings/settings-service.ts"
import type { EventRecorder } from "./event-recorder.ts"

export function announceChange(events: EventRecorder, stream: Pick<TopicStream, "publish">) {
  return ({ by, before, after, sections, stations, devices, certificates, replaced }: SettingsChange): void => {
    if (replaced) {
      for (const topic of ["settings", "sip-clients", "devices", "certificates", "registrations"] as const)
        stream.publish(topic)
      return
    }
    // What is installed where is told in words of its own, by whoever did it.
    for (const section of sections)
      if (section !== "installed-certificates") events.record({ code: "settings.changed", params: { by, section } })
    if (certificates || sections.has("installed-certificates")) stream.publish("certificates")
    if (sections.size > 0) stream.publish("settings", [...sections])
    stream.publish("admin-log")
    for (const index of stations) {
      const [old, now] = [before.stations.get(index), after.stations.get(index)]
      const code = old ? (now ? "station.changed" : "station.removed") : "station.added"
      const shown: Station | undefined = now ?? old
      if (!shown) continue
      const { callNumber, name } = shown
      events.record({ code, params: { by, index, callNumber, name } })
    }
    if (stations.size > 0) stream.publish("sip-clients", [...stations].map(String))
    for (const id of devices) {
      const [old, now] = [before.devices.get(id), after.devices.get(id)]
      const shown = now ?? old
      if (!shown) continue
      const code = old ? (now ? "device.changed" : "device.removed") : "device.added"
      const { callNumber = "" } = after.stations.get(shown.station) ?? before.stations.get(shown.station) ?? {}
      const model = deviceById(shown.model)?.model ?? shown.model
      events.record({ code, params: { by, callNumber, model } })
    }
    // Whatever changed may stand in a device's file, which is then outdated.
    if (devices.size > 0 || stations.size > 0 || sections.size > 0 || certificates) stream.publish("devices")
    // A station's name, number and flag stand in what these pages show.
    if (stations.size > 0) stream.publish("registrations")
  }
}
