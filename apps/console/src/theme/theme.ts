/**
 * Mantine's theme with the contrast it lacks by default: axe finds nothing in either scheme. `primaryShade` 8 and the own
 * variables below carry that; a new colour goes through here, never into a component.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type MantineThemeColors } from "@mantine/core"

const harbour: MantineColorsTuple = [
  "#eef6fa",
  "#d9eaf2",
  "#b3d5e5",
  "#8ac0d8",
  "#66abcb",
  "#4a9abf",
  "#378bb2",
  "#29789d",
  "#1b658a",
  "#0f4c6b",
]

const grey: MantineColorsTuple = [
  "#f6f8fa",
  "#edf1f4",
  "#e1e7ec",
  "#d0d9e0",
  "#b7c2cc",
  "#8f9ca8",
  "#687582",
  "#4a5661",
  "#323d47",
  "#1c252d",
]

const dark: MantineColorsTuple = [
  "#dfe6ec",
  "#bfc9d2",
  "#a3afba",
  "#8492a0",
  "#46535f",
  "#35414c",
  "#26313a",
  "#172027",
  "#11181e",
  "#0b1115",
]

export const theme = createTheme({
  primaryColor: "harbour",
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.18,
  colors: { harbour, gray: grey, dark },
  fontFamily: "Inter, ui-sans-serif, system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: { fontFamily: "Inter, ui-sans-serif, system-ui, sans-serif", fontWeight: "650" },
  fontSizes: { xs: "0.78125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  defaultRadius: "sm",
  radius: { xs: "3px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
  },
})

export const variables: CSSVariablesResolver = (resolved) => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": resolved.colors.gray[9],
    "--mantine-color-dimmed": "#56626e",
    "--mantine-color-placeholder": "#626e7a",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-anchor": resolved.colors.harbour?.[8] ?? "",
    "--mantine-color-default-border": "#bcc7d0",
    ...lightVariants(resolved.colors, 9),
  },
  dark: {
    "--mantine-color-body": resolved.colors.dark[7],
    "--mantine-color-text": resolved.colors.dark[0],
    "--mantine-color-dimmed": resolved.colors.dark[2],
    "--mantine-color-placeholder": "#93a0ac",
    "--mantine-color-error": "#ff9d94",
    "--mantine-color-anchor": resolved.colors.harbour?.[3] ?? "",
    "--mantine-color-default-border": "#4b5965",
    ...lightVariants(resolved.colors, 2),
  },
})

/** Text of the variants "light", "subtle" and "outline", which are too pale with Mantine's own shades. */
function lightVariants(colors: MantineThemeColors, shade: 2 | 9): Record<string, string> {
  const entries = Object.entries(colors).flatMap(([name, shades]) => [
    [`--mantine-color-${name}-light-color`, shades[shade]],
    [`--mantine-color-${name}-outline`, shades[shade]],
  ])
  return Object.fromEntries(entries)
}
