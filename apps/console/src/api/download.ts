/** An answer that is a file: fetched like every other one, so that a refusal is an error in words, then saved under the server's name. */
import type { Endpoint } from "@homeport/contract"
import { errorOf } from "./api-error.ts"
import { type RequestOf, send } from "./client.ts"

export async function download<E extends Endpoint>(asked: E, parts: RequestOf<E>): Promise<string> {
  const response = await send(asked, parts)
  if (!response.ok) throw await errorOf(response)
  const name = fileName(response.headers.get("content-disposition"))
  saveFile(await response.blob(), name)
  return name
}

/** RFC 6266: what is said in UTF-8 comes first. */
export function fileName(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "") ?? []
  const [, quoted] = /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition ?? "") ?? []
  const [, plain] = /filename=([^";]+)/i.exec(disposition ?? "") ?? []
  return decoded(encoded) ?? quoted?.replaceAll(/\\(.)/g, "$1") ?? plain?.trim() ?? "download"
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What was made in the browser is saved in the same way. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
