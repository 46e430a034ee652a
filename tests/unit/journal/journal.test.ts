import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
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

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'parlance-journal-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the journal', () => {
  it('[SYNC-1] gives back after a restart what an append has answered, in order', async () => {
    const first = new Journal(dir, key);
    await Promise.all([
      first.append(['one', 'two']),
      first.append(['three']),
      first.append(['quatre é']),
    ]);
    const again = await new Journal(dir, key).read();
    expect(again).toEqual({ records: ['one', 'two', 'three', 'quatre é'], damaged: 0 });
  });

  it('[SYNC-9] cuts a torn last line off, at any byte, and goes on after it', async () => {
    await new Journal(dir, key).append(['kept', 'torn']);
    const whole = readFileSync(file());
    const firstEnd = whole.indexOf(0x0a) + 1;
    for (let cut = firstEnd; cut < whole.length; cut += 7) {
      writeFileSync(file(), whole);
      truncateSync(file(), cut);
      const journal = new Journal(dir, key);
      await journal.append(['after']);
      expect((await new Journal(dir, key).read()).records).toEqual(['kept', 'after']);
    }
  });

  it('[SYNC-9] keeps a damaged line beside, and reads what follows it', async () => {
    await new Journal(dir, key).append(['one', 'two', 'three']);
    const lines = readFileSync(file(), 'latin1').split('\n');
    const second = lines[1] ?? '';
    lines[1] = `${second.slice(0, 20)}${second[20] === 'A' ? 'B' : 'A'}${second.slice(21)}`;
    writeFileSync(file(), lines.join('\n'));
    expect(await new Journal(dir, key).read()).toEqual({ records: ['one', 'three'], damaged: 1 });
    expect(readFileSync(path.join(dir, 'journal.damaged'), 'latin1')).toContain(lines[1]);
  });

  it('[SYNC-8] compaction leaves exactly what is still needed, and appends go on behind it', async () => {
    const journal = new Journal(dir, key);
    await journal.append(['a', 'b', 'c']);
    await journal.compact(['b']);
    await journal.append(['d']);
    expect((await new Journal(dir, key).read()).records).toEqual(['b', 'd']);
  });

  it('[SYNC-8] a compaction that was cut short leaves the journal as it was', async () => {
    const journal = new Journal(dir, key);
    await journal.append(['a', 'b']);
    writeFileSync(`${file()}.new`, 'half a li');
    expect((await new Journal(dir, key).read()).records).toEqual(['a', 'b']);
  });

  it('[SYNC-10] a journal that cannot be written answers so with the reason', async () => {
    rmSync(dir, { recursive: true });
    const done = await new Journal(dir, key).append(['lost?']);
    expect(done).toEqual({ ok: false, error: { code: 'journal-unwritable', detail: 'ENOENT' } });
  });

  it('[SEAL-1] holds nothing in clear, and [SEAL-5] refuses lines of another key', async () => {
    await new Journal(dir, key).append(['Hélène Vasseur 06 39 98 41 17']);
    expect(readFileSync(file(), 'utf8')).not.toMatch(/Vasseur|98 41/);
    expect(await new Journal(dir, randomBytes(32)).read()).toEqual({ records: [], damaged: 1 });
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
        let journal = new Journal(dir, key);
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
            journal = new Journal(dir, key);
          }
        }
        expect((await new Journal(dir, key).read()).records).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
