/** Certificate Generation ▸ Generate CA Certificate. */
import { certificates } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useNavigate } from "react-router"
import { certificateProposalQuery } from "../../../../../api/queries.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { GenerationFields } from "./GenerationFields.tsx"
import { useGeneration } from "./use-generation.ts"

export const prefetch = () => [certificateProposalQuery("authority"), pageTextsQuery("security")]

export default function GenerateAuthorityPage() {
  const texts = usePageTexts("security")
  const navigate = useNavigate()
  const form = useGeneration({
    profile: "authority",
    onMade: ({ id, name }) => {
      notifications.show({ message: texts.generation.made(name), color: "green" })
      void navigate(paths.authority(id))
    },
  })
  return (
    <ExpertPage
      title={texts.generation.title}
      form={form}
      changes={certificates.create}
      help={texts.sslHelp.generate}
      progress={texts.generation.making(Number(form.values.keyLength))}
    >
      <GenerationFields form={form} />
    </ExpertPage>
  )
}
