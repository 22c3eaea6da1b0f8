/**
 * A hierarchical timer wheel: starting and stopping a timer costs the same with ten timers as with a million.
 *
 *   level 0   256 slots of     1 tick    ◀── every tick, the slot under the hand runs
 *   level 1    64 slots of   256 ticks   ◀── every 256 ticks, one slot is dealt out to level 0
 *   level 2    64 slots of 16384 ticks   ◀── … and so on: a timer moves down at most three times
 *   level 3    64 slots of  2^20 ticks
 *
 * It knows ticks, not milliseconds: clock.ts turns one into the other.
 */
export class TimerWheel {
  /** The last tick whose timers have run. */
  #tick: number
  #size = 0
  /** How many of them are on level 0: with none, whole turns are skipped. */
  #near = 0
  readonly #levels: readonly Level[] = levelSlots.map((slots, level) => new Level(slots, levelSpans[level] ?? 1))

  constructor(tick: number) {
    this.#tick = tick
  }

  get size(): number {
    return this.#size
  }

  /** Runs `run` when the hand reaches `due`, at the earliest at the next tick. */
  add(due: number, run: () => void): Timer {
    const timer = new Timer(Math.max(due, this.#tick + 1), run)
    this.#place(timer)
    this.#size++
    return timer
  }

  /** Harmless for a timer that has run or was removed already. */
  remove(timer: Timer): void {
    if (!timer.linked) return
    this.#take(timer)
  }

  /** Runs what is due up to and including `target`. */
  advance(target: number): void {
    while (this.#tick < target) {
      if (this.#size === 0) {
        this.#tick = target
        return
      }
      this.#tick = Math.min(this.#near > 0 ? this.#tick + 1 : this.#turn, target)
      if (this.#tick % firstLevelSlots === 0) this.#dealOut(1)
      this.#runSlot()
    }
  }

  /** When `advance` has something to do next; undefined when there is no timer. */
  get next(): number | undefined {
    if (this.#size === 0) return undefined
    const turn = this.#turn
    if (this.#near === 0) return turn
    const level = this.#levels[0]
    let tick = this.#tick + 1
    // Not past the turn: what comes from level 1 then may be due at once.
    while (tick < turn && !level?.slot(tick).linked) tick++
    return tick
  }

  /** The next tick at which level 1 is dealt out. */
  get #turn(): number {
    return (Math.floor(this.#tick / firstLevelSlots) + 1) * firstLevelSlots
  }

  #take(timer: Timer): void {
    timer.unlink()
    this.#size--
    if (timer.near) this.#near--
  }

  #runSlot(): void {
    const slot = this.#levels[0]?.slot(this.#tick)
    if (!slot) return
    for (let timer = slot.next; timer !== slot; timer = slot.next) {
      this.#take(timer)
      const tick = this.#tick
      try {
        timer.run()
      } catch (error) {
        // The timers behind it in this slot still have to run: this tick is not over.
        this.#tick = tick - 1
        throw error
      }
    }
  }

  #dealOut(number: number): void {
    const level = this.#levels[number]
    if (!level) return
    // When this level's hand has gone round, the level above has a slot for it first.
    if (level.turnsAt(this.#tick)) this.#dealOut(number + 1)
    const slot = level.slot(this.#tick)
    // Once round the list: what is placed again may land in this very slot (a timer farther away than the wheel reaches).
    const last = slot.previous
    for (let timer = slot.next; timer !== slot; timer = slot.next) {
      timer.unlink()
      this.#place(timer)
      if (timer === last) break
    }
  }

  #place(timer: Timer): void {
    const distance = timer.due - this.#tick
    let number = 0
    while (number < lastLevel && distance >= (this.#levels[number]?.reach ?? 0)) number++
    const level = this.#levels[number]
    if (!level) return
    // What is farther than the wheel reaches waits in the farthest slot and is placed anew from there.
    const at = distance < level.reach ? timer.due : this.#tick + level.reach - level.span
    level.slot(at).append(timer)
    timer.near = number === 0
    if (timer.near) this.#near++
  }
}

/** A place in the wheel's lists; also their heads. */
export class Timer {
  readonly due: number
  readonly run: () => void
  /** It is on level 0. */
  near = false
  next: Timer = this
  previous: Timer = this

  constructor(due: number, run: () => void) {
    this.due = due
    this.run = run
  }

  get linked(): boolean {
    return this.next !== this
  }

  /** Called on a head: adds `timer` at the end of its list. */
  append(timer: Timer): void {
    timer.previous = this.previous
    timer.next = this
    this.previous.next = timer
    this.previous = timer
  }

  unlink(): void {
    this.previous.next = this.next
    this.next.previous = this.previous
    this.next = this
    this.previous = this
  }
}

class Level {
  readonly span: number
  /** How many ticks ahead it can hold. */
  readonly reach: number
  readonly #heads: readonly Timer[]

  constructor(slots: number, span: number) {
    this.span = span
    this.reach = slots * span
    this.#heads = Array.from({ length: slots }, () => new Timer(0, nothing))
  }

  slot(tick: number): Timer {
    // Division, not shifts: ticks outgrow 32 bits after 497 days.
    const head = this.#heads[Math.floor(tick / this.span) % this.#heads.length]
    if (!head) throw new Error(`no slot for tick ${tick}`)
    return head
  }

  turnsAt(tick: number): boolean {
    return tick % this.reach === 0
  }
}

const nothing = () => {}
const firstLevelSlots = 256
const levelSlots = [firstLevelSlots, 64, 64, 64] as const
const lastLevel = levelSlots.length - 1
const levelSpans = [1, 256, 256 * 64, 256 * 64 * 64] as const
