/** A moment as certificates show it, "2026-11-24 00:00:00": whoever shows it says that it is GMT. */
export const gmt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")
