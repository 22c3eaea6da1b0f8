/** What the core could not open, as a problem of the field that asked for it on the page that is being applied. */
import type { AvailableInterface, ErrorCode, FieldProblem, Section } from "@homeport/contract"
import type { PrepareProblem } from "@homeport/sbc"
import type { SettingsState } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import { addressOf } from "./sbc-config.ts"

export function refusalOf(
  problems: readonly PrepareProblem[],
  state: SettingsState,
  changed: ReadonlySet<Section>,
  interfaces: readonly AvailableInterface[],
): ApiError {
  const fields: Record<string, FieldProblem> = {}
  let first: { code: ErrorCode & FieldProblem["code"]; params: Record<string, string | number> } | undefined
  for (const problem of problems) {
    const { transport, address, port } = problem
    const said = { code: listenCode(problem), params: { transport, address, port } }
    first ??= said
    const field = fieldOf(problem, state, changed, interfaces)
    if (field !== undefined) fields[field] ??= said
  }
  return new ApiError(first?.code ?? "CannotListen", { ...(first && { params: first.params }), fields })
}

/** The contract's word for it. */
export const listenCode = ({ code }: PrepareProblem) => codes[code]

const codes = {
  "address-in-use": "AddressInUse",
  "address-not-available": "AddressNotAvailable",
  "permission-denied": "PermissionDenied",
  certificate: "CertificateUnusable",
  failed: "CannotListen",
} as const satisfies Record<PrepareProblem["code"], string>

const portFields: Readonly<Partial<Record<PrepareProblem["setting"], string>>> = {
  "ports.inner": "sip",
  "networks.inner": "sip",
  "ports.outer": "sipExt",
  "networks.outer": "sipExt",
  "ports.innerTls": "sipTlsSub",
  "ports.outerTls": "sipTlsSubExt",
}

/** A taken port may come of a new port or of a new address: the field is one of the page that changed. */
function fieldOf(
  problem: PrepareProblem,
  state: SettingsState,
  changed: ReadonlySet<Section>,
  interfaces: readonly AvailableInterface[],
): string | undefined {
  if (changed.has("port-management")) return portFields[problem.setting]
  if (changed.has("system-flags")) return "speSupport"
  if (!changed.has("network-interfaces")) return undefined
  const { lan1, lan2, voip } = state.sections["network-interfaces"].value
  const [field] = Object.entries({ lan1, lan2 }).find(
    ([, chosen]) => chosen !== null && addressOf(chosen, interfaces) === problem.address,
  ) ?? [voip]
  return field
}
