/** A chain of boxes with lines between them, as a small picture. */
import styles from "./SetUps.module.css"

interface SetUpPictureProps {
  /** Box, what stands on the line, box, … */
  readonly chain: readonly string[]
  /** The box that is this system. */
  readonly own: string
  readonly crossed: boolean
  readonly label: string
}

const BOX = { width: 66, height: 34 } as const
const LINE = 38
const HEIGHT = 64

export function SetUpPicture({ chain, own, crossed, label }: SetUpPictureProps) {
  const count = (chain.length + 1) / 2
  const width = count * BOX.width + (count - 1) * LINE
  const middle = HEIGHT / 2 + 6
  const left = (at: number) => (at / 2) * (BOX.width + LINE)
  return (
    <svg className={styles.picture} viewBox={`-2 0 ${width + 4} ${HEIGHT}`} role="img" aria-label={label}>
      {chain.map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the picture never changes
          <g key={at}>
            <line x1={left(at - 1) + BOX.width} x2={left(at + 1)} y1={middle} y2={middle} />
            <text x={left(at - 1) + BOX.width + LINE / 2} y={middle - 8} className={styles.port}>
              {part}
            </text>
          </g>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <g key={at} data-own={part === own || undefined}>
            <rect x={left(at)} y={middle - BOX.height / 2} width={BOX.width} height={BOX.height} rx={6} />
            <text x={left(at) + BOX.width / 2} y={middle + 4}>
              {part}
            </text>
          </g>
        ),
      )}
      {crossed ? <path className={styles.cross} d={`M${width - 14} 2 l12 12 m0 -12 l-12 12`} /> : null}
    </svg>
  )
}
