/**
 * How makers spell a time zone. Only spellings that were seen in use stand here: a phone that is told nothing keeps the zone it has,
 * one that is told a wrong name shows a wrong time.
 */
export interface TimeZone {
  readonly yealink: { readonly offset: string; readonly name: string; readonly tones: string }
  /** Grandstream GRP26xx: POSIX rules. */
  readonly grandstream: string
}

export const timeZones: Readonly<Record<string, TimeZone>> = {
  "Europe/Berlin": {
    yealink: { offset: "+1", name: "Germany(Berlin)", tones: "Germany" },
    grandstream: "CET-1CEST-2,M3.5.0/02:00:00,M10.5.0/03:00:00",
  },
}
