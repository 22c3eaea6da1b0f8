/** What is asked of the person at the terminal, or of what is piped in. */
import { createInterface } from "node:readline/promises"
import { Writable } from "node:stream"
import type { CommandLineOptions } from "./command-line.ts"

type Terminal = Pick<CommandLineOptions, "readPassword" | "readPassPhrase" | "confirm">

export function createTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  return {
    readPassword: () => firstLineOf(input),
    async readPassPhrase(which) {
      if (!input.isTTY) return await firstLineOf(input)
      const typed = await hidden("Pass-phrase: ")
      if (which === "known") return typed
      for (;;) {
        if ((await hidden("Once more: ")) === typed) return typed
        output.write("They differ.\n")
      }
    },
    async confirm(question) {
      if (!input.isTTY) return false
      const lines = createInterface({ input, output })
      const answer = await lines.question(question)
      lines.close()
      return answer.trim().toLowerCase() === "yes"
    },
  }

  /** The terminal's own editing, into nothing: what is typed is not shown. */
  async function hidden(prompt: string): Promise<string> {
    output.write(prompt)
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    const lines = createInterface({ input, output: nowhere, terminal: true })
    const typed = await lines.question("")
    lines.close()
    output.write("\n")
    return typed
  }
}

async function firstLineOf(input: NodeJS.ReadStream): Promise<string> {
  let text = ""
  for await (const chunk of input.setEncoding("utf8")) text += chunk
  return text.split(/\r?\n/)[0] ?? ""
}
