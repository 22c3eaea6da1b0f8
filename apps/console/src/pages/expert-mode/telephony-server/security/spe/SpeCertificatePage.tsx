/** SPE ▸ SPE Certificate: whether TLS is open, or what keeps it closed, and the one certificate that serves all SIP interfaces. */
import { type Certificate, type SpeStatus, spe } from "@homeport/contract"
import { Button, Group } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { listenersQuery, speStatusQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { CertificateIcon } from "../../../../../frame/page-icons.tsx"
import { dataPath, paths } from "../../../../../paths.ts"
import { Card, Facts, Notice } from "../../../../../table/Card.tsx"
import { CertificateSummary } from "../../../../../table/CertificateFacts.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { TlsState } from "../../../../../table/TlsState.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "../ssl/certificate/Actions.module.css"

export const prefetch = () => [speStatusQuery(), listenersQuery(), pageTextsQuery("security")]

export default function SpeCertificatePage() {
  const words = usePageTexts("security").spe
  const { data: status } = useSuspenseQuery(speStatusQuery())
  return (
    <ExpertView title={words.title} help={words.help}>
      <Status status={status} />
      {status.certificate ? <Installed certificate={status.certificate} /> : <None />}
    </ExpertView>
  )
}

function Status({ status }: { status: SpeStatus }) {
  const { form, tree } = useTexts()
  const words = usePageTexts("security").spe
  const { support, publicName, namesPublicName, stationsOverTls } = status
  const named = namesPublicName === null ? undefined : namesPublicName ? words.named : words.notNamed
  return (
    <Card title={words.statusTitle}>
      <div className={styles.stack}>
        <TlsState />
        <Facts
          facts={[
            {
              name: words.support,
              value: (
                <>
                  {support ? form.on : form.off} · <Link to={paths.systemFlags()}>{tree.systemFlags}</Link>
                </>
              ),
            },
            {
              name: words.publicName,
              value:
                publicName === null ? (
                  <>
                    {words.noPublicName} · <Link to={paths.dynDns()}>{tree.dynDns}</Link>
                  </>
                ) : (
                  [publicName, named].filter(Boolean).join(", ")
                ),
            },
            { name: words.overTls, value: stationsOverTls },
          ]}
        />
        {namesPublicName === false && publicName !== null ? (
          <Notice status="warning">
            {words.notNamedText(publicName)}{" "}
            <Link to={paths.certificateGeneration()}>{tree.certificateGeneration}</Link>
          </Notice>
        ) : null}
      </div>
    </Card>
  )
}

function Installed({ certificate }: { certificate: Certificate }) {
  const texts = usePageTexts("security")
  const words = texts.spe
  const mayRemove = useAllowed(spe.remove)
  return (
    <Card title={words.installedTitle} aside={<DaysLeft of={certificate} />}>
      <div className={styles.stack}>
        <CertificateSummary
          facts={certificate.facts}
          more={[{ name: texts.certificate.request.name, value: certificate.name }]}
        />
        <div className={styles.actions}>
          <Button component={Link} to={paths.installedSpeCertificate()} variant="default">
            {words.view}
          </Button>
          {mayRemove ? (
            <>
              <Button component={Link} to={paths.importSpeCertificate()} variant="default">
                {words.import}
              </Button>
              <Button
                component={Link}
                to={dataPath("speCertificate", 1, "removeCertificate")}
                variant="subtle"
                color="red"
              >
                {words.remove}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </Card>
  )
}

function None() {
  const words = usePageTexts("security").spe
  const allowed = useAllowed(spe.install)
  return (
    <Card title={words.installedTitle} flush>
      <EmptyState
        icon={<CertificateIcon size={24} />}
        title={words.none}
        text={words.noneText}
        action={
          allowed ? (
            <Group gap="xs" justify="center">
              <Button component={Link} to={paths.importSpeCertificate()}>
                {words.import}
              </Button>
              <Button component={Link} to={paths.certificatesForTls()} variant="default">
                {words.wizard}
              </Button>
            </Group>
          ) : undefined
        }
      />
    </Card>
  )
}
