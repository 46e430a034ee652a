/** What both sides of the search bench do alike: whom they hold, what is typed, what is measured. */

import { entryOf } from '@renderer/cache/entry-of.ts';
import type { SearchEntry } from '@shared/domain/search/search-entry.ts';
import { personAt } from './crowd.ts';
import { median, percentile } from './rows.ts';

export const count = Number(process.argv[2] ?? 100_000);
export const entryAt = (index: number): SearchEntry => entryOf(personAt(index, 3));

/** Every key of somebody who types: names, towns, numbers, with a slip in each fourth. */
const typedTexts = (): string[] => {
  const texts: string[] = [];
  for (let at = 0; at < 60; at += 1) {
    const { name, place, phones } = entryAt((at * 1_637) % count);
    const slip = at % 4 === 3 ? name.slice(0, 4) + name.slice(5) : name;
    const number = (phones[0] ?? '').replace('+33', '0');
    const whole = at % 5 === 4 ? number : at % 5 === 3 ? `${name} ${place ?? ''}` : slip;
    for (let end = 1; end <= Math.min(whole.length, 14); end += 1) texts.push(whole.slice(0, end));
  }
  return texts;
};

const held = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

type Peer = {
  readonly open: () => Promise<(text: string) => number>;
  /** Made ready before anything is measured: what a start finds on the disk. */
  readonly prepare: () => Promise<void>;
};

export const run = async ({ prepare, open }: Peer): Promise<void> => {
  if (process.argv[4] === 'prepare') return prepare();
  const texts = typedTexts();
  const before = held();
  const startedAt = performance.now();
  const search = await open();
  search('martin');
  const firstAnswerMs = performance.now() - startedAt;
  const heldMiB = (held() - before) / 2 ** 20;
  for (const text of texts.slice(0, 100)) search(text);
  let found = 0;
  const times = texts.map((text) => {
    const from = performance.now();
    found += search(text) > 0 ? 1 : 0;
    return performance.now() - from;
  });
  const p95Ms = percentile(times, 0.95);
  console.log(JSON.stringify({ p50Ms: median(times), p95Ms, heldMiB, found, firstAnswerMs }));
};
