/**
 * baresip (Debian's baresip-core 1.0.0), driven over its TCP control port in netstrings of JSON.
 *
 * It asks STUN for media only: its Contact stays private, so behind a router it needs NAT traversal by Homeport.
 * It sends nothing while it holds. Over TLS it checks no certificate.
 */
import type { ChildProcess } from "node:child_process"
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import type { Socket } from "node:net"
import { join } from "node:path"
import { tone } from "../audio/tone.ts"
import { type Audio, readWav, writeWav } from "../audio/wav.ts"
import { end } from "../host.ts"
import { until } from "../until.ts"
import { netstring, takeNetstrings } from "./netstring.ts"
import type { CallState, Phone, PhoneOptions, Registration } from "./phone.ts"

const CONTROL_PORT = 4444

interface ControlMessage {
  readonly event?: boolean
  readonly type?: string
  readonly param?: string
  readonly response?: boolean
  readonly ok?: boolean
  readonly data?: string
  readonly token?: string
}

export function baresip(options: PhoneOptions): Phone {
  const folder = join(options.host.folder, `baresip-${options.number}`)
  let program: ChildProcess | undefined
  let control: Socket | undefined
  let state: CallState = "idle"
  let printed = ""
  let lastToken = 0
  const waiting = new Map<string, (answer: ControlMessage) => void>()

  function onMessage(message: ControlMessage): void {
    if (message.response) waiting.get(message.token ?? "")?.(message)
    switch (message.type) {
      case "CALL_INCOMING":
        state = "ringing"
        break
      case "CALL_RINGING":
      case "CALL_PROGRESS":
        if (state !== "established") state = "calling"
        break
      case "CALL_ESTABLISHED":
        state = "established"
        break
      case "CALL_CLOSED":
        state = "idle"
        break
    }
  }

  async function command(name: string, parameters = ""): Promise<void> {
    if (!control) throw new Error(`baresip ${options.number} is not running`)
    const token = String(++lastToken)
    let answer: ControlMessage | undefined
    waiting.set(token, (message) => {
      answer = message
    })
    control.write(netstring(JSON.stringify({ command: name, params: parameters, token })))
    const { ok, data } = await until(`baresip ${options.number} answers ${name}`, () => answer, 5_000)
    waiting.delete(token)
    if (!ok) throw new Error(`baresip ${options.number} refused ${name}: ${data}`)
  }

  return {
    make: "baresip",
    number: options.number,
    tone: options.tone,
    get state() {
      return state
    },
    async register() {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      writeWav(join(folder, "tone.wav"), tone(options.tone, 180))
      writeFileSync(join(folder, "config"), config(options, folder))
      writeFileSync(join(folder, "accounts"), options.served ?? `${account(options)}\n`)
      writeFileSync(join(folder, "contacts"), "")
      printed = ""
      program = options.host.spawn(["baresip", "-4", "-s", "-f", folder], { log: `baresip-${options.number}.log` })
      const listen = (bytes: Buffer): void => {
        printed += bytes.toString("utf8")
      }
      program.stdout?.on("data", listen)
      program.stderr?.on("data", listen)
      const doorway = await options.host.doorway()
      const socket = await until(
        "baresip's control port opens",
        () => doorway.connect("127.0.0.1", CONTROL_PORT).catch(() => undefined),
        10_000,
      )
      control = socket
      let rest: Buffer = Buffer.alloc(0)
      socket.on("error", () => {})
      socket.on("data", (bytes: Buffer) => {
        const taken = takeNetstrings(Buffer.concat([rest, bytes]))
        rest = taken.rest
        // Its control protocol is documented to carry one JSON object a netstring.
        for (const text of taken.texts) onMessage(JSON.parse(text) as ControlMessage)
      })
      if (options.expires === 0) return { accepted: true }
      return until(
        `baresip ${options.number} registers`,
        () => registrationState(printed),
        35_000,
        () => printed,
      )
    },
    registered: () => registrationState(printed)?.accepted === true,
    async call(number) {
      state = "calling"
      await command("dial", number.includes("@") ? `sip:${number}` : number)
    },
    answer: () => command("accept"),
    hangUp: () => command("hangup"),
    hold: () => command("hold"),
    resume: () => command("resume"),
    receivedAudio(): Audio {
      const recordings = readdirSync(folder)
        .filter((name) => name.startsWith("dump-") && name.endsWith("-dec.wav"))
        .map((name) => join(folder, name))
        .sort((a, b) => statSync(a).birthtimeMs - statSync(b).birthtimeMs)
      const latest = recordings.at(-1)
      return latest ? readWav(latest) : { rate: 8_000, samples: new Int16Array() }
    },
    async stop(abruptly = false) {
      control?.destroy()
      if (program) await end(program, abruptly ? "SIGKILL" : "SIGTERM")
      printed = ""
      state = "idle"
    },
  }
}

/** It registers before anybody can listen to its events, so what it prints tells. */
function registrationState(printed: string): Registration | undefined {
  const last = [...printed.matchAll(/\{\d\/\w+\/v4\} 200 OK|reg: [^\n]*?: (\d{3} [^\n]*|Register: [^\n]*)/g)].at(-1)
  if (!last) return undefined
  return last[1] === undefined ? { accepted: true } : { accepted: false, why: last[1] }
}

function account({ number, userId, password, registrar, transport, stunServer, expires }: PhoneOptions): string {
  return [
    `<sip:${number}@${registrar}${transport && transport !== "udp" ? `;transport=${transport}` : ""}>`,
    `auth_user=${userId}`,
    `auth_pass=${password}`,
    ...(stunServer ? ["medianat=stun", `stunserver="stun:${stunServer}"`] : []),
    `regint=${expires ?? 60}`,
    "answermode=manual",
    "audio_codecs=pcma,pcmu",
  ].join(";")
}

function config({ address, port, caFile }: PhoneOptions, folder: string): string {
  return `
sip_listen              ${address}:${port ?? 5060}
${caFile ? `sip_cafile              ${caFile}` : ""}
audio_player            aufile,/dev/null
audio_source            aufile,${folder}/tone.wav
audio_alert             none,null
audio_buffer            20-160
rtp_ports               10000-10020
rtcp_mux                no
rtp_stats               no
dns_server              198.51.100.53:53
module_path             /usr/lib/baresip/modules
module                  g711.so
module                  aufile.so
module                  stun.so
module                  sndfile.so
module_tmp              uuid.so
module_tmp              account.so
module_app              menu.so
module_app              ctrl_tcp.so
module_app              debug_cmd.so
ctrl_tcp_listen         127.0.0.1:${CONTROL_PORT}
snd_path                ${folder}
`
}
