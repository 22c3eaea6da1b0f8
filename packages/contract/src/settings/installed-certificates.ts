/**
 * Which stored certificate serves where, by id. No page of its own: the pages of SPE and Certificate Management change it, with
 * what they check before.
 */
import * as z from "zod/mini"

export const installedCertificates = z.strictObject({
  /** The SPE certificate: one for all SIP interfaces (guide §9.1.2). */
  spe: z.nullable(z.int()),
  speAuthorities: z.array(z.int()),
  /** Of the console's own HTTPS; null: the one that Homeport made for itself. */
  console: z.nullable(z.int()),
})
export type InstalledCertificates = z.infer<typeof installedCertificates>

export const installedCertificatesDefaults: InstalledCertificates = { spe: null, speAuthorities: [], console: null }
