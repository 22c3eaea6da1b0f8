/** A file that somebody chose, as a form holds it: read into memory by the browser, so that it can be looked at before it is sent. */
import type { Problem } from "./check.ts"

export type ChosenFile = Readonly<Record<"name" | "base64" | "problem", string>>

export const noFile: ChosenFile = { name: "", base64: "", problem: "" }

/** `longest` in octets: what is larger is not read at all. */
export async function readFile(file: File, longest: number): Promise<ChosenFile> {
  if (file.size > longest) return { name: file.name, base64: "", problem: "FileTooLarge" }
  if (file.size === 0) return { name: file.name, base64: "", problem: "FileEmpty" }
  try {
    return { name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())), problem: "" }
  } catch {
    // Taken away, or not ours to read.
    return { name: file.name, base64: "", problem: UNREADABLE }
  }
}

/** What is wrong with it before anything is sent. */
export function fileProblem({ problem }: ChosenFile): Problem | undefined {
  return problem === "" ? undefined : { code: problem }
}

/** As the contract wants it: left out when nothing was chosen. */
export const fileBody = ({ base64 }: ChosenFile): string | undefined => (base64 === "" ? undefined : base64)

export const UNREADABLE = "Unreadable"

export const octetsIn = (base64: string): number => Math.floor((base64.replace(/=+$/, "").length * 3) / 4)

function base64Of(bytes: Uint8Array): string {
  let binary = ""
  // As many at once as a call may have arguments: a backup has millions of them.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
