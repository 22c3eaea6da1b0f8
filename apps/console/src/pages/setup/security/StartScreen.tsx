/** The question at the start: a CA that is here already, a new one, or a certificate that somebody has. */
import { Radio } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { Link } from "react-router"
import { certificatesQuery, speStatusQuery } from "../../../api/queries.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { NowCard } from "./NowCard.tsx"
import styles from "./StartScreen.module.css"
import { type Place, pathOf, usableAuthorities } from "./way.ts"

export function StartScreen({ place }: { place: Place }) {
  const texts = usePageTexts("wizard")
  const words = useTexts().frame.wizard
  const format = useFormat()
  const { data: certificates } = useSuspenseQuery(certificatesQuery())
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const authorities = usableAuthorities({ certificates: certificates.items, spe })
  const group = useId()
  const [chosen, setChosen] = useState<string>()
  const standard = place.way === "own" ? "own" : String(place.authority?.id ?? authorities[0]?.id ?? "make")
  // A CA that was chosen may have been removed meanwhile.
  const there = chosen === "make" || chosen === "own" || authorities.some(({ id }) => String(id) === chosen)
  const value = there && chosen !== undefined ? chosen : standard
  const choices = [
    ...authorities.map(({ id, name, facts }) => ({
      value: String(id),
      label: texts.start.existing(name),
      hint: texts.start.existingHint(format.gmtDay(facts.notAfter)),
    })),
    { value: "make", label: texts.start.make, hint: texts.start.makeHint },
    { value: "own", label: texts.start.own, hint: texts.start.ownHint },
  ]

  return (
    <WizardScreen
      title={texts.start.title}
      lead={texts.start.lead}
      cancel={paths.setup()}
      next={{ label: words.next, path: next() }}
    >
      <div className={styles.choices} role="radiogroup" aria-label={texts.start.title}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            htmlFor={`${group}-${choice.value}-radio`}
            className={styles.choice}
            data-chosen={choice.value === value || undefined}
          >
            <Radio
              id={`${group}-${choice.value}-radio`}
              name={group}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => setChosen(choice.value)}
              aria-labelledby={`${group}-${choice.value}`}
              aria-describedby={`${group}-${choice.value}-hint`}
            />
            <span>
              <span id={`${group}-${choice.value}`} className={styles.choiceName}>
                {choice.label}
              </span>
              <span id={`${group}-${choice.value}-hint`} className={styles.choiceHint}>
                {choice.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
      <NowCard withoutLinks={certificates.total === 0} />
      {spe.certificate ? (
        <Link className={styles.phones} to={pathOf({ ...NOTHING, way: "make", step: "support" })}>
          {texts.now.phones}
        </Link>
      ) : null}
    </WizardScreen>
  )

  function next(): string {
    if (value === "own") return pathOf({ ...NOTHING, way: "own", step: "file" })
    const authority = authorities.find(({ id }) => String(id) === value)
    if (!authority) return pathOf({ ...NOTHING, way: "make", step: "ca" })
    const same = authority.id === place.authority?.id
    return pathOf({ ...(same ? place : NOTHING), way: "make", step: "export", authority })
  }
}

const NOTHING = { authority: undefined, server: undefined, fresh: false }
