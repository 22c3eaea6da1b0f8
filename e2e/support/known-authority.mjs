/**
 * Loaded into a server before it starts: the authority in its data folder's `public-authority.pem`, if that is there, counts as one of those
 * that everybody knows. Apps that refuse all others are then given what they would be given under a certificate that was bought.
 */
import { registerHooks } from "node:module"

const roots = new URL("known-roots.mjs", import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    // The one place where the server looks at whom everybody trusts.
    const judges = specifier === "node:tls" && context.parentURL?.endsWith("/phones/phones-status.ts")
    return judges ? { url: roots, format: "module", shortCircuit: true } : next(specifier, context)
  },
})
