import {
  readSpeechFile,
  speechFileName,
  writeSpeechFile,
} from '@shared/domain/script/exchange/speech-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaint } from '../../../component/support/speeches.ts';

const { version: _v, publishedAt: _p, ...content } = complaint;
const file = (
  change: (raw: { speech: Record<string, unknown> } & Record<string, unknown>) => void,
) => {
  const raw = JSON.parse(writeSpeechFile(complaint));
  change(raw);
  return JSON.stringify(raw);
};
const problems = (text: string) =>
  (readSpeechFile(text).problems ?? []).map(({ code, where }) => `${code} ${where}`.trim());

describe('a speech as a file', () => {
  it('[EDIT-18] what was exported is imported as it was', () => {
    expect(readSpeechFile(`\ufeff${writeSpeechFile(complaint)}`).content).toEqual(content);
    expect(speechFileName(complaint)).toBe('reclamation-livraison-v8.speech.json');
  });

  it.each<[string, string, string[]]>([
    ['no JSON', '{"format":', ['not-json']],
    ['another file', '{"a":1}', ['not-a-speech']],
    ['a list', '[]', ['not-a-speech']],
    ['a newer format', file((raw) => Object.assign(raw, { formatVersion: 9 })), ['newer']],
    ['too much', ' '.repeat(5_000_001), ['too-large']],
    [
      'a wrong place',
      file((raw) => Object.assign((raw.speech['steps'] as object[])[2] ?? {}, { next: 'À côté' })),
      ['field steps 2 “Solution” next'],
    ],
    [
      'a step that is not there',
      file((raw) => Object.assign((raw.speech['steps'] as object[])[0] ?? {}, { next: 'nowhere' })),
      ['step-missing Accueil'],
    ],
    [
      'several',
      file((raw) => Object.assign(raw.speech, { locale: 'de', direction: 3 })),
      ['field speech.locale', 'field speech.direction'],
    ],
  ])('[EDIT-18] %s is refused, with the place', (_what, text, named) => {
    expect(problems(text)).toEqual(named);
  });

  it('[EDIT-18] nothing in a file is executed or reaches a prototype', () => {
    const text = writeSpeechFile(complaint).replace(
      '"speech": {',
      '"speech": { "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},',
    );
    expect(readSpeechFile(text).content).toEqual(content);
    expect('polluted' in {}).toBe(false);
  });

  it('[EDIT-18] any text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .jsonValue()
            .map((speech) =>
              JSON.stringify({ format: 'parlance-speech', formatVersion: 1, speech }),
            ),
        ),
        (text) => {
          const read = readSpeechFile(text);
          expect(read.content !== undefined || read.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
