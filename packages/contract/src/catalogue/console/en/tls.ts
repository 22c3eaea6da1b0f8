/** Whether SIP over TLS is open: wherever it is shown. */
export const tls = {
  title: "SIP over TLS",
  open: (outer: number, inner: number) => `Open on ${outer} (internet) and ${inner} (office)`,
  opening: "Being opened",
  failed: "Not open",
  closed: "Closed",
  failedListener: (name: string, address: string, port: number, why: string) =>
    `${name}: port ${port} at ${address} could not be opened (${why}). It is tried again every 5 seconds.`,
} as const
