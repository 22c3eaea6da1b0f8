/** Tries one way of speaking to a router after the other, the quicker one first. */
import { MappingError, type PortMapper } from "./port-mapper.ts"

export function firstThatAnswers(mappers: readonly PortMapper[]): PortMapper {
  return {
    async find(router, signal) {
      for (const mapper of mappers) {
        try {
          return await mapper.find(router, signal)
        } catch (error) {
          if (signal.aborted) throw error
        }
      }
      throw new MappingError("no-answer", `${router.gateway} answers in no way that is known`)
    },
  }
}
