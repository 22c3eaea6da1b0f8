/** A QR code (ISO/IEC 18004) as one path of an SVG: black on white in every scheme, because readers want it so. */
import encodeQR from "qr"
import { useMemo } from "react"
import styles from "./devices.module.css"

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawing(text), [text])
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

function drawing(text: string) {
  // Four modules of quiet zone (§5.3.8); a quarter of it may be smudged on paper (level Q).
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: 4 })
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("")
  return { size: rows.length, path }
}
