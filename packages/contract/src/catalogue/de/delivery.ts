/** Warum sich ein Ereignis nicht melden ließ. */
import type { DeliveryProblem } from "../../notifications.ts"

export const deliveryDe = {
  "name-not-resolved": "der Name des Servers lässt sich nicht auflösen",
  "address-forbidden": "der Name führt zu einer link-lokalen Adresse, die nicht benutzt wird",
  "no-connection": "der Server ist nicht erreichbar",
  "no-answer": "der Server hat nicht rechtzeitig geantwortet",
  certificate: "dem Zertifikat des Servers wird nicht vertraut",
  "no-tls": "keine gemeinsame TLS-Version, oder der Port spricht kein TLS",
  "no-starttls": "der Server bietet kein STARTTLS an",
  "login-refused": "der Server weist Benutzername oder Kennwort zurück",
  "sender-refused": "der Server weist den Absender zurück",
  "recipient-refused": "der Server weist einen Empfänger zurück",
  refused: "der Server weist die Nachricht zurück",
  busy: "der Server bittet, es später zu versuchen",
  redirected: "der Server verweist auf eine andere Adresse, der nicht gefolgt wird",
  "http-error": "der Server hat mit einem HTTP-Fehler geantwortet",
  interrupted: "Homeport wurde inzwischen beendet",
} as const satisfies Record<DeliveryProblem, string>
