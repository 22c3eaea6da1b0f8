/** A list of networks, each with a note: rows that come and go, and what is wrong with which of them. */
import { isInNetworks } from "@homeport/contract"
import { ActionIcon, Button } from "@mantine/core"
import { useId } from "react"
import { TextBox } from "../../../../../form/Box.tsx"
import type { Field } from "../../../../../form/use-page-form.ts"
import { PlusIcon } from "../../../../../frame/icons.tsx"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./firewall.module.css"
import { isFilledIn, type NetworkRow } from "./firewall-values.ts"

interface NetworkRowsProps {
  /** What the list is for, as the boxes say it. */
  readonly name: string
  readonly field: Field<readonly NetworkRow[]>
  readonly most: number
  /** Id of what is said about the field. */
  readonly describedBy: string | undefined
  /** Networks that can be taken in with one click. */
  readonly proposals?: readonly string[]
}

export function NetworkRows({ name, field, most, describedBy, proposals = [] }: NetworkRowsProps) {
  const words = usePageTexts("firewall")
  const id = useId()
  const rows = field.value
  const change = (at: number, row: NetworkRow) => field.set(rows.map((before, index) => (index === at ? row : before)))
  // The server counts what was sent, which is what is filled in.
  const sent = rows.flatMap((row, at) => (isFilledIn(row) ? [at] : []))
  const part = /\d+/.exec(field.problem?.part ?? "")
  const wrong = part ? sent[Number(part[0])] : undefined
  const there = rows.map(({ network }) => network.trim())
  const offered = proposals.filter((network) => !there.includes(network) && !isInNetworks(network, there))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take its name from a legend, which a row does not have
    <div role="group" aria-label={words.networksOf(name)} aria-describedby={describedBy} className={styles.rows}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <div key={at} className={styles.row}>
          <TextBox
            control={{
              id: `${id}-${at}`,
              "aria-describedby": at === wrong ? describedBy : undefined,
              "aria-invalid": at === wrong ? true : undefined,
            }}
            aria-label={words.network(at + 1, name)}
            className={styles.network}
            placeholder="203.0.113.0/24"
            maxLength={60}
            value={row.network}
            onChange={(network) => change(at, { ...row, network })}
            onBlur={field.left}
          />
          <TextBox
            control={{ id: `${id}-${at}-note`, "aria-describedby": undefined, "aria-invalid": undefined }}
            aria-label={words.note(at + 1, name)}
            className={styles.note}
            placeholder={words.notePlaceholder}
            maxLength={100}
            value={row.note}
            onChange={(note) => change(at, { ...row, note })}
          />
          <ActionIcon
            size="lg"
            aria-label={words.remove(at + 1, name)}
            onClick={() => field.set(rows.filter((_, index) => index !== at))}
          >
            <TrashIcon />
          </ActionIcon>
        </div>
      ))}
      {rows.length < most ? (
        <div className={styles.adders}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<PlusIcon size={15} />}
            aria-label={words.addTo(name)}
            onClick={() => field.set([...rows, { network: "", note: "" }])}
          >
            {words.add}
          </Button>
          {offered.map((network) => (
            <Button
              key={network}
              size="compact-sm"
              variant="default"
              onClick={() => field.set([...rows.filter(isFilledIn), { network, note: "" }])}
            >
              {words.addThis(network)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

export const inWords = (rows: readonly NetworkRow[]): string => rows.map(({ network }) => network).join(", ")
