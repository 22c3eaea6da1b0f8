/** What axe has to say of a page. */
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/** In the light scheme everything; in the dark one the page is the same but for its colours. */
export async function expectNoViolations(page: Page, where: string) {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  const everything = await axe(page).analyze()
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  const colours = await axe(page).withRules(["color-contrast"]).analyze()
  const found = Object.entries({ light: everything, dark: colours }).flatMap(([scheme, { violations }]) =>
    violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  )
  expect(found, where).toEqual([])
}

/** Without frames nothing has to be put together in a page of its own, which takes longer than the looking. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()
