/** Was der Büro-Router auf Bitte hin tat, und warum er es nicht tat. */
export const routerEventsDe = {
  "router.mapped":
    "Der Büro-Router leitet {protocol}-Port {port} an {address} weiter, weil dieses System darum bat ({how}).",
  "router.unmapped": "Der Büro-Router wurde gebeten, {protocol}-Port {port} nicht mehr weiterzuleiten.",
  "router.unmap-failed": "Der Büro-Router hat nicht bestätigt, dass er {protocol}-Port {port} nicht mehr weiterleitet.",
  "router.mapping-failed.no-gateway":
    "{protocol}-Port {port} ist nicht weitergeleitet: Dieser Rechner sagt nicht, zu welchem Router seine Standardroute führt.",
  "router.mapping-failed.no-answer":
    "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router antwortet weder auf NAT-PMP noch auf UPnP.",
  "router.mapping-failed.not-authorized":
    "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router erlaubt diesem System nicht, Ports zu öffnen.",
  "router.mapping-failed.port-taken":
    "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router hat ihn an ein anderes Gerät vergeben, oder jemand leitet ihn von Hand weiter.",
  "router.mapping-failed.other-port":
    "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router bot einen anderen äußeren Port an, der zurückgegeben wurde.",
  "router.mapping-failed.only-permanent":
    "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router öffnet Ports nur für immer.",
  "router.mapping-failed.internal-port":
    "{protocol}-Port {port} ist nicht weitergeleitet: Er ist für Telefone im Büro und wird nie zum Internet geöffnet.",
  "router.mapping-failed.other-port-chosen":
    "{protocol}-Port {port} ist nicht weitergeleitet: In der Portverwaltung steht, dass der Büro-Router einen anderen Port zeigt.",
  "router.mapping-failed.failed": "{protocol}-Port {port} ist nicht weitergeleitet: Der Büro-Router konnte es nicht.",
} as const
