/** Program → the Debian package that has it. */
export const PACKAGES: Readonly<Record<string, string>>
export function hasProgram(name: string): boolean
