import type { tls as enTls } from "../en/tls.ts"
import type { Texts } from "../texts.ts"

export const tls: Texts<typeof enTls> = {
  title: "SIP über TLS",
  open: (outer, inner) => `Offen auf ${outer} (Internet) und ${inner} (Büro)`,
  opening: "Wird geöffnet",
  failed: "Nicht offen",
  closed: "Geschlossen",
  failedListener: (name, address, port, why) =>
    `${name}: Port ${port} an ${address} ließ sich nicht öffnen (${why}). Alle 5 Sekunden wird es erneut versucht.`,
}
