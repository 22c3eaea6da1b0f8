/** For whoever may not change anything here: how it is, and what to enter on the phones. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { speStatusQuery } from "../../../api/queries.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { NowCard } from "./NowCard.tsx"
import { PhonesCard } from "./PhonesCard.tsx"

export function OnlyShown() {
  const { tree, frame } = useTexts()
  const texts = usePageTexts("wizard")
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  return (
    <ExpertView title={tree.certificatesForTls} help={texts.help}>
      <Notice status="live">{frame.readOnly(frame.roles.expert)}</Notice>
      <NowCard />
      {spe.certificate ? <PhonesCard certificate={spe.certificate} /> : null}
    </ExpertView>
  )
}
