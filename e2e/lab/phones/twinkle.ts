/**
 * twinkle (Debian's twinkle-console 1.10), driven by its command line: the phone that does what the guide demands. With
 * STUN its Via, Contact and SDP carry the public addresses.
 *
 * It has no sound card here: ALSA's file plug-in writes what it plays to a file, and `microphone.mjs` feeds it a tone.
 */
import { type ChildProcess, execFileSync } from "node:child_process"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Audio, readRaw } from "../audio/wav.ts"
import { end } from "../host.ts"
import { until } from "../until.ts"
import type { CallState, Phone, PhoneOptions, Registration } from "./phone.ts"

export function twinkle(options: PhoneOptions): Phone {
  if (options.transport === "tls") throw new Error("twinkle does not speak SIP over TLS")
  const home = join(options.host.folder, `twinkle-${options.number}`)
  const microphone = join(home, "microphone")
  const speaker = join(home, "heard.raw")
  let program: ChildProcess | undefined
  let feeder: ChildProcess | undefined
  let printed = ""
  let heardBefore = 0

  function say(line: string): void {
    if (!program?.stdin?.writable) throw new Error(`twinkle ${options.number} is not running`)
    program.stdin.write(`${line}\n`)
  }

  const heard = (): Audio =>
    existsSync(speaker) ? readRaw(speaker, 8_000, 1) : { rate: 8_000, samples: new Int16Array() }

  return {
    make: "twinkle",
    number: options.number,
    tone: options.tone,
    get state() {
      return callState(printed)
    },
    async register() {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(join(home, ".twinkle"), { recursive: true })
      execFileSync("mkfifo", [microphone])
      writeFileSync(join(home, ".asoundrc"), soundCard(microphone, speaker))
      writeFileSync(join(home, ".twinkle/twinkle.sys"), systemSettings(options))
      writeFileSync(join(home, ".twinkle/home.cfg"), profile(options))
      const script = fileURLToPath(new URL("microphone.mjs", import.meta.url))
      feeder = options.host.spawn([process.execPath, script, microphone, String(options.tone)], {
        log: `microphone-${options.number}.log`,
      })
      printed = ""
      program = options.host.spawn(["twinkle-console", "home.cfg"], {
        log: `twinkle-${options.number}.log`,
        cwd: home,
        env: { HOME: home },
      })
      program.stdout?.on("data", (bytes: Buffer) => {
        printed += bytes.toString("utf8")
      })
      return until(
        `twinkle ${options.number} registers`,
        () => registrationState(printed),
        35_000,
        () => printed,
      )
    },
    registered: () => registrationState(printed)?.accepted === true,
    async call(number) {
      heardBefore = heard().samples.length
      printed += `\n> call ${number}\n`
      say(`call ${number}`)
    },
    async answer() {
      heardBefore = heard().samples.length
      say("answer")
    },
    async hangUp() {
      say("bye")
    },
    async hold() {
      say("hold")
    },
    async resume() {
      say("retrieve")
    },
    receivedAudio() {
      const { rate, samples } = heard()
      return { rate, samples: samples.subarray(heardBefore) }
    },
    async stop(abruptly = false) {
      if (program) {
        if (!abruptly && program.exitCode === null && program.signalCode === null) {
          say("quit")
          await until("twinkle quits", () => program?.exitCode !== null, 3_000).catch(() => {})
        }
        await end(program, "SIGKILL")
      }
      if (feeder) await end(feeder, "SIGKILL")
    },
  }
}

/** What it prints about its line, and the state that each sentence begins. The last one printed holds. */
const PRINTED: readonly (readonly [RegExp, CallState])[] = [
  [/: incoming call/, "ringing"],
  [/^> call |: received 1\d\d /, "calling"],
  [/: call established\.|: far end answered call\./, "established"],
  [/: call (ended|failed|rejected)\.|far end (ended|cancelled) call\./, "idle"],
]

function callState(printed: string): CallState {
  for (const line of printed.split("\n").reverse()) {
    const state = PRINTED.find(([sentence]) => sentence.test(line))?.[1]
    if (state) return state
  }
  return "idle"
}

function registrationState(printed: string): Registration | undefined {
  const last = [...printed.matchAll(/registration (succeeded|failed: ([^\n]*))/g)].at(-1)
  if (!last) return undefined
  return last[1] === "succeeded" ? { accepted: true } : { accepted: false, why: last[2] ?? "" }
}

function profile({ number, userId, password, registrar, realm, transport, stunServer, expires }: PhoneOptions): string {
  return `
user_name=${number}
user_domain=${registrar.split(":")[0]}
user_display=
auth_realm=${realm}
auth_name=${userId}
auth_pass=${password}
registrar=${registrar}
outbound_proxy=${registrar}
register_at_startup=yes
registration_time=${expires ?? 300}
sip_transport=${transport ?? "udp"}
codecs=g711a,g711u
${stunServer ? `stun_server=${stunServer}` : ""}
nat_public_ip=
ptime=20
timer_noanswer=300
dtmf_transport=inband
zrtp_enabled=no
speex_dsp_vad=no
speex_dsp_agc=no
`
}

function systemSettings({ port }: PhoneOptions): string {
  return `
sip_udp_port=${port ?? 5060}
sip_port=${port ?? 5060}
rtp_port=8000
validate_audio_dev=no
dev_ringtone=alsa:speaker
dev_speaker=alsa:speaker
dev_mic=alsa:microphone
play_ringtone=no
play_ringback=no
`
}

/** A plain file would begin anew with every call and after every hold; `cat` writes on where it ended. */
function soundCard(microphone: string, speaker: string): string {
  return `
pcm.!default { type null }
ctl.!default { type null }
pcm.microphone {
  type file
  slave.pcm null
  file /dev/null
  infile "${microphone}"
  format raw
}
pcm.speaker {
  type file
  slave.pcm null
  file "|exec cat >> '${speaker}'"
  format raw
}
`
}
