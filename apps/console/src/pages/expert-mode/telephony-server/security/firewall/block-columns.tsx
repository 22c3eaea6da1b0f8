/** What is shown of a block, and the button that lifts it. */
import { type Block, blocks } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import shared from "../../../../../devices/devices.module.css"
import type { Column } from "../../../../../table/DataTable.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { Countdown, Moment } from "../../../../../table/Ticking.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import styles from "./firewall.module.css"

export function useBlockColumns(): readonly Column<Block>[] {
  const words = usePageTexts("firewall")
  const format = useFormat()
  const mayLift = useAllowed(blocks.remove)
  const columns: readonly Column<Block>[] = [
    {
      key: "network",
      title: words.who,
      sort: "network",
      cell: ({ network, note }) => (
        <span className={shared.two}>
          <span className={`numeric ${styles.address}`}>{network}</span>
          {note === "" ? null : <span className={shared.second}>{note}</span>}
        </span>
      ),
    },
    {
      key: "why",
      title: words.why,
      cell: (block) => (
        <span className={shared.two}>
          <StatusBadge status={block.kind === "blocked" ? "failed" : "warning"}>{words.kinds[block.kind]}</StatusBadge>
          <span className={shared.second}>{reasonOf(block, format.number(block.failures), words)}</span>
        </span>
      ),
    },
    {
      key: "left",
      title: words.left,
      sort: "until",
      cell: ({ until }) => (until === null ? words.forEver : <Countdown until={until} />),
    },
    {
      key: "since",
      title: words.since,
      sort: "since",
      priority: 2,
      cell: ({ since }) => (since === null ? "–" : <Moment at={since} />),
    },
    {
      key: "dropped",
      title: words.dropped,
      sort: "dropped",
      priority: 2,
      align: "end",
      cell: ({ dropped }) => <span className="numeric">{format.number(dropped)}</span>,
    },
  ]
  if (!mayLift) return columns
  return [...columns, { key: "do", title: words.actions, wide: true, cell: (block) => <Unblock block={block} /> }]
}

function reasonOf({ by, cause }: Block, failures: string, words: ReturnType<typeof usePageTexts<"firewall">>): string {
  if (by === "hand") return words.reasons.hand
  return words.reasons[by === "sign-in" ? by : (cause ?? "wrong-password")](failures)
}

function Unblock({ block: { network } }: { block: Block }) {
  const words = usePageTexts("firewall")
  const errorText = useErrorText()
  const client = useQueryClient()
  const lift = useMutation({
    mutationFn: () => request(blocks.remove, { params: { network } }),
    onSuccess: () => notifications.show({ message: words.unblocked(network), color: "green" }),
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
    onSettled: () => client.invalidateQueries({ queryKey: [blocks.list.path] }),
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={words.unblockOne(network)}
      loading={lift.isPending}
      onClick={() => lift.mutate()}
    >
      {words.unblock}
    </Button>
  )
}
