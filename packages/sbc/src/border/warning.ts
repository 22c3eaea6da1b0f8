/** The Warning field of our refusals: what was seen and what it means, for people. RFC 3261 §20.43, code 399. Always English. */
import { quote } from "@homeport/sip"

export function warning(text: string): { readonly name: "Warning"; readonly value: string } {
  return { name: "Warning", value: `399 homeport ${quote(text)}` }
}
