/**
 * linphonec (Debian's linphone-cli 5.1), driven by its command line; what happens is read from its log.
 *
 * Its first REGISTER carries a private Contact; the one with credentials has the address that the Via of the 401 told.
 * Its SDP stays private, so behind a router it needs NAT traversal by Homeport. Over TLS, and when it fetches its settings over HTTPS,
 * it checks the certificate and its name.
 */
import type { ChildProcess } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { tone } from "../audio/tone.ts"
import { type Audio, readWav, writeWav } from "../audio/wav.ts"
import { end } from "../host.ts"
import { until } from "../until.ts"
import type { CallState, Phone, PhoneOptions, Registration } from "./phone.ts"

export function linphone(options: PhoneOptions): Phone {
  const folder = join(options.host.folder, `linphone-${options.number}`)
  const log = join(folder, "log")
  let program: ChildProcess | undefined
  // It appends call after call to one file, and writes in large pieces: all of a call is there when the call is over.
  let heardBefore = 0

  const logged = (): string => (existsSync(log) ? readFileSync(log, "utf8") : "")

  function say(line: string): void {
    if (!program?.stdin?.writable) throw new Error(`linphone ${options.number} is not running`)
    program.stdin.write(`${line}\n`)
  }

  function heard(): Audio {
    const path = join(folder, "heard.wav")
    return existsSync(path) ? readWav(path) : { rate: 8_000, samples: new Int16Array() }
  }

  function state(): CallState {
    return callState(logged())
  }

  function registration(): Registration | undefined {
    return registrationState(logged())
  }

  return {
    make: "linphone",
    number: options.number,
    tone: options.tone,
    get state() {
      return state()
    },
    async register() {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(join(folder, ".local/share/linphone"), { recursive: true })
      writeWav(join(folder, "tone.wav"), tone(options.tone, 180))
      writeFileSync(join(folder, "rc"), config(options))
      program = options.host.spawn(["linphonec", "-c", join(folder, "rc"), "-d", "6", "-l", log], {
        log: `linphone-${options.number}.log`,
        cwd: folder,
        env: { HOME: folder },
      })
      const play = `play ${join(folder, "tone.wav")}`
      say("soundcard use files")
      say(play)
      say(`record ${join(folder, "heard.wav")}`)
      const outcome = await until(`linphone ${options.number} registers`, registration, 35_000)
      // Taking over the settings that it fetched, it forgot what to play.
      if (options.served !== undefined) say(play)
      return outcome
    },
    registered: () => registration()?.accepted === true,
    async call(number) {
      heardBefore = heard().samples.length
      say(`call ${number.includes("@") ? `sip:${number}` : number}`)
      await until(`linphone ${options.number} calls ${number}`, () => state() !== "idle", 5_000)
    },
    async answer() {
      heardBefore = heard().samples.length
      say("answer")
    },
    async hangUp() {
      say("terminate")
    },
    async hold() {
      say("pause")
    },
    async resume() {
      say("resume")
    },
    receivedAudio() {
      const { rate, samples } = heard()
      return { rate, samples: samples.subarray(heardBefore) }
    },
    async stop(abruptly = false) {
      if (!program) return
      if (!abruptly && program.exitCode === null && program.signalCode === null) {
        say("quit")
        await until("linphone quits", () => program?.exitCode !== null, 3_000).catch(() => {})
      }
      await end(program, "SIGKILL")
    },
  }
}

/** The last state of the last call, as the log tells it. */
function callState(log: string): CallState {
  const name = [...log.matchAll(/moving from state \[?LinphoneCall\w+\]? to \[?LinphoneCall(\w+)/g)].at(-1)?.[1]
  switch (name) {
    case undefined:
    case "End":
    case "Error":
    case "Released":
    case "Idle":
      return "idle"
    case "IncomingReceived":
    case "IncomingEarlyMedia":
    case "PushIncomingReceived":
      return "ringing"
    case "OutgoingInit":
    case "OutgoingProgress":
    case "OutgoingRinging":
    case "OutgoingEarlyMedia":
      return "calling"
    default:
      return "established"
  }
}

function registrationState(log: string): Registration | undefined {
  const name = [...log.matchAll(/moving from state \[?LinphoneRegistration\w+\]? to \[?LinphoneRegistration(\w+)/g)].at(
    -1,
  )?.[1]
  if (name === "Ok") return { accepted: true }
  if (name === "Failed")
    return { accepted: false, why: log.match(/SIP\/2\.0 (?!401)[45]\d\d[^\r\n]*/g)?.at(-1) ?? "failed" }
  return undefined
}

function config(options: PhoneOptions): string {
  const { transport = "udp", caFile, port } = options
  const sipPort = port ?? 5060
  return `
[sip]
sip_port=${transport === "udp" ? sipPort : 0}
sip_tcp_port=${transport === "tcp" ? sipPort : 0}
sip_tls_port=${transport === "tls" ? sipPort : 0}
${caFile ? `root_ca=${caFile}` : ""}
verify_server_certs=1
verify_server_cn=1
use_ipv6=0
ipv6_migration_done=1
default_proxy=0
refresher_retry_after=3000
register_only_when_network_is_up=0

[rtp]
audio_rtp_port=7078

${options.served === undefined ? account(options) : `[net]\nmtu=1300\n\n[misc]\nconfig-uri=${options.served}`}

[audio_codec_0]
mime=PCMA
rate=8000
enabled=1

[audio_codec_1]
mime=PCMU
rate=8000
enabled=1

[audio_codec_2]
mime=telephone-event
rate=8000
enabled=1

[video]
capture=0
display=0
`
}

function account({
  number,
  userId,
  password,
  registrar,
  realm,
  transport = "udp",
  stunServer,
  expires,
}: PhoneOptions): string {
  return `
[net]
mtu=1300
${stunServer ? `nat_policy_ref=stunpol\n\n[nat_policy_0]\nref=stunpol\nstun_server=${stunServer}\nprotocols=stun` : ""}

[proxy_0]
reg_proxy=<sip:${registrar}${transport === "udp" ? "" : `;transport=${transport}`}>
reg_identity=sip:${number}@${registrar.split(":")[0]}
reg_expires=${expires ?? 300}
reg_sendregister=1
publish=0
${stunServer ? "nat_policy_ref=stunpol" : ""}

[auth_info_0]
username=${number}
userid=${userId}
passwd=${password}
realm=${realm}
`
}
