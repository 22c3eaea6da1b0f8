/** What was done, in words at the edge for a few seconds; the button that closes them has a name for who cannot see its cross. */
import { MantineThemeProvider } from "@mantine/core"
import { Notifications } from "@mantine/notifications"
import { useTexts } from "../text/texts.tsx"

export function Messages() {
  const { closeMessage } = useTexts().frame
  const Notification = { defaultProps: { closeButtonProps: { "aria-label": closeMessage } } }
  return (
    <MantineThemeProvider theme={{ components: { Notification } }}>
      <Notifications position="bottom-right" autoClose={6000} />
    </MantineThemeProvider>
  )
}
