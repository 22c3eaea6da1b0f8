/** Owns the running core: starts it, asks it, reconfigures it, stops it. Nobody else holds an `Sbc`. */
import type { Sbc, SbcOptions } from "@homeport/sbc"

export type LiveCore = Pick<
  Sbc,
  | "prepare"
  | "registrations"
  | "calls"
  | "channels"
  | "stun"
  | "listeners"
  | "forwarding"
  | "testForwarding"
  | "tryRegistration"
  | "firewall"
  | "block"
  | "unblock"
> & {
  /** Ends calls with BYE and closes the sockets, within so many milliseconds. */
  stop(milliseconds: number): Promise<void>
}

export type CreateSbc = (options: SbcOptions) => Sbc

/** What `Sbc` promises not to do, it is not trusted with here: an event that cannot be told never ends a call. */
export async function startLiveCore(
  createSbc: CreateSbc,
  options: SbcOptions,
  onFault: (error: unknown) => void,
): Promise<LiveCore> {
  const sbc = createSbc({
    ...options,
    onEvent(event) {
      try {
        options.onEvent(event)
      } catch (error) {
        onFault(error)
      }
    },
  })
  await sbc.start()
  return sbc
}
