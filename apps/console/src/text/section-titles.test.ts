import { de, dePages } from "@homeport/contract/console/de"
import { en, enPages } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { sectionTitles } from "./section-titles.ts"

test("a page of settings is called the same in the tree, in a sentence of the log and in the Admin Log", async () => {
  for (const [texts, pages] of [
    [en, enPages],
    [de, dePages],
  ] as const) {
    const titles = sectionTitles(texts)
    expect((await pages.eventSentences()).section).toEqual(titles)
    expect((await pages.adminLog()).sections).toEqual(titles)
  }
})
