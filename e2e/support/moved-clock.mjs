/**
 * Loaded into a server before it starts: its clock runs ahead of the machine's by HOMEPORT_TEST_CLOCK_AHEAD hours. What is stored stays
 * as it was written; timers take the time that they take.
 */
const ahead = Number(process.env.HOMEPORT_TEST_CLOCK_AHEAD) * 3_600_000
const machineNow = Date.now

class MovedDate extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [MovedDate.now()] : parts))
  }

  static now() {
    return machineNow() + ahead
  }
}

globalThis.Date = MovedDate
