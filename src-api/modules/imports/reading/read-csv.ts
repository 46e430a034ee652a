/** CSV in any of the usual encodings, with the separator that the file uses. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decoded, type Encoding } from './decode.ts';
import { type RawLine, type RawTable, Unreadable } from './table.ts';

/** Of two that fit alike, the one that stands less often in texts. */
const delimiters = ['\t', ';', '|', ','] as const;
const sampleLines = 30;

/** How often each separator stands in the first lines, outside of quotes. */
const countsOf = (text: string): ReadonlyMap<string, number[]> => {
  const counts = new Map<string, number[]>(delimiters.map((one) => [one, [0]]));
  let [quoted, lines] = [false, 0];
  for (const letter of text.slice(0, 100_000)) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '\n') {
      lines += 1;
      if (lines >= sampleLines) break;
      for (const list of counts.values()) list.push(0);
    } else {
      const list = counts.get(letter);
      if (list !== undefined) list[list.length - 1] = (list.at(-1) ?? 0) + 1;
    }
  }
  return counts;
};

/** The one that stands in the header, and most evenly in the lines after it. */
export const delimiterOf = (text: string): string => {
  let [best, bestScore] = [';', 0];
  for (const [delimiter, counts] of countsOf(text)) {
    const [header = 0, ...others] = counts;
    const alike = others.filter((count) => count === header).length;
    const score = header * (1 + alike / Math.max(1, others.length));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
};

/** Excel's own first line `sep=;` names the separator; it is no line of the table. */
const named = /^\ufeff?"?sep=([\t;|,])"?[^\S\r\n]*(?:\r\n|\r|\n)/i;

type Record = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const newLines = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.split(/\r\n|\n|\r/).length - 1), 0);

/** The first piece, and all of them without what stands before the table. */
const beginningOf = (
  bytes: Buffer,
  encoding: Encoding,
): { readonly first: string; readonly after: (characters: number) => Generator<string> } => {
  const { value: first = '' } = decoded(bytes, encoding).next();
  function* after(characters: number): Generator<string> {
    let left = characters;
    for (const piece of decoded(bytes, encoding)) {
      yield piece.slice(left);
      left = Math.max(0, left - piece.length);
    }
  }
  return { first, after };
};

async function* rowsOf(
  text: Iterable<string>,
  delimiter: string,
  linesBefore: number,
): AsyncGenerator<RawLine> {
  const parser = Readable.from(text).pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      // A quote within a text that is not quoted is a quote: 5" or Le "Grand" Café.
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<Record>) {
      // Where the line begins; a text in quotes may run over several.
      yield { line: linesBefore + info.lines - newLines(record), cells: record };
    }
  } catch {
    throw new Unreadable('quote-open');
  }
}

export const readCsv = (bytes: Buffer, encoding: Encoding): RawTable => {
  const { first, after } = beginningOf(bytes, encoding);
  const [line = '', separator] = named.exec(first) ?? [];
  const delimiter = separator ?? delimiterOf(first);
  return {
    shape: { format: 'csv', encoding, delimiter, sheet: null, otherSheets: [] },
    rows: rowsOf(after(line.length), delimiter, line === '' ? 0 : 1),
  };
};
