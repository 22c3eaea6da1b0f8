/** Where the scenarios play: the lab without homes, the server, and stations that SIPp speaks for. */

import { type Homeport, startHomeport } from "../lab/homeport.ts"
import type { Host } from "../lab/host.ts"
import { STUN_ADDRESSES } from "../lab/internet.ts"
import { createLab, type Lab, OFFICE_PHONE_ADDRESS } from "../lab/lab.ts"
import { type SippOptions, type SippRun, sipp } from "../lab/sipp.ts"
import { until } from "../lab/until.ts"

export const PASSWORD = "Kx7-mQ2_vT9+w"
export const CALLER = "100"
export const CALLEE = "101"
export const NEVER_REGISTERED = "102"
/** May register over the internet, from anywhere. */
export const AT_HOME = "201"
/** May not. */
export const OFFICE_ONLY = "202"
/** May, but only from an address that nobody in the lab has. */
export const FIXED = "203"
/** Has its authentication switched off. */
export const OPEN = "204"

/** On the internet, without a router before it. */
export const OUTSIDE = STUN_ADDRESSES[1]

export interface Stage {
  readonly lab: Lab
  readonly homeport: Homeport
  /** SIPp in the office, as the calling phone. */
  caller(scenario: string, options?: Partial<SippOptions>): SippRun
  /** SIPp in the office, as the phone that is called. Registers first. */
  callee(scenario: string, options?: Partial<SippOptions>): Promise<SippRun>
  /** SIPp on the internet. */
  outside(scenario: string, values: SippOptions["values"], options?: Partial<SippOptions>): SippRun
  /** Ends every SIPp that still runs, as after a test that failed. */
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const lab = await createLab({ figure: 2, homes: [] })
  try {
    const homeport = await startHomeport(lab)
    await addStations(homeport)
    return stage(lab, homeport)
  } catch (error) {
    await lab.close()
    throw error
  }
}

function stage(lab: Lab, homeport: Homeport): Stage {
  const domain = lab.addresses.inner
  const inOffice = { remote: `${domain}:5060`, address: OFFICE_PHONE_ADDRESS }
  const who = (number: string) => ({ number, userId: `SIP-${number}`, password: PASSWORD, domain })
  const runs: SippRun[] = []
  const start = (host: Host, options: SippOptions): SippRun => {
    const started = sipp(host, options)
    runs.push(started)
    return started
  }
  const run = (port: number, scenario: string, values: SippOptions["values"], options: Partial<SippOptions>): SippRun =>
    start(lab.officePhone, { ...inOffice, scenario, port, ...options, values: { ...values, ...options.values } })

  return {
    lab,
    homeport,
    caller: (scenario, options = {}) =>
      run(5060, scenario, { ...who(CALLER), caller: CALLER, callee: CALLEE }, options),
    async callee(scenario, options = {}) {
      const contact = `${OFFICE_PHONE_ADDRESS}:5080`
      const registration = { ...who(CALLEE), contact, expires: 300, status: 200, pattern: "Contact:" }
      await run(5080, "register", registration, {}).done
      const answering = run(5080, scenario, who(CALLEE), options)
      const listens = () => lab.officePhone.run(["ss", "-Hlun"]).includes(`${OFFICE_PHONE_ADDRESS}:5080 `)
      await until("SIPp listens for calls", listens, 5_000)
      return answering
    },
    outside: (scenario, values, options = {}) =>
      start(lab.internet.services, {
        remote: `${lab.publicAddress()}:5070`,
        address: OUTSIDE,
        port: 5060,
        scenario,
        ...options,
        values: { domain: lab.publicAddress(), ...values },
      }),
    async clear() {
      await Promise.all(runs.splice(0).map((started) => started.stop()))
    },
    close: () => lab.close(),
  }
}

async function addStations({ addStation }: Homeport): Promise<void> {
  const password = PASSWORD
  for (const callNumber of [CALLER, CALLEE, NEVER_REGISTERED, OFFICE_ONLY])
    await addStation({ callNumber, name: `Station ${callNumber}`, password })
  await addStation({ callNumber: AT_HOME, name: "At home", password, internetRegistration: true })
  await addStation({
    callNumber: FIXED,
    name: "Elsewhere",
    password,
    internetRegistration: true,
    fixedIpAddress: "203.0.113.250",
  })
  await addStation({ callNumber: OPEN, name: "Open", password, authenticationActive: false })
}
