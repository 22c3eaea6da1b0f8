/** Devices as a cell names them: "Yealink SIP-T46U", "SIP-T46U", "T46U". */
import { understanding } from "@homeport/contract"
import { deviceById, devices, type Device as Model } from "@homeport/provisioning"

export const shownModel = ({ maker, model }: Model): string => (model.startsWith(maker) ? model : `${maker} ${model}`)

/** undefined: none of ours. */
export function modelSaid(cell: string): Model | undefined {
  const id = idSaid(cell)
  return id === undefined ? undefined : deviceById(id)
}

const idSaid = understanding(
  Object.fromEntries(
    devices.map((device) => [
      device.id,
      [shownModel(device), device.model, ...(device.model.startsWith("SIP-") ? [device.model.slice(4)] : [])],
    ]),
  ),
)
