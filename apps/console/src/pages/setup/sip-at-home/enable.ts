/** Lets stations register over the internet: flag and authentication on, and a strong password for whoever has none. */
import { generatePassword, type SipClient, sipClients } from "@homeport/contract"
import { request } from "../../../api/client.ts"
import { randomBelow } from "../../../form/random-below.ts"

type Station = Pick<
  SipClient,
  "index" | "callNumber" | "name" | "sipUserId" | "passwordSet" | "authenticationActive" | "internetRegistration"
>

export const ON = { authenticationActive: true, internetRegistration: true } as const

export const strongPasswordFor = ({
  callNumber,
  name,
  sipUserId,
}: Pick<Station, "callNumber" | "name" | "sipUserId">) => generatePassword(randomBelow, [callNumber, name, sipUserId])

/** Who needs what; a password that is there is never replaced. */
export function lacking<S extends Station>(stations: readonly S[]) {
  return {
    password: stations.filter(({ passwordSet }) => !passwordSet),
    flags: stations.filter(
      ({ passwordSet, authenticationActive, internetRegistration }) =>
        passwordSet && !(authenticationActive && internetRegistration),
    ),
  }
}

/** Passwords first: without one, the flag would be refused. */
export async function enable(stations: readonly Station[]): Promise<void> {
  const { password, flags } = lacking(stations)
  for (const station of password) {
    const { version } = await request(sipClients.read, { params: { index: station.index } })
    await request(sipClients.change, {
      params: { index: station.index },
      body: { ...ON, password: strongPasswordFor(station) },
      ifMatch: version,
    })
  }
  if (flags.length > 0)
    await request(sipClients.changeSeveral, { body: { indexes: flags.map(({ index }) => index), change: ON } })
}
