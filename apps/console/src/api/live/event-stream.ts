/** text/event-stream, as the server writes it (HTML §9.2): the data of each message, whatever the pieces it arrives in. */
export class EventStreamParser {
  #rest = ""
  #data: string[] = []

  /** The messages that this piece completes. */
  push(piece: string): string[] {
    const lines = `${this.#rest}${piece}`.split(/\r\n|\n|\r/)
    this.#rest = lines.pop() ?? ""
    const messages: string[] = []
    for (const line of lines) {
      if (line === "") {
        if (this.#data.length > 0) messages.push(this.#data.join("\n"))
        this.#data = []
      } else if (line.startsWith("data:")) this.#data.push(line.slice(line[5] === " " ? 6 : 5))
      // Comments (the server's heartbeat) and other fields say nothing to us.
    }
    return messages
  }
}
