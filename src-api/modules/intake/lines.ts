/** Cuts a body into lines as it arrives, a chunk of them at a time; nothing is held but the chunk. */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { Refusal } from '@api/plugins/problems.ts';
import type { intakeLimits } from '@shared/contracts/http/intake.ts';

export type Line = { readonly number: number; readonly text: string | null };

/** One chunk is one transaction: long enough to be cheap, short enough to let others in between. */
export type LineLimits = { readonly [limit in keyof typeof intakeLimits]: number } & {
  readonly chunkRows: number;
  readonly chunkBytes: number;
};

const newLine = 0x0a;
const tooLarge = (what: string): Refusal => new Refusal('payload-too-large', what);
const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte <= 0x20);

class Chunk {
  lines: Line[] = [];
  bytes = 0;
  add(number: number, bytes: Buffer): void {
    this.lines.push({ number, text: isUtf8(bytes) ? bytes.toString('utf8') : null });
    this.bytes += bytes.length;
  }
}

/** A line that begins in one piece and ends in another. */
class Beginning {
  readonly #limit: number;
  #parts: Buffer[] = [];
  #bytes = 0;
  constructor(limit: number) {
    this.#limit = limit;
  }
  add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#limit) throw tooLarge(`a line has at most ${this.#limit} bytes`);
    this.#parts.push(part);
  }
  /** The whole line, and begins anew. */
  end(part: Buffer): Buffer {
    this.add(part);
    const whole = this.#parts.length === 1 ? part : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    return whole;
  }
}

/**
 * The lines that are not blank, in chunks. `text` is null where a line is not UTF-8.
 * @throws Refusal `payload-too-large` when the body, a line or the number of rows exceeds its limit.
 */
export async function* readLines(
  body: Readable,
  limits: LineLimits,
): AsyncGenerator<readonly Line[]> {
  const beginning = new Beginning(limits.lineBytes);
  let chunk = new Chunk();
  let [number, rows, received] = [0, 0, 0];
  const take = (bytes: Buffer): void => {
    number += 1;
    if (isBlank(bytes)) return;
    rows += 1;
    if (rows > limits.rows) throw tooLarge(`a request has at most ${limits.rows} rows`);
    chunk.add(number, bytes);
  };
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received += piece.length;
    if (received > limits.bytes) throw tooLarge(`a request has at most ${limits.bytes} bytes`);
    let from = 0;
    for (let end = piece.indexOf(newLine); end !== -1; end = piece.indexOf(newLine, from)) {
      take(beginning.end(piece.subarray(from, end)));
      from = end + 1;
      if (chunk.lines.length < limits.chunkRows && chunk.bytes < limits.chunkBytes) continue;
      yield chunk.lines;
      chunk = new Chunk();
    }
    beginning.add(piece.subarray(from));
  }
  take(beginning.end(Buffer.alloc(0)));
  if (chunk.lines.length > 0) yield chunk.lines;
}
