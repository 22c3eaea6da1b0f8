/** What an event is about, in the order of the console's lists. A file of its own: a browser loads it with its first page. */
export const eventAreas = ["registrations", "calls", "internet", "devices", "security", "settings", "system"] as const
export type EventArea = (typeof eventAreas)[number]
