/** Asks for each station what such a device would get, a few at a time, so that a long list shows its progress. */
import { type DeviceTransport, devices, type SipClientRow } from "@homeport/contract"
import { request } from "../../../../../api/client.ts"

export interface Refusal {
  readonly station: SipClientRow
  readonly reason: string
  readonly params: Readonly<Record<string, string>>
}

interface Wanted {
  readonly model: string
  readonly generation: string | null
  readonly transport: DeviceTransport
}

/** Those that would get nothing, in the order of the list. `onChecked` is told how many have been looked at. */
export async function checkEach(
  stations: readonly SipClientRow[],
  { model, generation, transport }: Wanted,
  onChecked: (count: number) => void,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = []
  for (let at = 0; at < stations.length; at += TOGETHER) {
    const few = stations.slice(at, at + TOGETHER)
    const answers = await Promise.all(
      few.map(async (station) => {
        const query = { station: station.index, model, transport, ...(generation !== null && { generation }) }
        return { station, preview: (await request(devices.preview, { query })).data }
      }),
    )
    for (const { station, preview } of answers)
      if (!preview.ok) refusals.push({ station, reason: preview.reason, params: preview.params })
    onChecked(at + few.length)
  }
  return refusals
}

/** As many as a browser asks at once over HTTP/1.1. */
const TOGETHER = 6
