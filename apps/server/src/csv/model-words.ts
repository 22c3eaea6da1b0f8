/** Devices as a cell names them: "Yealink SIP-T46U", "SIP-T46U", "Yealink T46U", "T46U". */
import { understanding } from "@homeport/contract"
import { deviceById, devices, type Device as Model } from "@homeport/provisioning"

export const shownModel = ({ maker, model }: Model): string => (model.startsWith(maker) ? model : `${maker} ${model}`)

/** undefined: none of ours. */
export function modelSaid(cell: string): Model | undefined {
  const id = idSaid(cell)
  return id === undefined ? undefined : deviceById(id)
}

const idSaid = understanding(
  Object.fromEntries(devices.map((device) => [device.id, [shownModel(device), device.model, ...shortNames(device)]])),
)

/** As people say it: "T46U", "Yealink T46U". */
function shortNames({ maker, model }: Model): readonly string[] {
  const short = model.replace(/^SIP-/, "")
  return short === model ? [] : [short, `${maker} ${short}`]
}
