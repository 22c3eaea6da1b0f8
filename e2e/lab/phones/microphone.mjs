/**
 * A microphone for a phone without a sound card: feeds a tone into a named pipe at the pace of real time, while the phone
 * has it open. The phone's reads wait for it, so it also gives the phone the clock that a sound card would.
 *
 *   node microphone.mjs PIPE FREQUENCY
 */
import { closeSync, constants, openSync, writeSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"

const [path, frequency] = process.argv.slice(2)
const RATE = 8000
/** 20 ms: one write of a pipe, never torn (it is less than PIPE_BUF). */
const CHUNK = 160

for (;;) {
  const pipe = openWhenRead()
  if (pipe !== undefined) {
    await feed(pipe)
    closeSync(pipe)
  }
  await pause(20)
}

/** Opening without waiting fails as long as nobody reads. */
function openWhenRead() {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch {
    return undefined
  }
}

async function feed(pipe) {
  const began = performance.now()
  let sent = 0
  for (;;) {
    const due = ((performance.now() - began) / 1000) * RATE
    while (sent + CHUNK <= due) {
      try {
        writeSync(pipe, chunk(sent))
      } catch (error) {
        // A full pipe: the phone does not listen now, as during hold. Anything else: it closed the microphone.
        if (error.code !== "EAGAIN") return
      }
      sent += CHUNK
    }
    await pause(10)
  }
}

function chunk(from) {
  const bytes = Buffer.alloc(CHUNK * 2)
  for (let n = 0; n < CHUNK; n++)
    bytes.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * Number(frequency) * (from + n)) / RATE)), n * 2)
  return bytes
}
