import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dir: string;
const key = randomBytes(32);
const file = () => path.join(dir, 'journal');

/** Every journal of a test; what they hold open is closed after it. */
const opened: Journal[] = [];
const open = (by: Uint8Array = key): Journal => {
  const journal = new Journal(dir, by);
  opened.push(journal);
  return journal;
};
/** Files below the folder that this process holds open; null where the system does not tell. */
const heldOpen = (): string[] | null => {
  if (!existsSync('/proc/self/fd')) return null;
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(dir) || target === '/dev/full' ? [target] : [];
    } catch {
      return [];
    }
  });
};

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'parlance-journal-'));
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  expect(heldOpen() ?? [], 'a closed journal holds no file open').toEqual([]);
  rmSync(dir, { recursive: true, force: true });
});

describe('the journal', () => {
  it('[SYNC-1] gives back after a restart what an append has answered, in order', async () => {
    const first = open();
    await Promise.all([
      first.append(['one', 'two']),
      first.append(['three']),
      first.append(['quatre é']),
    ]);
    const again = await open().read();
    expect(again).toEqual({ records: ['one', 'two', 'three', 'quatre é'], damaged: 0 });
  });

  it('[SYNC-9] cuts a torn last line off, at any byte, and goes on after it', async () => {
    await open().append(['kept', 'torn']);
    const whole = readFileSync(file());
    const firstEnd = whole.indexOf(0x0a) + 1;
    for (let cut = firstEnd; cut < whole.length; cut += 7) {
      writeFileSync(file(), whole);
      truncateSync(file(), cut);
      const journal = open();
      await journal.append(['after']);
      expect((await open().read()).records).toEqual(['kept', 'after']);
    }
  });

  it('[SYNC-9] cut at any byte of its last three records it has those before the cut, and goes on', async () => {
    await open().append(['one', 'two', 'trois é', 'four']);
    const whole = readFileSync(file());
    const firstEnd = whole.indexOf(0x0a) + 1;
    for (let cut = firstEnd; cut <= whole.length; cut += 1) {
      writeFileSync(file(), whole.subarray(0, cut));
      const left = whole.subarray(0, cut).toString('latin1').split('\n').length - 1;
      const records = ['one', 'two', 'trois é', 'four'].slice(0, left);
      const journal = open();
      expect(await journal.read()).toEqual({ records, damaged: 0 });
      await journal.append(['after']);
      await journal.close();
      expect((await open().read()).records).toEqual([...records, 'after']);
    }
  });

  it('[SYNC-9] one bit turned anywhere costs no record but those beside it, and is told', async () => {
    const all = Array.from({ length: 9 }, (_, index) => `record ${index}`);
    await open().append(all);
    const whole = readFileSync(file());
    for (let bit = 0; bit < whole.length * 8; bit += 11) {
      const turned = Buffer.from(whole);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(file(), turned);
      const { records, damaged } = await open().read();
      const isLast = bit >> 3 === whole.length - 1;
      // Between two records the turned bit joins them: both are kept beside.
      expect(records.length).toBeGreaterThanOrEqual(all.length - 2);
      expect(all).toEqual(expect.arrayContaining([...records]));
      if (records.length < all.length && !isLast) expect(damaged).toBeGreaterThan(0);
    }
  });

  it('[SYNC-9] a tail of zeros, as a power cut leaves it, is cut off', async () => {
    await open().append(['kept']);
    appendFileSync(file(), Buffer.alloc(4_096));
    const journal = open();
    expect(await journal.read()).toEqual({ records: ['kept'], damaged: 0 });
    await journal.append(['after']);
    expect((await open().read()).records).toEqual(['kept', 'after']);
  });

  it('[SYNC-9] keeps a damaged line beside, and reads what follows it', async () => {
    await open().append(['one', 'two', 'three']);
    const lines = readFileSync(file(), 'latin1').split('\n');
    const second = lines[1] ?? '';
    lines[1] = `${second.slice(0, 20)}${second[20] === 'A' ? 'B' : 'A'}${second.slice(21)}`;
    writeFileSync(file(), lines.join('\n'));
    expect(await open().read()).toEqual({ records: ['one', 'three'], damaged: 1 });
    expect(readFileSync(path.join(dir, 'journal.damaged'), 'latin1')).toContain(lines[1]);
  });

  it('[SYNC-8] compaction leaves exactly what is still needed, and appends go on behind it', async () => {
    const journal = open();
    await journal.append(['a', 'b', 'c']);
    await journal.compact(['b']);
    await journal.append(['d']);
    expect((await open().read()).records).toEqual(['b', 'd']);
  });

  it('[SYNC-8] a compaction that was cut short leaves the journal as it was', async () => {
    const journal = open();
    await journal.append(['a', 'b']);
    writeFileSync(`${file()}.new`, 'half a li');
    expect((await open().read()).records).toEqual(['a', 'b']);
  });

  it('[SYNC-10] a journal that cannot be written answers so with the reason', async () => {
    rmSync(dir, { recursive: true });
    const done = await open().append(['lost?']);
    expect(done).toEqual({ ok: false, error: { code: 'journal-unwritable', detail: 'ENOENT' } });
  });

  it.runIf(existsSync('/dev/full'))(
    '[SYNC-10] a compaction onto a full disk answers so and leaves the journal as it was',
    async () => {
      const journal = open();
      await journal.append(['a', 'b']);
      symlinkSync('/dev/full', `${file()}.new`);
      const done = await journal.compact(['b']);
      expect(done).toEqual({ ok: false, error: { code: 'journal-unwritable', detail: 'ENOSPC' } });
      await journal.append(['c']);
      expect((await open().read()).records).toEqual(['a', 'b', 'c']);
    },
  );

  it('[SEAL-1] holds nothing in clear, and [SEAL-5] refuses lines of another key', async () => {
    await open().append(['Hélène Vasseur 06 39 98 41 17']);
    expect(readFileSync(file(), 'utf8')).not.toMatch(/Vasseur|98 41/);
    expect(await open(randomBytes(32)).read()).toEqual({ records: [], damaged: 1 });
  });

  it('[SYNC-1] any sequence of appends, compactions and torn ends loses no answered record', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('append' as const), text: fc.string() }),
      fc.record({ do: fc.constant('compact' as const), text: fc.string() }),
      fc.record({ do: fc.constant('tear' as const), text: fc.string() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        rmSync(file(), { force: true });
        let expected: string[] = [];
        let journal = open();
        for (const { do: what, text } of steps) {
          if (what === 'append') {
            await journal.append([text]);
            expected.push(text);
          } else if (what === 'compact') {
            expected = expected.slice(-1);
            await journal.compact(expected);
          } else {
            await journal.close();
            appendFileSync(file(), 'torn');
            journal = open();
          }
        }
        expect((await open().read()).records).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
