/** A QR code (ISO/IEC 18004) as one path of an SVG: black on white in every scheme, because readers want it so. */
import encodeQR from "qr"
import { type Html, html } from "./html.ts"

export function qrDrawing(text: string, label: string): Html {
  // Four modules of quiet zone (§5.3.8). From a screen nothing is smudged: level M, and larger modules.
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 })
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("")
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${path}" fill="#000"/></svg>`
}
