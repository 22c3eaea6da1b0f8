/** What somebody at home does with a device, in order, as sentences of the page. */
import type { HomePageKey } from "@homeport/contract"
import type { HomeDevice } from "./home-devices.ts"

export interface Means {
  /** There is a code to scan. */
  readonly scans: boolean
  /** There is a certificate to load first. */
  readonly trusts: boolean
}

export function stepsFor({ kind }: Pick<HomeDevice, "kind">, { scans, trusts }: Means): readonly HomePageKey[] {
  const certificate: readonly HomePageKey[] = trusts ? ["step.loadCertificate"] : []
  const byHand: readonly HomePageKey[] =
    kind === "telephone" ? ["step.enterValues"] : ["step.createAccount", "step.enterValues"]
  const enter: readonly HomePageKey[] = scans ? ["step.scanCode", "step.orEnterValues"] : byHand
  return [...beginnings[kind], ...certificate, ...enter, "step.save", "step.try"]
}

/** Where each kind of device is given a certificate. */
export const trustStepsFor = ({ kind }: Pick<HomeDevice, "kind">): readonly HomePageKey[] => trusting[kind]

const beginnings: Readonly<Record<HomeDevice["kind"], readonly HomePageKey[]>> = {
  telephone: ["step.connectPhone", "step.openPhonePage"],
  app: ["step.installApp"],
  software: ["step.installProgram"],
}

const trusting: Readonly<Record<HomeDevice["kind"], readonly HomePageKey[]>> = {
  telephone: ["trust.phone"],
  app: ["trust.iphone", "trust.android"],
  software: ["trust.program"],
}
