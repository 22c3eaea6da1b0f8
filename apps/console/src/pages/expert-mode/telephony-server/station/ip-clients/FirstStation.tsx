/** A list of stations that is empty, with the way to the first one. */
import { sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { Link } from "react-router"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { PhoneIcon, PlusIcon } from "../../../../../frame/icons.tsx"
import { paths } from "../../../../../paths.ts"
import { useTexts } from "../../../../../text/texts.tsx"

export function FirstStation() {
  const words = useTexts().sipClients
  const allowed = useAllowed(sipClients.create)
  return (
    <EmptyState
      icon={<PhoneIcon size={24} />}
      title={words.empty}
      text={words.emptyText}
      action={
        allowed ? (
          <Button component={Link} to={paths.addSipClient()} leftSection={<PlusIcon size={16} />}>
            {words.add}
          </Button>
        ) : undefined
      }
    />
  )
}
