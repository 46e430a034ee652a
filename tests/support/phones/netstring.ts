/** Cuts a stream of netstrings (`5:hello,`) into its messages, however the bytes arrive. */
export class NetstringReader {
  #rest = Buffer.alloc(0);

  /** Takes the next bytes and returns the messages that are now complete. */
  push(chunk: Buffer): string[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const messages: string[] = [];
    for (;;) {
      const colon = this.#rest.indexOf(':');
      if (colon < 0) return messages;
      const length = Number(this.#rest.toString('latin1', 0, colon));
      const end = colon + 1 + length;
      if (this.#rest.length <= end) return messages;
      messages.push(this.#rest.toString('utf8', colon + 1, end));
      this.#rest = this.#rest.subarray(end + 1);
    }
  }
}

/** One message as a netstring. */
export const netstring = (text: string): string => `${Buffer.byteLength(text)}:${text},`;
