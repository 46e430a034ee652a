import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@scripts/project-root';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-explain-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const explain = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/run.mjs', 'explain', ...words], {
    cwd: projectRoot,
    env: { ...process.env, INIT_CWD: folder },
  });

describe('[TOOL-10] npm run -s explain', () => {
  it('[TOOL-10] prints nothing but the JSON answer, one entry for each string, in order', async () => {
    writeFileSync(path.join(folder, 'raw.json'), JSON.stringify(['01 99 00 41 10', 'hello']));
    const { stdout } = await explain('numbers', 'raw.json');
    expect(JSON.parse(stdout)).toEqual([
      {
        input: '01 99 00 41 10',
        e164: '+33199004110',
        display: '01 99 00 41 10',
        kind: 'landline',
      },
      { input: 'hello', e164: null, display: 'hello', kind: 'none' },
    ]);
  });

  it.each([
    ['an unknown topic', ['colours', 'raw.json']],
    ['a missing file', ['numbers', 'gone.json']],
    ['something else than strings', ['numbers', 'raw.json']],
  ])('[TOOL-10] refuses %s with what to do, on stderr', async (_, words) => {
    writeFileSync(path.join(folder, 'raw.json'), '[1]');
    const failed = await explain(...words).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(Reflect.get(Object(failed), 'stderr')).toMatch(/What to do: npm run -s explain/);
  });
});
