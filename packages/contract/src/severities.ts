/** How bad an event is: for the record, something was refused or may become a problem, something does not work. */
export const severities = ["info", "warning", "error"] as const
export type Severity = (typeof severities)[number]

export const atLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(least)
