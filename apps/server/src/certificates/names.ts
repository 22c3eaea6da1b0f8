/** Names of certificates are unique: what is proposed or derived finds one that is free. */

/** The name itself, or with the lowest number behind it that makes it free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const base = wanted.trim().slice(0, longest) || "Certificate"
  if (!taken.includes(base)) return base
  for (let number = 2; ; number++) {
    const name = `${base} (${number})`
    if (!taken.includes(name)) return name
  }
}

/** "SPE CA (2)" of "SPE CA", "SPE CA (3)" of that. */
export const nameOfCopy = (name: string, taken: readonly string[]): string =>
  freeName(name.replace(/ \(\d+\)$/, ""), taken)

/** What a CA is called in URLs: safe in any, told apart by its id. */
export function slugOf(name: string, id: number): string {
  const words = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
  return words === "" ? String(id) : `${words.slice(0, 40)}-${id}`
}

/** Room for a number behind it: a name has 64 characters at most. */
const longest = 56
