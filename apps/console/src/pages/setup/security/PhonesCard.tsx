/** What to enter on the phones, as it follows from the installed certificate, the ports and STUN. */
import { type Certificate, certificates, portManagement, stun } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { download } from "../../../api/download.ts"
import { speStatusQuery } from "../../../api/queries.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { Problem } from "../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../frame/page-icons.tsx"
import { paths } from "../../../paths.ts"
import { Card, Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useErrorText } from "../../../text/problem.ts"
import { useTexts } from "../../../text/texts.tsx"
import { issuersOf } from "../../expert-mode/telephony-server/security/ssl/certificate/issuers-of.ts"
import styles from "./PhonesCard.module.css"
import { Row, Rows } from "./Rows.tsx"
import { serverName } from "./server-name.ts"
import { useDownload } from "./use-download.ts"

export function PhonesCard({ certificate }: { certificate: Certificate }) {
  const texts = usePageTexts("wizard").phones
  const words = useTexts().tree
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const { data: ports } = useSuspenseQuery(settingsQuery(portManagement.read))
  const { data: stunSettings } = useSuspenseQuery(settingsQuery(stun.read))
  const { sipTlsSubExt, sipTlsSub } = ports.data
  return (
    <Card title={texts.title} lead={texts.lead}>
      <Rows>
        <Row name={texts.server} note={texts.serverNote}>
          {serverName(certificate.facts, spe.publicName)}
        </Row>
        <Row name={texts.port} note={texts.portInner(sipTlsSub)}>
          {sipTlsSubExt}
        </Row>
        <Row name={texts.transport} note={texts.transportNote}>
          {texts.transportValue}
        </Row>
        <Row name={texts.ca}>
          <FilesToLoad certificate={certificate} authorities={spe.authorities} />
        </Row>
        <Row name={texts.user} note={<Link to={paths.sipClients()}>{words.sipClients}</Link>}>
          {texts.userValue}
        </Row>
        <Row name={texts.stun}>{stunText(stunSettings.data) ?? texts.stunNone}</Row>
        <Row name={texts.srtp} note={texts.srtpNote}>
          {texts.srtpValue}
        </Row>
      </Rows>
      <div className={styles.foot}>
        {spe.namesPublicName === false && spe.publicName !== null ? (
          <Notice status="warning">{texts.nameMissing(spe.publicName)}</Notice>
        ) : null}
        <Notice status="live">{texts.t19p}</Notice>
      </div>
    </Card>
  )
}

/** The same as for phones over UDP. */
function stunText(settings: StunServers): string | undefined {
  const server = settings.phonesServer ?? settings.server
  return server === null ? undefined : `${server}:${settings.phonesServer ? settings.phonesPort : settings.port}`
}

interface StunServers {
  readonly server: string | null
  readonly port: number
  readonly phonesServer: string | null
  readonly phonesPort: number
}

interface FilesToLoadProps {
  readonly certificate: Certificate
  readonly authorities: readonly Certificate[]
}

/** The CAs that the certificate comes from; one that signs itself is all that a phone needs. */
function FilesToLoad({ certificate, authorities }: FilesToLoadProps) {
  const texts = usePageTexts("wizard")
  const errorText = useErrorText()
  const { busy, file, error, start } = useDownload()
  const chain = issuersOf(certificate, authorities)
  return (
    <span className={styles.files}>
      {(chain.length > 0 ? chain : [certificate]).map(({ id, name }) => (
        <Button
          key={id}
          size="compact-sm"
          variant="light"
          leftSection={<DownloadIcon size={15} />}
          disabled={busy}
          onClick={() => start(() => download(certificates.x509, { params: { id }, query: { format: "pem" } }))}
        >
          {name}
        </Button>
      ))}
      {chain.length === 0 ? <span className={styles.note}>{texts.phones.noCa}</span> : null}
      <span className={styles.note} role="status">
        {file === undefined ? null : texts.downloaded(file)}
      </span>
      {error === undefined ? null : <Problem text={errorText(error)} />}
    </span>
  )
}
