/** The index as the desktop holds it: sealed parts as a load leaves them, opened at the start. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Cipher } from '@renderer/cache/cipher.ts';
import { decodeSegment, encodeSegment } from '@renderer/cache/search/form.ts';
import { SearchIndex } from '@renderer/cache/search/search-index.ts';
import { count, entryAt, run } from './search-run.ts';

const page = 200;
const key = new Uint8Array(32).fill(3);
const folder = process.argv[3] ?? '.';

await run({
  prepare: async () => {
    const cipher = await Cipher.open(key);
    const index = new SearchIndex();
    const rows = new Map<number, Uint8Array>();
    for (let at = 0; at < count; at += page) {
      const entries = Array.from({ length: Math.min(page, count - at) }, (_, one) =>
        entryAt(at + one),
      );
      index.put(entries);
      const { added, dropped } = index.takeChange();
      for (const seq of dropped) rows.delete(seq);
      for (const { seq, segment } of added)
        rows.set(seq, await cipher.sealBytes(encodeSegment(segment)));
    }
    for (const [seq, body] of rows) writeFileSync(path.join(folder, `${seq}.part`), body);
  },
  open: async () => {
    const cipher = await Cipher.open(key);
    const index = new SearchIndex();
    const names = readdirSync(folder).filter((name) => name.endsWith('.part'));
    // Copied, because Node does not count the bytes that its decryption gives.
    const parts = names.map(async (name) => {
      const body = new Uint8Array(readFileSync(path.join(folder, name)));
      return {
        seq: Number.parseInt(name, 10),
        segment: decodeSegment((await cipher.unsealBytes(body)).slice()),
      };
    });
    index.load(await Promise.all(parts));
    return (text) => index.search(text, 8).length;
  },
});
