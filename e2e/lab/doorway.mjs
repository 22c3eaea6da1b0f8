/**
 * A way into a host for the tests, which run outside its network: listens on a unix socket (those know no network
 * namespaces) and joins each connection to the TCP address that its first line names: `127.0.0.1 8080`.
 */
import { connect, createServer } from "node:net"

const [path] = process.argv.slice(2)

createServer({ allowHalfOpen: true }, (outside) => {
  let head = Buffer.alloc(0)
  const gone = () => {}
  outside.on("error", gone)
  outside.on("data", function first(bytes) {
    head = Buffer.concat([head, bytes])
    const end = head.indexOf("\n")
    if (end < 0) return
    outside.off("data", first)
    outside.pause()
    const [host, port] = head.toString("latin1", 0, end).split(" ")
    const inside = connect({ host, port: Number(port), allowHalfOpen: true })
    inside.on("error", () => outside.destroy())
    outside.on("close", () => inside.destroy())
    inside.on("close", () => outside.destroy())
    inside.on("connect", () => {
      outside.write("\n")
      inside.write(head.subarray(end + 1))
      outside.pipe(inside)
      inside.pipe(outside)
    })
  })
}).listen(path, () => console.log("open"))
