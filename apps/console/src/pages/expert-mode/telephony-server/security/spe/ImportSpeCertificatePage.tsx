/**
 * SPE Certificate ▸ Import Certificate, in two steps on one page: choose, then look at what would be installed before it is.
 *
 *   one of this system ─┐
 *                       ├─▶ preview ─▶ install
 *   a file ─────────────┘      ▲ └─▶ the CA is missing: its file, and preview again
 */
import { type BodyOf, certificates, type InstallationPreview, spe } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useNavigate, useSearchParams } from "react-router"
import { request } from "../../../../../api/client.ts"
import { certificatesQuery, speStatusQuery } from "../../../../../api/queries.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { LeaveGuard } from "../../../../../frame/LeaveGuard.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { numberIn } from "../ssl/certificate/StoredCertificate.tsx"
import { ChooseSpeCertificate } from "./ChooseSpeCertificate.tsx"
import { SpePreview } from "./SpePreview.tsx"

export const prefetch = () => [certificatesQuery(), speStatusQuery(), pageTextsQuery("security")]

/** What was chosen, as both steps send it. */
export type Chosen = BodyOf<typeof spe.preview>

interface Previewed {
  readonly chosen: Chosen
  readonly preview: InstallationPreview
}

export default function ImportSpeCertificatePage() {
  const words = usePageTexts("security").spe
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [previewed, setPreviewed] = useState<Previewed>()
  const [installed, setInstalled] = useState<string>()
  const top = useRef<HTMLDivElement>(null)

  const look = async (chosen: Chosen) => {
    const { data } = await request(spe.preview, { body: chosen })
    setPreviewed({ chosen, preview: data })
  }

  useEffect(() => {
    // The second step begins where the first one stood.
    if (!previewed) return
    top.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [previewed])

  useEffect(() => {
    // After nothing is left to lose, so that it does not ask before leaving.
    if (installed === undefined) return
    notifications.show({ message: words.installed(installed), color: "green" })
    void client.invalidateQueries({ queryKey: [certificates.list.path] })
    void navigate(paths.speCertificate())
  }, [installed, client, navigate, words])

  return (
    <ExpertView title={words.title} help={words.help}>
      {previewed ? (
        <div ref={top} tabIndex={-1} style={{ outline: "none" }}>
          <SpePreview
            {...previewed}
            onPreview={look}
            onBack={() => setPreviewed(undefined)}
            onInstalled={(status) => {
              client.setQueryData(speStatusQuery().queryKey, status)
              setPreviewed(undefined)
              setInstalled(status.certificate?.name ?? "")
            }}
          />
        </div>
      ) : (
        <ChooseSpeCertificate wanted={numberIn(search.get("certificate"))} onPreview={look} />
      )}
      <LeaveGuard changes={previewed ? 1 : 0} />
    </ExpertView>
  )
}
