export const search = {
  placeholder: "A page, a station or a field",
  hint: "Search pages, stations by index, call number or name, and fields. Arrow keys choose, Enter opens, Escape closes.",
  groups: { page: "Pages", station: "Stations", field: "Fields" },
  nothing: (query: string) => `Nothing is called “${query}”.`,
  count: (count: number) => (count === 1 ? "1 result" : `${count} results`),
}
