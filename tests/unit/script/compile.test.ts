import { compileScript, type Library } from '@shared/domain/script/compile.ts';
import { advanceSpeech, chooseAnswer, keepField, startSpeech } from '@shared/domain/script/run.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { describe, expect, it } from 'vitest';
import { madeSpeech } from './made-speech.ts';

const inner = madeSpeech(
  [
    {
      id: 'who',
      choices: [{ id: 'her', label: 'Elle', next: 'out' }],
      fields: [{ id: 'code', label: 'code', type: 'number' }],
      routes: [{ if: 'answer.who.code > 3', next: 'far' }],
    },
    { id: 'far', kind: 'end' },
    { id: 'out', kind: 'end' },
  ],
  {
    id: 'identity',
    version: 4,
    objections: [
      { id: 'why', label: 'Pourquoi ?', answer: { default: 'Parce que.' }, next: 'who' },
    ],
  },
);
const outer = madeSpeech([
  { id: 'start', next: 'check' },
  { id: 'check', kind: 'sub-script', script: { id: 'identity', version: 4 }, next: 'bye' },
  { id: 'bye', kind: 'end' },
]);
const library =
  (...scripts: readonly Script[]): Library =>
  (id, version) =>
    scripts.find((one) => one.id === id && one.version === version);

describe('sub-scripts', () => {
  it('[SCRIPT-7] are put in under the name of their step, with their answers and objections', () => {
    const { script } = compileScript(outer, library(inner));
    if (script === undefined) throw new Error('it does not compile');
    const inside = advanceSpeech(script, startSpeech(script), {});
    expect(inside.stepId).toBe('check--who');
    const far = advanceSpeech(script, keepField(script, inside, 'code', 7), {});
    expect(far.stepId).toBe('check--far');
    expect(advanceSpeech(script, far, {}).stepId).toBe('bye');
    expect(chooseAnswer(script, inside, 'her', {}).stepId).toBe('check--out');
    expect(script.objections).toMatchObject([{ id: 'why', next: 'check--who' }]);
  });

  it('[SCRIPT-7] a speech without any stays as it is', () => {
    expect(compileScript(inner, library()).script).toEqual(inner);
  });

  it('[SCRIPT-8] one that is unknown, calls itself or gets too long a name is named with its step', () => {
    const problemsOf = (script: Script, ...known: readonly Script[]) => {
      const compiled = compileScript(script, library(...known));
      return compiled.script === undefined ? compiled.problems : [];
    };
    expect(problemsOf(outer)).toEqual([{ stepId: 'check', problem: 'unknown' }]);
    const circle = madeSpeech(
      [{ id: 'again', kind: 'sub-script', script: { id: 'demo', version: 1 } }],
      { id: 'identity', version: 4 },
    );
    expect(problemsOf(outer, circle, outer)).toEqual([{ stepId: 'check', problem: 'circle' }]);
    const long = madeSpeech([{ id: 'x'.repeat(58) }], { id: 'identity', version: 4 });
    expect(problemsOf(outer, long)).toEqual([{ stepId: 'check', problem: 'too-long' }]);
  });
});
