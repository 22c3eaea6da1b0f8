/** The set-ups that the guide supports (§2.1) and those that it does not (§2.1, §2.5), which one this is, and what was checked of it. */
import type { ReadinessItem } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { readinessQuery } from "../../../../api/queries.ts"
import { Findings } from "../../../../readiness/Findings.tsx"
import { Card } from "../../../../table/Card.tsx"
import { StatusBadge } from "../../../../table/StatusBadge.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import type { PageTexts } from "../../../../text/texts.tsx"
import { SetUpPicture } from "./SetUpPicture.tsx"
import styles from "./SetUps.module.css"

type Words = PageTexts["interfaces"]["setUps"]
type Kind = keyof Words["kinds"]

/** From left to right: what stands there, and at which of our interfaces the line to the next one ends. */
const setUps: Readonly<
  Record<
    Kind,
    { readonly supported: boolean; readonly chain: readonly (keyof Words["nodes"] | "LAN 1" | "LAN 2" | "")[] }
  >
> = {
  lan2: { supported: true, chain: ["internet", "", "router", "LAN 2", "homeport"] },
  lan1: { supported: true, chain: ["internet", "", "router", "LAN 1", "homeport", "LAN 2", "office"] },
  accessRouter: { supported: false, chain: ["internet", "", "modem", "LAN 1", "homeport", "LAN 2", "office"] },
  split: { supported: false, chain: ["provider", "LAN 1", "homeport", "LAN 2", "router", "", "internet"] },
}

export function SetUps() {
  const words = usePageTexts("interfaces").setUps
  const { data } = useSuspenseQuery(readinessQuery())
  const checked = data.items.filter(({ check }) => check === "one-interface" || check === "lan1" || check === "tls")
  const present = presentOf(data.items)
  return (
    <Card title={words.title} lead={words.lead} flush>
      <ul className={styles.setUps}>
        {kinds.map((kind) => {
          const { supported, chain } = setUps[kind]
          const { title, text } = words.kinds[kind]
          const names = chain.map((part) => (part in words.nodes ? words.nodes[part as keyof Words["nodes"]] : part))
          return (
            <li key={kind} data-present={kind === present || undefined}>
              <SetUpPicture chain={names} own={words.nodes.homeport} crossed={!supported} label={title} />
              <h3>{title}</h3>
              <p className={styles.badges}>
                <StatusBadge status={supported ? "ok" : "failed"}>
                  {supported ? words.supported : words.unsupported}
                </StatusBadge>
                {kind === present ? <StatusBadge status="live">{words.present}</StatusBadge> : null}
              </p>
              <p>{text}</p>
            </li>
          )
        })}
      </ul>
      <Findings items={checked} />
    </Card>
  )
}

const kinds: readonly Kind[] = ["lan2", "lan1", "accessRouter", "split"]

/** Homeport opens all its ports at one interface: "split" it cannot be. */
function presentOf(items: readonly ReadinessItem[]): Kind {
  const lan1 = items.find(({ check }) => check === "lan1")
  if (lan1?.reason === "access-router") return "accessRouter"
  return lan1?.state === "not-applicable" ? "lan2" : "lan1"
}
