import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { precompress } from "./build/precompress.ts"

/** `HOMEPORT_API` is the running server that `vite dev` passes /api on to. */
export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    target: "es2022",
    cssTarget: "chrome111",
    // The server sends long-lived cache headers for assets/: the names carry a hash of the content.
    assetsDir: "assets",
    assetsInlineLimit: 0,
    // A browser that does not know the hint loads what it needs without it.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { "/api": { target: process.env.HOMEPORT_API ?? "http://127.0.0.1:8080", changeOrigin: false } } },
})
