/** Search over pages, stations and fields: a combobox over its list (WAI-ARIA), whose answers are links of the console. */
import { Modal } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { type KeyboardEvent, useId, useMemo, useState } from "react"
import { useNavigate } from "react-router"
import { sipClientsQuery } from "../../api/queries.ts"
import { useRole } from "../../api/use-login.ts"
import { paths } from "../../paths.ts"
import { usePageTexts } from "../../text/page-texts.ts"
import { useLanguage } from "../../text/texts.tsx"
import { SearchIcon } from "../icons.tsx"
import { focusField } from "./focus-field.ts"
import styles from "./SearchDialog.module.css"
import { fieldEntries, found, pageEntries } from "./search-index.ts"

interface Result {
  readonly kind: "page" | "station" | "field"
  readonly label: string
  readonly where: string
  readonly path: string
}

const MOST = 8

export default function SearchDialog({ onClose }: { onClose(): void }) {
  const words = usePageTexts("search")
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const [query, setQuery] = useState("")
  const [chosen, setChosen] = useState(0)
  const results = useResults(query.trim())
  const list = useId()
  const at = Math.min(chosen, results.length - 1)
  const optionId = (index: number) => `${list}-${index}`

  const open = ({ path, kind, label }: Result) => {
    onClose()
    void navigate(path)
    if (kind === "field") focusField(label)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const result = results[at]
    if (step !== undefined && results.length > 0) setChosen((at + step + results.length) % results.length)
    else if (event.key === "Enter" && result) open(result)
    else return
    event.preventDefault()
  }
  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="10vh">
      <Modal.Overlay backgroundOpacity={0.45} blur={2} />
      <Modal.Content radius="md" aria-label={texts.frame.search}>
        <Modal.Body className={styles.body ?? ""}>
          <div className={styles.input}>
            <SearchIcon />
            <input
              // The dialog is opened to type into it.
              data-autofocus
              type="text"
              role="combobox"
              aria-expanded={results.length > 0}
              aria-controls={list}
              aria-activedescendant={results.length > 0 ? optionId(at) : undefined}
              aria-autocomplete="list"
              aria-label={texts.frame.search}
              placeholder={words.placeholder}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.currentTarget.value)
                setChosen(0)
              }}
              onKeyDown={onKey}
            />
          </div>
          <p className="visually-hidden" role="status">
            {query === "" ? "" : words.count(results.length)}
          </p>
          <div id={list} role="listbox" tabIndex={-1} aria-label={texts.frame.search} className={styles.list}>
            {results.map((result, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the combobox
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={`${result.kind} ${result.path} ${result.label}`}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                className={styles.option}
                onClick={() => open(result)}
                onMouseMove={() => setChosen(index)}
              >
                <span className={styles.label}>{result.label}</span>
                <span className={styles.where}>{result.where}</span>
                <span className={styles.kind}>{words.groups[result.kind]}</span>
              </div>
            ))}
          </div>
          {results.length === 0 ? (
            <p className={styles.hint}>{query === "" ? words.hint : words.nothing(query)}</p>
          ) : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** A few of each kind: what is called so first. */
function useResults(query: string): readonly Result[] {
  const { texts, language } = useLanguage()
  const role = useRole()
  const pages = useMemo(() => pageEntries(texts, role), [texts, role])
  const { data: fields } = useSuspenseQuery(
    queryOptions({
      queryKey: ["search", "fields", language],
      queryFn: () => fieldEntries(language, texts),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const [asked] = useDebouncedValue(query, 120)
  const stations = useQuery({
    ...sipClientsQuery({ q: asked, limit: MOST }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  })
  if (query === "") return []
  const known = asked === "" ? [] : (stations.data?.items ?? [])
  return [
    ...found(pages, query, MOST),
    ...known.map(({ index, callNumber, name }) => ({
      kind: "station" as const,
      label: `${callNumber} ${name}`,
      where: `${texts.tree.sipClients} ▸ ${index}`,
      path: paths.sipClient(index),
    })),
    // A field of a page that the role may not open would lead nowhere.
    ...found(
      fields.filter(({ path }) => pages.some((page) => page.path === path)),
      query,
      MOST,
    ),
  ]
}
