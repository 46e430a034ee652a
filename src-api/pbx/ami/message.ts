/**
 * Messages of the Asterisk Manager Interface: lines `Key: value`, a blank line at the end. What comes
 * may be cut anywhere; what goes may hold no line break, or a value would be an order.
 */

export class AmiMessage {
  readonly #lines: readonly (readonly [string, string])[];

  constructor(lines: readonly (readonly [string, string])[]) {
    this.#lines = lines;
  }

  /** The first value of this key, whatever its case; '' where there is none. */
  get(key: string): string {
    const wanted = key.toLowerCase();
    return this.#lines.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  }

  /** A channel's variable, of those that the switch tells with each event; '' where it has none. */
  variable(name: string): string {
    const begins = `${name}=`;
    const line = this.#lines.find(
      ([key, value]) => key.toLowerCase() === 'chanvariable' && value.startsWith(begins),
    );
    return line?.[1].slice(begins.length) ?? '';
  }
}

/** No message of the interface is nearly as long: a peer that sends more is none. */
const longestChars = 1_000_000;

/** Cuts a stream into messages. */
export class AmiReader {
  #rest = '';

  /** @throws when the peer sends no end of a message. */
  take(text: string): readonly AmiMessage[] {
    const blocks = (this.#rest + text).split(/\r?\n\r?\n/);
    this.#rest = blocks.pop() ?? '';
    if (this.#rest.length > longestChars) throw new Error('the switch sends no end of a message');
    return blocks.flatMap((block) => {
      const lines = block.split(/\r?\n/).flatMap((line): [string, string][] => {
        const colon = line.indexOf(':');
        // The greeting is a line without a colon.
        return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
      });
      return lines.length === 0 ? [] : [new AmiMessage(lines)];
    });
  }
}

/** @throws on a line break in a value. */
export const writeAmi = (lines: readonly (readonly [string, string])[]): string => {
  const written = lines.map(([key, value]) => {
    if (/[\r\n\0]/.test(value)) throw new Error(`a line break in ${key}`);
    return `${key}: ${value}\r\n`;
  });
  return `${written.join('')}\r\n`;
};
