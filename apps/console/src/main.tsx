/** Starts the console: the language first, since nothing can be said without it. */
import { MantineProvider } from "@mantine/core"
import { QueryClientProvider } from "@tanstack/react-query"
import { createRoot } from "react-dom/client"
import { createBrowserRouter } from "react-router"
import { RouterProvider } from "react-router/dom"
import "@mantine/core/styles.layer.css"
import "@mantine/notifications/styles.layer.css"
import "./theme/global.css"
import { createQueryClient } from "./api/query-client.ts"
import { Messages } from "./frame/Messages.tsx"
import { createRoutes } from "./routes.tsx"
import { chosenLanguage } from "./text/language.ts"
import { loadTexts, TextsProvider } from "./text/texts.tsx"
import { theme, variables } from "./theme/theme.ts"

const language = chosenLanguage(localStorage, navigator.languages)
const texts = await loadTexts(language)
const queryClient = createQueryClient()
const router = createBrowserRouter(createRoutes(queryClient))

const root = document.getElementById("root")
if (!root) throw new Error("index.html lacks the element with the id root")

createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
    <TextsProvider initial={{ language, texts }}>
      <QueryClientProvider client={queryClient}>
        <Messages />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </TextsProvider>
  </MantineProvider>,
)
