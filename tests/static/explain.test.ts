import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@scripts/project-root';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseFacts } from '../support/law/case-table.ts';

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

describe('[LAW-6] npm run -s explain -- law', () => {
  it('[LAW-6] answers each case, odd ones too, in order', async () => {
    const cases = [
      { id: 'a', facts: baseFacts, instant: '2026-11-30T11:00:00+01:00' },
      { id: 2, facts: baseFacts, instant: '2026-11-30T13:00:00+01:00' },
      { id: 'c', facts: { ...baseFacts, consent: 'yes' }, instant: '2026-11-30T11:00:00+01:00' },
      { id: 'd', facts: baseFacts, instant: '2026-11-30T11:00:00' },
      { facts: baseFacts, instant: '2026-11-30T11:00:00+01:00' },
      { facts: null },
      7,
      { id: 'e', instant: '2026-11-30T11:00:00+01:00' },
      { id: 'f' },
    ];
    writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(cases));
    const { stdout, stderr } = await explain('law', 'cases.json');
    const answers: unknown = JSON.parse(stdout);
    expect(answers).toMatchObject([
      { id: 'a', allowed: true, rule: null, article: null, source: null, allowedFrom: null },
      { id: 2, allowed: false, rule: 'hours', allowedFrom: '2026-11-30T13:00:00.000Z' },
      { id: 'c', allowed: false, rule: 'consent', article: 'L223-1', allowedFrom: null },
      { id: 'd', allowed: false, rule: 'hours', allowedFrom: null },
      { id: null, allowed: true },
      { id: null, allowed: false },
      { id: null, allowed: false },
      { id: 'e', allowed: false },
      { id: 'f', allowed: false },
    ]);
    expect(stderr).toBe('');
    expect(Reflect.get(Object(answers), 1)).toMatchObject({
      source: expect.stringContaining('2022-1313'),
      reason: expect.stringContaining('10:00'),
    });
  });

  it.each([
    ['is no JSON', '[{'],
    ['holds no JSON array', '{"id": 1}'],
  ])('[LAW-6] says of a file that it %s, and what to do', async (what, text) => {
    writeFileSync(path.join(folder, 'cases.json'), text);
    const failed = await explain('law', 'cases.json').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    const stderr = String(Reflect.get(Object(failed), 'stderr'));
    expect(stderr).toContain(`cases.json ${what}`);
    expect(stderr).toMatch(/What to do: [\s\S]*explain -- law FILE/);
  });
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
