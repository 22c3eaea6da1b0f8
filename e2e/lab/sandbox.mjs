/**
 * The walls of the lab: runs a command where nothing it does can reach the machine.
 *
 *   node e2e/lab/sandbox.mjs COMMAND ARGUMENTS…
 *
 * The command gets user, network, mount and process namespaces of its own. There it may make network namespaces, routers
 * and routes without being root outside; there is no interface to the world but those it makes; and when it ends, is
 * killed or loses its parent, every process and network in it is gone. Names cannot collide with another run's.
 * Plain JavaScript, so that any Node can start it.
 */
import { spawn, spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

/** The name server of the lab's internet: the only one that anything inside can ask. */
export const LAB_NAME_SERVER = "198.51.100.53"

/** Which `unshare` options work here; undefined when the machine allows no namespaces at all. */
export function sandboxOptions() {
  const common = ["--net", "--mount", "--pid", "--fork", "--kill-child"]
  const candidates = [
    ["--user", "--map-root-user", ...common, "--mount-proc"],
    // A machine without user namespaces: then root alone can build a lab.
    ...(process.getuid?.() === 0 ? [[...common, "--mount-proc"]] : []),
  ]
  return candidates.find((options) => {
    const probe = "mount -t tmpfs none /run && ip link set lo up && nft list ruleset"
    return spawnSync("unshare", [...options, "sh", "-c", probe], { stdio: "ignore", timeout: 10_000 }).status === 0
  })
}

/** What runs first inside, as process 1: prepares the file system, then waits for the command and reaps orphans. */
const FIRST_PROCESS = `
resolv=$(readlink -f /etc/resolv.conf)
mount -t tmpfs -o mode=755 none /run || exit 125
mkdir -p /run/netns /run/lock
echo "nameserver ${LAB_NAME_SERVER}" > /run/resolv.conf
case "$resolv" in
  /run/*) mkdir -p "$(dirname "$resolv")" && cp /run/resolv.conf "$resolv" ;;
  *) mount --bind /run/resolv.conf "$resolv" ;;
esac
ip link set lo up
"$@" &
child=$!
trap 'kill -TERM $child' TERM INT
wait $child; status=$?
while kill -0 $child 2>/dev/null; do wait $child; status=$?; done
exit $status
`

/** The argument list that runs `command` in a sandbox made with `options`. */
export function sandboxed(options, command) {
  return ["unshare", ...options, "bash", "-c", FIRST_PROCESS, "sandbox", ...command]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = sandboxOptions()
  if (!options) {
    console.error("This machine lets nobody make network namespaces (neither as root nor with user namespaces).")
    process.exit(125)
  }
  const [program, ...rest] = sandboxed(options, process.argv.slice(2))
  const child = spawn(program, rest, { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill("SIGKILL"))
  child.on("exit", (code) => process.exit(code ?? 1))
}
