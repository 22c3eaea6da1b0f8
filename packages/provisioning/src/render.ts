/** One door for every maker: what the device cannot do is said first, then what its file cannot carry, then it is written. */
import { acrobits } from "./acrobits.ts"
import { baresip } from "./baresip.ts"
import { notesOn, refusalOf } from "./capabilities.ts"
import { carriedAnywhere, valuesOf } from "./carried-values.ts"
import type { Maker } from "./devices.ts"
import { fanvil } from "./fanvil.ts"
import { grandstream } from "./grandstream.ts"
import { linphone } from "./linphone.ts"
import type { Refused, Result } from "./provision.ts"
import type { Renderer, RenderRequest } from "./rendering.ts"
import { snom } from "./snom.ts"
import { yealink } from "./yealink.ts"
import { zoiper } from "./zoiper.ts"

const renderers: Readonly<Record<Maker, Renderer>> = {
  Yealink: yealink,
  Zoiper: zoiper,
  Linphone: linphone,
  Acrobits: acrobits,
  Grandstream: grandstream,
  Snom: snom,
  Fanvil: fanvil,
  baresip,
}

/** Pure: the same request gives the same files. A device with one generation needs none named; one that it has not is not used. */
export function render(request: RenderRequest): Result {
  const { device, profile } = request
  const refuse = (reason: Refused["reason"], params: Refused["params"] = {}): Refused => ({
    ok: false,
    reason,
    params: { model: device.model, ...params },
  })
  const reason = refusalOf(device, profile)
  if (reason) return refuse(reason, reason === "TransportNotSupported" ? { transport: profile.server.transport } : {})

  const { carries = () => true, render: write } = renderers[device.maker]
  const stranger = valuesOf(profile).find(([field, value]) => !carriedAnywhere(value, field) || !carries(value, field))
  if (stranger) return refuse("ValueNotCarried", { field: stranger[0] })

  const [only, ...others] = device.generations
  const named = device.generations.find((one) => one === request.generation)
  const generation = others.length === 0 ? only : named
  const { files, sheet, qr, notes = [] } = write({ ...request, generation })
  return { ok: true, files, sheet, qr, notes: [...notesOn(device, generation, profile), ...notes] }
}
