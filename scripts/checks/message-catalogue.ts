import type { Finding } from './finding';
import { lineAt, type SourceFile } from './source-files';

/** A catalogue file and its messages by dotted key. */
export type Catalogue = {
  readonly file: SourceFile;
  readonly messages: ReadonlyMap<string, string>;
};

const PLURAL = /_(zero|one|two|few|many|other)$/;
const FULL_KEY = /(['"`])([A-Za-z][\w-]*(?:\.[\w-]+)+|[a-z][\w-]*)\1/g;
const KEY_PREFIX = /[`'"]([A-Za-z][\w-]*(?:\.[\w-]+)*[._-])(?:\$\{|['"] ?\+)/g;
const CALLED_KEY = /\bt\(\s*(['"])([\w.-]+)\1/g;

const baseKey = (key: string): string => key.replace(PLURAL, '');

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    into.set(prefix, typeof value === 'string' ? value : '');
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    flatten(child, prefix === '' ? key : `${prefix}.${key}`, into);
  }
}

/** Reads a catalogue of nested or flat messages; throws SyntaxError for broken JSON. */
export function readCatalogue(file: SourceFile): Catalogue {
  const messages = new Map<string, string>();
  flatten(JSON.parse(file.text), '', messages);
  return { file, messages };
}

function lineOfKey({ text }: SourceFile, key: string): number {
  const last = key.slice(key.lastIndexOf('.') + 1);
  const at = [`"${key}"`, `"${last}"`].map((word) => text.indexOf(word)).find((n) => n >= 0);
  return lineAt(text, at ?? 0);
}

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name))].sort().join(', ');

function compare(one: Catalogue, other: Catalogue): Finding[] {
  const otherBases = new Map([...other.messages].map(([key, text]) => [baseKey(key), text]));
  return [...one.messages].flatMap(([key, text]) => {
    const at = { file: one.file.path, line: lineOfKey(one.file, key) };
    if (text.trim() === '') return [{ ...at, message: `"${key}" is empty` }];
    const twin = other.messages.get(key) ?? otherBases.get(baseKey(key));
    if (twin === undefined)
      return [{ ...at, message: `"${key}" is missing in ${other.file.path}` }];
    if (PLURAL.test(key) || placeholders(twin) === placeholders(text)) return [];
    const message = `"${key}" has other placeholders than in ${other.file.path}`;
    return [{ ...at, message }];
  });
}

function usedKeys(sources: readonly SourceFile[]): { whole: Set<string>; prefixes: Set<string> } {
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  for (const { text } of sources) {
    for (const [, , key] of text.matchAll(FULL_KEY)) whole.add(key ?? '');
    for (const [, prefix] of text.matchAll(KEY_PREFIX)) prefixes.add(prefix ?? '');
  }
  return { whole, prefixes };
}

function findUnused(catalogue: Catalogue, sources: readonly SourceFile[]): Finding[] {
  const { whole, prefixes } = usedKeys(sources);
  const isUsed = (key: string): boolean =>
    whole.has(key) ||
    whole.has(baseKey(key)) ||
    [...prefixes].some((prefix) => key.startsWith(prefix));
  return [...catalogue.messages.keys()]
    .filter((key) => !isUsed(key))
    .map((key) => ({
      file: catalogue.file.path,
      line: lineOfKey(catalogue.file, key),
      message: `"${key}" is used nowhere`,
    }));
}

function findUnknown(catalogue: Catalogue, sources: readonly SourceFile[]): Finding[] {
  const bases = new Set([...catalogue.messages.keys()].map(baseKey));
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(CALLED_KEY)].flatMap((match) => {
      const key = match[2] ?? '';
      if (bases.has(key) || catalogue.messages.has(key)) return [];
      const message = `"${key}" is not in ${catalogue.file.path}`;
      return [{ file: path, line: lineAt(text, match.index), message }];
    }),
  );
}

/** Keys missing in a language, empty or unused messages, differing placeholders, unknown keys. */
export const checkCatalogues = (
  french: Catalogue,
  english: Catalogue,
  sources: readonly SourceFile[],
): Finding[] => [
  ...compare(french, english),
  ...compare(english, french),
  ...findUnused(french, sources),
  ...findUnknown(french, sources),
];
