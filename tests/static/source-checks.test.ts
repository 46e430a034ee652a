import { checkFileShapes } from '@scripts/checks/file-shape';
import { describeFinding, type Finding } from '@scripts/checks/finding';
import { checkGuardedAccess } from '@scripts/checks/guarded-access';
import { checkCatalogues, readCatalogue } from '@scripts/checks/message-catalogue';
import { checkSpecification, findQuotes, findRules } from '@scripts/checks/spec-rules';
import { describe, expect, it } from 'vitest';

const file = (path: string, text: string) => ({ path, text });
const lines = (count: number): string => 'x;\n'.repeat(count);
const described = (findings: readonly Finding[]): string[] => findings.map(describeFinding);

describe('[TOOL-2] spec', () => {
  const rules = (text: string, path = 'docs/spec/call.md') => findRules([file(path, text)]);
  const quotes = (text: string) => findQuotes([file('tests/unit/call.test.ts', text)]);
  const check = (text: string, test: string) =>
    described(checkSpecification(rules(text), quotes(test)).findings);

  it.each([
    "it('[CALL-1] rings', () => {});",
    "it.each([[1], [2]])('[CALL-1] rings %i times', () => {});",
    'test.for`a | b`(`[CALL-1] rings ${n}`, () => {});',
    "describe('[CALL-1] ringing', () => {});",
  ])('[TOOL-2] a rule is quoted by %s', (test) => {
    expect(check('- **CALL-1** It rings.\n', test)).toEqual([]);
  });

  it('[TOOL-2] a rule that only a comment or a string quotes has no test', () => {
    const test = "// [CALL-1]\nit('rings', () => { expect('[CALL-1]').toBe(1); });";
    expect(check('# Calls\n\n- **CALL-1** It rings.\n', test)).toEqual([
      'docs/spec/call.md:3  CALL-1 is quoted by no test title',
    ]);
  });

  it('[TOOL-2] an unknown number and a number given twice are named', () => {
    const text = '- **CALL-1** It rings.\n- **CALL-1** It rings again.\n';
    expect(check(text, "\nit('[CALL-1] [CALL-9] rings', () => {});")).toEqual([
      'docs/spec/call.md:2  CALL-1 is already a rule at docs/spec/call.md:1',
      'tests/unit/call.test.ts:2  CALL-9 is no rule of docs/spec',
    ]);
  });

  it('[TOOL-2] a planned rule is listed and needs no test', () => {
    const planned = rules('- **CAMP-1** Later.\n', 'docs/spec/planned/campaign.md');
    const outcome = checkSpecification(planned, []);
    expect(outcome.findings).toEqual([]);
    expect(outcome.planned.map(({ id }) => id)).toEqual(['CAMP-1']);
  });
});

describe('[TOOL-3] message catalogues', () => {
  const catalogue = (language: string, messages: unknown) =>
    readCatalogue(file(`${language}.json`, JSON.stringify(messages, null, 1)));
  const check = (french: unknown, english: unknown, source: string) =>
    described(
      checkCatalogues(catalogue('fr', french), catalogue('en', english), [file('a.tsx', source)]),
    );

  it('[TOOL-3] accepts nested keys, plurals and keys with a computed end', () => {
    const french = { call: { ring_one: 'a', ring_many: 'b', ring_other: 'c' }, code: { x: 'X' } };
    const english = { call: { ring_one: 'a', ring_other: 'c' }, code: { x: 'X' } };
    expect(check(french, english, "t('call.ring', { count }); t(`code.${code}`);")).toEqual([]);
  });

  it('[TOOL-3] names what is missing, empty, unused, unknown or filled in differently', () => {
    const french = { a: 'A', b: ' ', c: 'Bonjour {{name}}', d: 'D', e: 'E' };
    const english = { a: 'A', b: 'B', c: 'Hello {{firstName}}', e: 'E' };
    expect(check(french, english, "t('a'); t('b'); t('c'); t('d'); t('call.gone');")).toEqual([
      'fr.json:3  "b" is empty',
      'fr.json:4  "c" has other placeholders than in en.json',
      'fr.json:5  "d" is missing in en.json',
      'en.json:4  "c" has other placeholders than in fr.json',
      'fr.json:6  "e" is used nowhere',
      'a.tsx:1  "call.gone" is not in fr.json',
    ]);
  });
});

describe('[TOOL-4] file shapes', () => {
  it('[TOOL-4] counts 250 lines for a source and 400 for a test', () => {
    const files = [
      file('src-main/a.ts', lines(250)),
      file('src-main/b.ts', lines(251)),
      file('tests/unit/c.test.ts', lines(400)),
      file('tests/unit/d.test.ts', lines(401)),
    ];
    expect(described(checkFileShapes(files))).toEqual([
      'src-main/b.ts:251  251 lines, at most 250 allowed',
      'tests/unit/d.test.ts:401  401 lines, at most 400 allowed',
    ]);
  });

  it.each(['src-main/call-utils.ts', 'src-main/helpers/ring.ts', 'src-api/line.manager.ts'])(
    '[TOOL-4] the name %s says nothing',
    (path) => {
      expect(described(checkFileShapes([file(path, 'x;')]))[0]).toContain('says nothing');
    },
  );
});

describe('[TOOL-5] guarded access', () => {
  const preload = file(
    'src-main/preload/app.ts',
    "contextBridge.exposeInMainWorld('parlance', bridge);",
  );
  const check = (path: string, text: string) =>
    described(checkGuardedAccess([preload, file(path, text)]));

  it.each([
    'fetch("/x");',
    'window.fetch("/x");',
    'window.parlance.ring();',
    'globalThis["parlance"].x;',
  ])('[TOOL-5] %s is refused in a feature and allowed in the platform', (text) => {
    expect(check('src-renderer/features/softphone/a.ts', text)).toHaveLength(1);
    expect(check('src-renderer/platform/a.ts', text)).toEqual([]);
  });

  it('[TOOL-5] a method named fetch is not the global one', () => {
    expect(check('src-renderer/engine/a.ts', 'hub.fetch("/x");')).toEqual([]);
  });

  it('[TOOL-5] a second owner of ipcMain is named', () => {
    const text = "import { app, ipcMain } from 'electron';\n";
    const one = file('src-main/ipc/router.ts', text);
    const two = file('src-main/windows/card.ts', text);
    expect(checkGuardedAccess([one])).toEqual([]);
    expect(described(checkGuardedAccess([one, two]))).toHaveLength(2);
  });
});
