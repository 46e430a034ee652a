import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@scripts/project-root';
import { z } from 'zod';

/** The cases of docs/law.md, read from the page itself. */
export type LawCase = {
  readonly says: string;
  readonly facts: unknown;
  readonly instant: string;
  readonly answer: string;
};

type Json = Record<string, unknown>;
const json = z.record(z.string(), z.unknown());
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists and `null` replace, records are merged. */
const merged = (base: Json, change: Json): Json => {
  const all: Json = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = base[key];
    all[key] = isObject(old) && isObject(value) ? merged(old, value) : value;
  }
  return all;
};

const without = (facts: Json, [first = '', ...rest]: readonly string[]): Json => {
  const all = { ...facts };
  const inner = all[first];
  if (rest.length === 0) delete all[first];
  else if (isObject(inner)) all[first] = without(inner, rest);
  return all;
};

const page = readFileSync(path.join(projectRoot, 'docs/law.md'), 'utf8');

export const baseFacts = json.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''));
const contract = /where a row says `C`: `([^`]+)`/.exec(page)?.[1] ?? '';

const factsOf = (change: string): Json => {
  const parsed = json.parse(JSON.parse(change.replaceAll(/: C([,}])/g, `: ${contract}$1`)));
  const { missing = [], ...changes } = parsed;
  return z
    .array(z.string())
    .parse(missing)
    .reduce((facts, key) => without(facts, key.split('.')), merged(baseFacts, changes));
};

const row = /^\| ([^|]+) \| `(\{.*\})` \| ([^|]+) \| ([^|]+) \|$/gm;

export const lawCases: readonly LawCase[] = [...page.matchAll(row)].map(
  ([, says = '', change = '', instant = '', answer = '']) => ({
    says,
    facts: factsOf(change),
    instant,
    answer,
  }),
);

/** Rows of the tables of cases, whether or not they can be read. */
export const rowsOnPage = page
  .slice(page.indexOf('### Consent'))
  .split('\n')
  .filter(
    (line) =>
      line.startsWith('| ') && !/^\| (?:---|the law says|the rule says|what is named)/.test(line),
  ).length;
