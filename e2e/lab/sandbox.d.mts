export const LAB_NAME_SERVER: string
export function sandboxOptions(): string[] | undefined
export function sandboxed(options: readonly string[], command: readonly string[]): [string, ...string[]]
