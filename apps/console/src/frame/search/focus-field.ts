/** Brings a field into sight and puts the cursor into it, as soon as its page is drawn. */

/** `name`: its label, as the page's help names it. Gives up quietly after a while: the page may be one that only shows. */
export function focusField(name: string): void {
  const until = performance.now() + PATIENCE
  const look = () => {
    const label = [...document.querySelectorAll<HTMLElement>("main label, main legend, main h2, main th")].find(
      ({ textContent }) => textContent?.trim().startsWith(name),
    )
    if (label) return show(label)
    if (performance.now() < until) setTimeout(look, 50)
  }
  setTimeout(look, 50)
}

function show(label: HTMLElement): void {
  label.scrollIntoView({ block: "center" })
  if (label instanceof HTMLLabelElement) label.control?.focus({ preventScroll: true })
}

/** Milliseconds. */
const PATIENCE = 3000
