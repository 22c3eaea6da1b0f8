/**
 * Loaded into the server before it starts: names are answered from this table, so that no question leaves the machine. Addresses
 * and "localhost" go the usual way; whatever else is asked for does not exist.
 */
import dns from "node:dns"
import { syncBuiltinESMExports } from "node:module"
import { isIP } from "node:net"

const names = { "office.example.net": [{ address: "203.0.113.7", family: 4 }] }

const { lookup } = dns
const lookupNow = dns.promises.lookup
const isLocal = (name) => !name || name === "localhost" || isIP(name) !== 0
const notFound = (name) => Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" })

dns.lookup = (name, options, callback = options) => {
  if (isLocal(name)) return lookup(name, options, callback)
  const found = names[name]
  const all = typeof options === "object" && options.all
  process.nextTick(() => {
    if (!found) callback(notFound(name))
    else if (all) callback(null, found)
    else callback(null, found[0].address, found[0].family)
  })
}

dns.promises.lookup = async (name, options) => {
  if (isLocal(name)) return lookupNow(name, options)
  const found = names[name]
  if (!found) throw notFound(name)
  return options?.all ? found : found[0]
}

syncBuiltinESMExports()
