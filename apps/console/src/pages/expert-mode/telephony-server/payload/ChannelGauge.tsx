/** The pool as a bar: what is used by whom, what is free, and how high it stood today. */
import type { Channels } from "@homeport/contract"
import { useFormat } from "../../../../text/format.ts"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./ChannelGauge.module.css"

export function ChannelGauge({ channels }: { channels: Channels }) {
  const texts = usePageTexts("channels")
  const format = useFormat()
  const { total, used, free, peakToday, usedBy } = channels
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <div className={styles.gauge}>
      <div className={styles.numbers}>
        <Figure name={texts.used} value={format.number(used)} large />
        <Figure name={texts.free} value={format.number(free)} />
        <Figure name={texts.peak} value={format.number(peakToday)} />
        <Figure name={texts.total} value={format.number(total)} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a native meter cannot show its parts */}
      <div
        className={styles.bar}
        role="meter"
        aria-label={texts.gauge(used, total)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={used}
        data-level={used >= total ? "full" : used > total * 0.8 ? "high" : undefined}
      >
        {usedBy.map(({ consumer, used: count }) => (
          <span key={consumer} className={styles.part} data-consumer={consumer} style={{ width: share(count) }} />
        ))}
        <span className={styles.peak} style={{ left: share(peakToday) }} />
      </div>
      <ul className={styles.legend} aria-label={texts.consumer}>
        {usedBy.map(({ consumer, used: count }) => (
          <li key={consumer}>
            <span className={styles.key} data-consumer={consumer} aria-hidden="true" />
            {texts.consumers[consumer]}
            <strong>{format.number(count)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Figure({ name, value, large }: { name: string; value: string; large?: boolean }) {
  return (
    <div className={styles.figure} data-large={large || undefined}>
      <span>{name}</span>
      <strong>{value}</strong>
    </div>
  )
}
