/**
 * Setup ▸ Security ▸ Certificates for TLS: the five steps of the guide's appendix (9.1), one screen each. The wizard holds what is
 * typed and a file that was chosen; everything else is read from the system, so whoever leaves and returns goes on where they were.
 */
import { certificates, portManagement, stun } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { useSearchParams } from "react-router"
import { certificatesQuery, listenersQuery, speStatusQuery } from "../../../api/queries.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { Wizard } from "../../../frame/Wizard.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { AuthorityScreen } from "./AuthorityScreen.tsx"
import { ExportScreen } from "./ExportScreen.tsx"
import { FileScreen } from "./FileScreen.tsx"
import { InstallScreen } from "./InstallScreen.tsx"
import { type CheckedFile, fileKey, type Installation } from "./installation.ts"
import { OnlyShown } from "./OnlyShown.tsx"
import { ServerScreen } from "./ServerScreen.tsx"
import { StartScreen } from "./StartScreen.tsx"
import { SupportScreen } from "./SupportScreen.tsx"
import { useTypedCounts } from "./use-typed.ts"
import { type Place, placeIn, stepStates } from "./way.ts"

export const prefetch = () => [
  pageTextsQuery("wizard"),
  pageTextsQuery("security"),
  certificatesQuery(),
  speStatusQuery(),
  listenersQuery(),
  settingsQuery(portManagement.read),
  settingsQuery(stun.read),
]

export default function CertificatesForTlsPage() {
  const allowed = useAllowed(certificates.create)
  return allowed ? <CertificatesForTls /> : <OnlyShown />
}

function CertificatesForTls() {
  const { tree } = useTexts()
  const texts = usePageTexts("wizard")
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const [search] = useSearchParams()
  const [file, setFile] = useState<CheckedFile>()
  const { typed, typedIn } = useTypedCounts()
  const known = { certificates: all.items, spe, fileChecked: file !== undefined }
  const place = placeIn(search, known)
  const screens = screensOf(place)
  return (
    <Wizard
      title={tree.certificatesForTls}
      help={texts.help}
      steps={stepStates(place, known).map(({ step, done, path }) => ({
        key: step,
        label: step === "start" ? "" : texts.steps[step],
        done,
        path,
      }))}
      current={place.step}
      screens={screens}
      open={keysOf(place)[place.step]}
      changes={screens.reduce((sum, { key }) => sum + (typed[key] ?? 0), 0)}
    />
  )

  /** Every screen that can be drawn now: those that were open keep what was typed, also while another one is. */
  function screensOf(at: Place): { readonly key: string; readonly screen: ReactNode }[] {
    const { authority, server } = at
    const make: Place = { ...at, way: "make" }
    const keys = keysOf(at)
    return [
      { key: "start", screen: <StartScreen place={at} /> },
      {
        key: "ca new",
        screen: <AuthorityScreen place={{ ...make, authority: undefined }} onTyped={typedIn("ca new")} />,
      },
      ...(authority
        ? [
            { key: keys.ca, screen: <AuthorityScreen place={make} onTyped={typedIn(keys.ca)} /> },
            { key: keys.export, screen: <ExportScreen place={make} authority={authority} /> },
            {
              key: keys.server,
              screen: (
                <ServerScreen
                  place={{ ...make, step: "server" }}
                  authority={authority}
                  onTyped={typedIn(keys.server)}
                />
              ),
            },
          ]
        : []),
      {
        key: "file",
        screen: <FileScreen place={at} onChecked={setFile} onTyped={typedIn("file")} />,
      },
      ...installScreens(at, server),
      { key: "support", screen: <SupportScreen place={at} /> },
    ]
  }

  function installScreens(at: Place, server: Place["server"]) {
    // Once it is installed, leaving loses no file.
    const onInstalled = () => typedIn("file")(0)
    const screen = (previewKey: string, installation: Installation) => [
      {
        key: keysOf(at).install,
        screen: (
          <InstallScreen place={at} previewKey={previewKey} installation={installation} onInstalled={onInstalled} />
        ),
      },
    ]
    if (at.way === "own") return file ? screen(fileKey(file), file.installation) : []
    return server ? screen(`certificate ${server.id}`, { certificateId: server.id }) : []
  }

  /** What a screen is about is in its key: about another one it begins anew. */
  function keysOf({ way, authority, server }: Place) {
    const ca = authority ? String(authority.id) : "new"
    return {
      start: "start",
      ca: `ca ${ca}`,
      export: `export ${ca}`,
      server: `server ${ca} ${server?.id ?? "new"}`,
      file: "file",
      install: way === "own" && file ? `install ${fileKey(file)}` : `install ${server?.id}`,
      support: "support",
    }
  }
}
