import { checkScript, maySubmit } from '@shared/domain/script/checks/check-script.ts';
import { graphOf, isEnd } from '@shared/domain/script/checks/graph.ts';
import { stepsToEnd } from '@shared/domain/script/checks/loops.ts';
import {
  advanceSpeech,
  chooseAnswer,
  currentStep,
  startSpeech,
} from '@shared/domain/script/run.ts';
import type { Script } from '@shared/domain/script/script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSpeech, end, found, step, type WrittenStep } from './a-speech.ts';

const choice = (id: string, next?: string) => ({ id, label: id, ...(next ? { next } : {}) });

describe('where a speech leads', () => {
  it('[EDIT-1] a speech without faults has no findings', () => {
    expect(found({})).toEqual([]);
  });

  it('[EDIT-1] a step that leads nowhere, or to no step, is found', () => {
    expect(found({ steps: [step('hello', { next: 'pass' }), step('pass')] })).toEqual([
      'block dead-end pass next',
    ]);
    expect(found({ steps: [step('hello', { next: 'nowhere' })] })).toEqual([
      'block step-missing hello next',
    ]);
    expect(found({ firstStep: 'nobody' })).toContain('block step-missing firstStep');
    expect(found({ steps: [step('hello', { next: 'bye' }), end('bye'), end('bye')] })).toEqual([
      'block step-twice bye id',
    ]);
  });

  it('[EDIT-1] a transfer that fails and leads nowhere is found, and says what it does', () => {
    const action = { type: 'transfer', to: 'sav-2' } as const;
    const steps = [step('hello', { next: 'pass' }), step('pass', { kind: 'do', action })];
    const [finding] = checkScript(aSpeech({ steps }));
    expect([finding?.code, finding?.data]).toEqual([
      'dead-end',
      { step: 'pass', action: 'transfer' },
    ]);
  });

  it('[EDIT-1] an answer or a branch that is not answered is found', () => {
    const choices = [choice('yes', 'bye'), choice('no')];
    expect(found({ steps: [step('hello', { choices }), end('bye')] })).toEqual([
      'block choice-unanswered hello choices.1',
    ]);
    const routes = [{ if: 'customer.vip', next: 'bye' }];
    const branch = step('hello', { kind: 'branch', text: { default: '' }, routes });
    expect(found({ steps: [branch, end('bye')] })).toEqual(['block branch-unanswered hello next']);
  });

  it('[EDIT-2] a step that nothing leads to is found; one that an objection leads to is reached', () => {
    const steps = [step('hello', { next: 'bye' }), end('bye'), end('lost')];
    expect(found({ steps })).toEqual(['block unreachable lost id']);
    const objection = { id: 'no', label: 'Non', answer: { default: 'Bien.' }, next: 'lost' };
    expect(found({ steps, objections: [objection] })).toEqual([]);
  });

  it('[EDIT-3] a circle without a way out is found, one that an answer leaves is not', () => {
    const circle = [step('hello', { next: 'again' }), step('again', { next: 'hello' }), end('bye')];
    expect(found({ steps: circle })).toEqual(
      expect.arrayContaining([
        'block loop-without-exit hello next',
        'block loop-without-exit again next',
      ]),
    );
    const choices = [choice('more', 'hello'), choice('enough', 'bye')];
    expect(
      found({ steps: [step('hello', { next: 'again' }), step('again', { choices }), end('bye')] }),
    ).toEqual([]);
  });

  it('[EDIT-3] a circle that only some customers leave is found, and behind a long way too', () => {
    const routes = [{ if: 'customer.vip', next: 'bye' }];
    const again = step('again', { routes, next: 'last' });
    const way = Array.from({ length: 80 }, (_, index) =>
      step(index === 0 ? 'hello' : `way-${index}`, {
        next: index === 79 ? 'again' : `way-${index + 1}`,
      }),
    );
    const steps = [...way, again, step('last', { next: 'again' }), end('bye')];
    expect(found({ steps }).sort()).toEqual([
      'block loop-without-exit again next',
      'block loop-without-exit last next',
    ]);
  });

  it('[EDIT-4] an end that nothing qualifies is found, unless every way to it has qualified the call', () => {
    const bye = end('bye', { dispositionCode: undefined });
    expect(found({ steps: [step('hello', { next: 'bye' }), bye] })).toEqual([
      'block no-wrap-up bye dispositionCode',
    ]);
    const choices = ['a', 'b'].map((id) => ({ ...choice(id, 'bye'), dispositionCode: id }));
    expect(found({ steps: [step('hello', { choices }), bye] })).toEqual([]);
    const some = [{ ...choice('a', 'bye'), dispositionCode: 'a' }, choice('b', 'bye')];
    expect(found({ steps: [step('hello', { choices: some }), bye] })).toEqual([
      'block no-wrap-up bye dispositionCode',
    ]);
    expect(found({}, { dispositionCodes: ['sold'] })).toEqual([
      'block unknown-disposition bye dispositionCode',
    ]);
  });
});

const ids = ['hello', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyId = fc.constantFrom(...ids, 'bye');
const conditions = ['customer.vip', 'call.waited > 3', 'answer.c = "x"', 'answer.e is known'];

/** Mostly forward, so that a good part of the graphs is without faults, and some circles are left. */
const aTarget = (from: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids.slice(from + 1), 'bye') },
    { weight: 1, arbitrary: anyId },
  );

const anyStep = (id: string, at: number): fc.Arbitrary<WrittenStep> =>
  fc
    .record({
      choices: fc.array(aTarget(at), { maxLength: 3 }),
      routes: fc.array(fc.tuple(fc.constantFrom(...conditions), aTarget(at)), { maxLength: 2 }),
      next: fc.option(aTarget(at), { nil: undefined, freq: 6 }),
      kind: fc.constantFrom('branch' as const, undefined, undefined),
    })
    .map(({ choices, routes, next, kind }) => ({
      ...step(id, { routes: routes.map(([text, to]) => ({ if: text, next: to })) }),
      choices: kind === 'branch' ? [] : choices.map((to, index) => choice(`${'xyz'[index]}`, to)),
      ...(next === undefined ? {} : { next }),
      ...(kind === undefined ? {} : { kind }),
    }));

const anyGraph = fc.tuple(...ids.map((id, at) => anyStep(id, at))).map((steps) => {
  const whole = aSpeech({ steps: [...steps, end('bye')] });
  // What is not reached would be found in nearly every graph: it is left out.
  const lost = new Set(
    checkScript(whole).flatMap(({ code, at }) => (code === 'unreachable' ? [at.stepId] : [])),
  );
  return { ...whole, steps: whole.steps.filter(({ id }) => !lost.has(id)) };
});

const anyFacts = fc.record(
  { 'customer.vip': fc.boolean(), 'call.waited': fc.integer({ min: 0, max: 9 }) },
  { requiredKeys: [] },
);
const asks = (script: Script, facts: object, digits: readonly number[]): string[] => {
  let record = startSpeech(script, facts);
  const way = [record.stepId];
  const rank = stepsToEnd(graphOf(script));
  for (let turn = 0; turn < digits.length + script.steps.length + 1; turn += 1) {
    const here = currentStep(script, record);
    if (isEnd(here)) break;
    const { choices } = here;
    // First as it comes, then the answer that leads nearest to an end.
    const nearest = [...choices].sort(
      (a, b) => (rank.get(a.next ?? '') ?? 99) - (rank.get(b.next ?? '') ?? 99),
    )[0];
    const digit = digits[turn];
    const answer = digit === undefined ? nearest : choices[digit % Math.max(choices.length, 1)];
    record =
      answer === undefined
        ? advanceSpeech(script, record, facts)
        : chooseAnswer(script, record, answer.id, facts);
    way.push(record.stepId);
  }
  return way;
};

describe('any graph', () => {
  it('[EDIT-5] one that passes the checks reaches an end, whatever is known and was answered', () => {
    let passed = 0;
    fc.assert(
      fc.property(
        anyGraph,
        anyFacts,
        fc.array(fc.nat(8), { maxLength: 12 }),
        (script, facts, digits) => {
          if (!maySubmit(checkScript(script))) return;
          passed += 1;
          expect(asks(script, facts, digits).at(-1)).toBe('bye');
        },
      ),
      { numRuns: 800 },
    );
    expect(passed).toBeGreaterThan(80);
  });

  it('[EDIT-6] the same answers take the same way, whatever the order of the facts', () => {
    fc.assert(
      fc.property(
        anyGraph,
        anyFacts,
        fc.array(fc.nat(8), { maxLength: 12 }),
        (script, facts, digits) => {
          const turned = Object.fromEntries(Object.entries(facts).reverse());
          const copied = structuredClone(script);
          expect(asks(copied, turned, digits)).toEqual(asks(script, facts, digits));
        },
      ),
      { numRuns: 150 },
    );
  });
});
