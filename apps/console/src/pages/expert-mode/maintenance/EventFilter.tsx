/** What the log is filtered by. Each choice stands in the address of the page. */
import { eventAreas, severities } from "@homeport/contract"
import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./EventsPage.module.css"
import { spanIn, spans } from "./event-search.ts"

interface EventFilterProps {
  readonly search: URLSearchParams
  change(name: string, value: string): void
}

export function EventFilter({ search, change }: EventFilterProps) {
  const texts = usePageTexts("events")
  const { label } = usePageTexts("eventSentences")
  const span = spanIn(search) ?? ""
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and nothing is sent here
    <div role="search" className={styles.filter} aria-label={texts.title}>
      <SegmentedControl
        size="xs"
        aria-label={texts.severity}
        value={search.get("severity") ?? "all"}
        onChange={(value) => change("severity", value === "all" ? "" : value)}
        data={[
          { value: "all", label: texts.all },
          ...severities.toReversed().map((value) => ({ value, label: label[`severity.${value}`] })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={texts.area}
        value={search.get("area") ?? ""}
        onChange={(event) => change("area", event.currentTarget.value)}
        data={[
          { value: "", label: texts.allAreas },
          ...eventAreas.map((area) => ({ value: area, label: label[`area.${area}`] })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={texts.span}
        value={span}
        onChange={(event) => change("span", event.currentTarget.value)}
        data={[{ value: "", label: texts.spans.all }, ...spans.map((value) => ({ value, label: texts.spans[value] }))]}
      />
      {span === "between" ? (
        <>
          <DayBox label={texts.from} value={search.get("from") ?? ""} onChange={(value) => change("from", value)} />
          <DayBox label={texts.to} value={search.get("to") ?? ""} onChange={(value) => change("to", value)} />
        </>
      ) : null}
      <FilterBox
        width="8.5rem"
        label={texts.station}
        value={search.get("station") ?? ""}
        onChange={(value) => change("station", value.trim())}
      />
      <FilterBox label={texts.search} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
    </div>
  )
}

function DayBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
