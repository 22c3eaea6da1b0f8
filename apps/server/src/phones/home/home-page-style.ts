/** The look of the pages of one-time links: those colours of the console that are legible on either ground, from 360 px of width on. */
export const homePageStyle = `
:root {
  color-scheme: light dark;
  --canvas: #f3f6f8;
  --surface: #ffffff;
  --line: #dce3e9;
  --text: #17222b;
  --quiet: #4d5965;
  --live: #1b658a;
  --live-surface: #e1eff6;
  --warning: #7d4a00;
  --warning-surface: #fdf0d5;
  --button: #14506f;
  --button-text: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #10171c;
    --surface: #172027;
    --line: #2b3842;
    --text: #e4ebf0;
    --quiet: #b4c0ca;
    --live: #8fcbe8;
    --live-surface: #123547;
    --warning: #f0bd66;
    --warning-surface: #3b2c10;
    --button: #8fcbe8;
    --button-text: #0c2635;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 1rem 0.75rem 3rem;
  background: var(--canvas);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 44rem; margin: 0 auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
header { display: flex; gap: 0.75rem; align-items: flex-start; }
header svg { flex: none; margin-top: 0.2rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.125rem; margin: 0 0 0.75rem; }
h3 { font-size: 0.9375rem; margin: 1.25rem 0 0.25rem; color: var(--quiet); }
h2 + h3 { margin-top: 0; }
p { margin: 0 0 0.75rem; }
section > :last-child, .note:last-child { margin-bottom: 0; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem; }
a { color: var(--live); }
.languages { display: flex; gap: 1rem; }
.languages > * { padding: 0.25rem 0; }
.languages > span { font-weight: 600; }
.quiet { color: var(--quiet); margin: 0; }
.note { margin: 0; padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--live-surface); color: var(--live); }
.warning { background: var(--warning-surface); color: var(--warning); }
ol, ul { margin: 0 0 0.75rem; padding-left: 1.5rem; }
li + li { margin-top: 0.5rem; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; padding: 0.5rem 0; border-top: 1px solid var(--line); }
dl > div:first-child { border-top: 0; }
dt { color: var(--quiet); }
dd { margin: 0; display: flex; gap: 0.5rem 0.75rem; align-items: center; justify-content: space-between; }
.value { font-family: ui-monospace, monospace; font-size: 1rem; min-width: 0; white-space: pre-wrap; }
.address { display: block; margin-bottom: 0.75rem; }
.optional { display: block; font-size: 0.875rem; }
details { min-width: 0; }
summary { cursor: pointer; color: var(--live); text-decoration: underline; min-height: 1.5rem; }
details[open] .when-closed, details:not([open]) .when-open { display: none; }
button {
  font: inherit;
  color: var(--live);
  background: none;
  border: 1px solid currentColor;
  border-radius: 0.375rem;
  padding: 0.25rem 0.75rem;
  min-height: 2.25rem;
  flex: none;
  cursor: pointer;
}
button[hidden] { display: none; }
.main-button {
  width: 100%;
  font-weight: 600;
  min-height: 3rem;
  border: 0;
  background: var(--button);
  color: var(--button-text);
}
:focus-visible { outline: 3px solid var(--live); outline-offset: 2px; }
.qr { display: block; width: min(100%, 17rem); margin: 0 auto 0.75rem; border-radius: 0.5rem; }
.fingerprint { font-family: ui-monospace, monospace; font-size: 0.875rem; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 40rem) {
  body { padding-top: 2rem; }
  section { padding: 1.25rem 1.5rem; }
  dl > div { grid-template-columns: 13rem minmax(0, 1fr); align-items: center; }
  .main-button { width: auto; padding: 0 1.5rem; }
}
@media print {
  button, .note, .languages { display: none; }
  section { border: 0; padding: 0; break-inside: avoid; }
}
`

/** All that needs a script: to copy a value, and to take the page away when its time is over. The page is whole without it. */
export const homePageScript = `
const said = document.querySelector("[role=status]")
for (const button of document.querySelectorAll("button[data-copies]")) {
  const word = button.firstElementChild
  const before = word.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    const value = document.getElementById(button.dataset.copies)
    try {
      await navigator.clipboard.writeText(value.textContent)
    } catch {
      // Not allowed: marked, so that the reader can copy it.
      value.closest("details")?.setAttribute("open", "")
      getSelection().selectAllChildren(value)
      return
    }
    said.textContent = word.textContent = document.body.dataset.copied
    setTimeout(() => { word.textContent = before; said.textContent = "" }, 2000)
  })
}
const { minutes } = document.body.dataset
if (minutes) setTimeout(() => location.reload(), minutes * 60000)
`
