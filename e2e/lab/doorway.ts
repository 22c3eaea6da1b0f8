/** TCP connections of the test to servers on a lab host, through `doorway.mjs`. */
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Host } from "./host.ts"

export interface Doorway {
  /** Connected, or refused as the server inside would refuse. */
  connect(host: string, port: number): Promise<Socket>
}

export async function openDoorway(host: Host): Promise<Doorway> {
  const path = join(host.folder, "doorway.sock")
  const script = fileURLToPath(new URL("doorway.mjs", import.meta.url))
  const child = host.spawn([process.execPath, script, path], { log: "doorway.log" })
  if (child.stdout) await once(child.stdout, "data")
  return {
    async connect(address, port) {
      const socket = connect(path)
      const refused = new Promise<never>((_, reject) => {
        socket.once("error", reject)
        socket.once("close", () => reject(new Error(`${host.name}: nobody listens at ${address}:${port}`)))
      })
      socket.write(`${address} ${port}\n`)
      // The first byte back, an empty line, says that the inner side is connected.
      await Promise.race([once(socket, "readable"), refused])
      refused.catch(() => {})
      if (socket.read(1) === null) throw new Error(`${host.name}: nobody listens at ${address}:${port}`)
      return socket
    },
  }
}
