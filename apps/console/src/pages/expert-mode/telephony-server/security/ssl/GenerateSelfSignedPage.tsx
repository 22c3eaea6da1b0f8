/** Certificate Generation ▸ Generate Self-Signed Certificate. */
import { certificates } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useNavigate } from "react-router"
import { certificateProposalQuery } from "../../../../../api/queries.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { GenerationFields } from "./GenerationFields.tsx"
import { useGeneration } from "./use-generation.ts"

export const prefetch = () => [certificateProposalQuery("self-signed-server"), pageTextsQuery("security")]

export default function GenerateSelfSignedPage() {
  const texts = usePageTexts("security")
  const navigate = useNavigate()
  const { ask, dialog } = useConfirm()
  const form = useGeneration({
    profile: "self-signed-server",
    confirmNameless: () => ask(texts.generation.withoutName),
    onMade: ({ id, name }) => {
      notifications.show({ message: texts.generation.made(name), color: "green" })
      void navigate(paths.certificate(id))
    },
  })
  return (
    <>
      <ExpertPage
        title={texts.generation.title}
        form={form}
        changes={certificates.create}
        help={texts.sslHelp.generate}
        progress={texts.generation.making(Number(form.values.keyLength))}
      >
        <GenerationFields form={form} />
      </ExpertPage>
      {dialog}
    </>
  )
}
