/** Checks of the way from the internet to here: what STUN, the name service and the office router show. */
import { type RedFlag, redFlags } from "@homeport/contract"
import type { Facts } from "./facts.ts"
import { type Check, failed, notApplicable, notProven, passed, warning } from "./finding.ts"

export const stunServer: Check = ({ stun, internetStations }) => {
  const server = stun.server ?? ""
  if (stun.problem === "no-server") return internetStations > 0 ? failed("no-server") : notApplicable("not-needed")
  switch (stun.state) {
    case "static":
      return passed("static", { address: stun.mapped?.host ?? "" })
    case "off":
      return notApplicable("not-needed")
    case "lost":
      return failed("lost", { server })
    case "mapped":
      return passed("answering", { server, milliseconds: Math.round(stun.roundTrip ?? 0) })
    case "asking":
      return stun.problem === null ? notProven("asking", { server }) : failed(stun.problem, { server })
  }
}

/** Over UDP another port can be forwarded, so that this is a warning (guide §3.1: TCP and TLS must have the same). */
export const mappedPort: Check = (facts) => {
  if (facts.stun.state === "static") return notApplicable("static")
  if (!facts.stun.mapped) return notProven("unknown")
  const flag = flagOf(facts, "port-differs")
  return flag
    ? warning("differs", { mapped: flag.mapped, expected: flag.expected })
    : passed("same", { port: facts.stun.mapped.port })
}

export const mapping: Check = (facts) => {
  if (facts.stun.state === "static") return notApplicable("static")
  if (flagOf(facts, "symmetric")) return failed("symmetric")
  if (!facts.stun.mapped) return notProven("no-address")
  return facts.stun.behaviour?.mapping ? passed("same") : notProven("unknown")
}

export const publicAddress: Check = (facts) => {
  const address = facts.stun.mapped?.host
  if (address === undefined) return notProven("unknown")
  const shared = flagOf(facts, "carrier-nat") ?? flagOf(facts, "private-address")
  if (shared) return failed(shared.code, { address })
  const second = flagOf(facts, "second-router")
  return second ? failed("second-router", { address, router: second.router }) : passed("public", { address })
}

/** Never assumed: without evidence a line is not proven. TLS counts once it is open. */
export const forwarding: Check = ({ forwarding: all, spe }) => {
  const wanted = all.filter(
    ({ name, last, transport }) => name === null && last === null && (transport !== "TLS" || spe.open),
  )
  const said = (lines: typeof wanted) => ({
    lines: lines.map(({ transport, from }) => `${transport} ${from}`).join(", "),
  })
  const closed = wanted.filter(({ open }) => open === false)
  if (closed.length > 0) return failed("closed", said(closed))
  const unproven = wanted.filter(({ proven }) => proven === null)
  return unproven.length > 0 ? notProven("not-proven", said(unproven)) : passed("proven", said(wanted))
}

export const publicName: Check = ({ dyndns: { hostName, state, addresses, mapped, update } }) => {
  if (hostName === null) return notApplicable("no-name")
  const params = { name: hostName, addresses: addresses.join(", "), address: mapped ?? "" }
  // What the others are the consequence of.
  if (update?.state === "stopped") return warning("stopped", params)
  switch (state) {
    case "not-resolved":
      return failed("not-resolved", params)
    // Phones at home may well be told something else than this machine.
    case "differs":
      return warning("differs", params)
    case "matches":
      return passed("matches", params)
    case "unknown-mapped":
      return notProven("unknown-mapped", params)
    case "asking":
    case "no-name":
      return notProven("asking", params)
  }
}

function flagOf<Code extends RedFlag["code"]>(
  { stun, dyndns, state, routerAddress }: Facts,
  code: Code,
): Extract<RedFlag, { code: Code }> | undefined {
  const ports = state.sections["port-management"].value
  return redFlags({ stun, dyndns, ports, routerAddress }).find(
    (flag): flag is Extract<RedFlag, { code: Code }> => flag.code === code,
  )
}
