/** A station's index in an address; undefined where it can be none. */
export const indexOf = (text: string | undefined): number | undefined =>
  /^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : undefined
