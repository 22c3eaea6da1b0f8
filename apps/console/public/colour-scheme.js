// Runs before the first paint: sets the attribute that Mantine sets later, from the same stored choice.
;(() => {
  let choice = "auto"
  try {
    choice = localStorage.getItem("mantine-color-scheme-value") || "auto"
  } catch {
    // Storage can be forbidden; then the system's scheme is used.
  }
  const dark = choice === "dark" || (choice === "auto" && matchMedia("(prefers-color-scheme: dark)").matches)
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light")
})()
