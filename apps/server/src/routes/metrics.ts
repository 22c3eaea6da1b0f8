/** What a monitoring system asks for. */
import { metrics } from "@homeport/contract"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export const metricsRoutes = (services: Services): readonly Route[] => [
  handle(metrics.read, async () => new FileAnswer(Buffer.from(await services.metrics.text()), "metrics.txt")),
]
