/** What proves that the office router forwards a line: when, from where and how; else what would prove it. Never "passed" without. */
import type { ForwardingLine } from "@homeport/contract"
import { ActionIcon, CopyButton } from "@mantine/core"
import { CheckIcon, CopyIcon } from "../frame/icons.tsx"
import { usePageTexts } from "../text/page-texts.ts"
import { type PageTexts, useTexts } from "../text/texts.tsx"
import styles from "./ForwardingProof.module.css"
import { StatusBadge } from "./StatusBadge.tsx"
import { Moment } from "./Ticking.tsx"

/** `line`: as stored; undefined while it is only typed. */
export function ForwardingProof({ line }: { line: ForwardingLine | undefined }) {
  const texts = usePageTexts("forwarding")
  if (line === undefined) return <span className={styles.hint}>{texts.afterApply}</span>
  const { proven, url } = line
  return (
    <div className={styles.proof}>
      {proven ? (
        <>
          <StatusBadge status="ok">{texts.proven}</StatusBadge>
          <span>
            <Moment at={proven.at} /> <span className="numeric">{texts.from(proven.from)}</span>
          </span>
          <span className={styles.hint}>{texts.how[proven.how]}</span>
        </>
      ) : (
        <>
          <StatusBadge status={line.open ? "warning" : "quiet"}>{texts.notProven}</StatusBadge>
          <span className={styles.hint}>{hintOf(line, texts)}</span>
        </>
      )}
      {line.open && url !== null ? (
        <>
          {proven ? <span className={styles.hint}>{texts.openAgain}</span> : null}
          <Url url={url} />
          <OnOpening line={line} />
        </>
      ) : null}
    </div>
  )
}

/** What whoever opens it is not to be put off by. */
function OnOpening({ line: { name, transport } }: { line: ForwardingLine }) {
  const texts = usePageTexts("forwarding")
  if (name === "PHONES_EXT") return <span className={styles.hint}>{texts.phonesAnswer}</span>
  return transport === "TLS" ? <span className={styles.hint}>{texts.certificateWarning}</span> : null
}

function hintOf({ open, transport, name, url }: ForwardingLine, texts: PageTexts["forwarding"]): string {
  if (open === null) return texts.rtp
  if (!open) return texts.notOpen
  if (transport === "UDP") return texts.udp
  if (url === null) return texts.noAddress
  return name === "PHONES_EXT" ? texts.phonesOpen : texts.open
}

/** To be typed or sent to another device: a link would open it here, in the office, where it proves nothing. */
function Url({ url }: { url: string }) {
  const { copy: label, copied: done } = useTexts().form
  return (
    <span className={styles.url}>
      <code>{url}</code>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${copied ? done : label}: ${url}`}
            title={copied ? done : label}
            onClick={copy}
          >
            {copied ? <CheckIcon size={15} /> : <CopyIcon size={15} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  )
}
