import {
  addObjection,
  addStepAfter,
  changeStep,
  freeKey,
  leadTo,
  moveStep,
  newStep,
  removeStep,
} from '@shared/domain/script/editing/edits.ts';
import { changed, redone, startHistory, undone } from '@shared/domain/script/editing/history.ts';
import { layoutOf, nodeSize } from '@shared/domain/script/editing/layout.ts';
import { outlineOf } from '@shared/domain/script/editing/outline.ts';
import { sameShape } from '@shared/domain/script/editing/shape.ts';
import { scriptSchema } from '@shared/domain/script/script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaint } from '../../../component/support/speeches.ts';
import { aSpeech, end, step } from '../checks/a-speech.ts';

const plan = (script: Parameters<typeof outlineOf>[0]) =>
  outlineOf(script).map(
    (row) =>
      `${'  '.repeat(row.depth)}${row.digit ?? ''}${row.step.id}${row.reached ? '' : ' lost'}`,
  );

describe('the outline', () => {
  it('[EDIT-14] what an answer leads to is indented below its question, where ways meet is not', () => {
    expect(plan(complaint)).toEqual([
      'accueil',
      'constat',
      'solution',
      '  1pied-neuf',
      '  2echange',
      '  3sav',
      '  4reflechit',
      '  rappel',
      'confirmation',
      'cloture',
    ]);
  });

  const anyLinks = fc.array(
    fc.record({
      next: fc.option(fc.nat(9), { nil: undefined }),
      choices: fc.array(fc.nat(9), { maxLength: 3 }),
    }),
    { minLength: 10, maxLength: 10 },
  );
  const graphs = anyLinks.map((links) =>
    aSpeech({
      firstStep: 's0',
      steps: links.map(({ next, choices }, at) =>
        step(`s${at}`, {
          ...(next === undefined ? {} : { next: `s${next}` }),
          choices: choices.map((to, index) => ({ id: `c${index}`, label: 'x', next: `s${to}` })),
        }),
      ),
    }),
  );
  it('[EDIT-14] of any graph every step stands in it once, and has a place of its own on the canvas', () => {
    fc.assert(
      fc.property(graphs, (script) => {
        const ids = script.steps.map(({ id }) => id).sort();
        expect(
          outlineOf(script)
            .map((row) => row.step.id)
            .sort(),
        ).toEqual(ids);
        const places = layoutOf(script);
        expect([...places.keys()].sort()).toEqual(ids);
        const spots = [...places.values()];
        for (const a of spots)
          for (const b of spots)
            if (a !== b)
              expect(
                Math.abs(a.y - b.y) >= nodeSize.height || Math.abs(a.x - b.x) >= nodeSize.width,
              ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

it('[EDIT-14] while only words change it leads as before, and as soon as a way changes it does not', () => {
  expect(
    sameShape(complaint, changeStep(complaint, 'sav', { title: 'Autre', text: { default: 'x' } })),
  ).toBe(true);
  expect(sameShape(complaint, changeStep(complaint, 'sav', { next: 'rappel' }))).toBe(false);
  expect(sameShape(complaint, removeStep(complaint, 'sav'))).toBe(false);
  expect(sameShape(complaint, moveStep(complaint, 'sav', 1))).toBe(false);
});

describe('changes', () => {
  const script = aSpeech({ steps: [step('hello', { next: 'bye' }), end('bye')] });

  it('[EDIT-15] a step goes in behind another, and comes out again without a trace', () => {
    const added = newStep(script, 'say', { title: 'Été à la mer', text: 'Bonjour.' });
    expect(added.id).toBe('ete-a-la-mer');
    const more = addStepAfter(script, 'hello', added);
    expect(more.steps.map(({ id, next }) => `${id}>${next ?? ''}`)).toEqual([
      'hello>ete-a-la-mer',
      'ete-a-la-mer>bye',
      'bye>',
    ]);
    expect(removeStep(more, 'ete-a-la-mer')).toEqual(script);
  });

  it('[EDIT-15] a step that is taken out leaves no way to it, wherever it was led to from', () => {
    const choices = [{ id: 'a', label: 'a', next: 'mid' }];
    const routes = [{ if: 'customer.vip', next: 'mid' }];
    const objections = [{ id: 'o', label: 'o', answer: { default: 'x' }, next: 'mid' }];
    const steps = [step('hello', { choices, routes, next: 'mid' }), step('mid'), end('bye')];
    const less = removeStep(aSpeech({ steps, objections, firstStep: 'mid' }), 'mid');
    expect(JSON.stringify(less)).not.toContain('"mid"');
    expect(less.firstStep).toBe('hello');
    expect(removeStep(aSpeech({ steps: [end('hello')] }), 'hello').steps).toHaveLength(1);
  });

  it('[EDIT-15] ways are led, left open, and steps moved', () => {
    const led = leadTo(script, { stepId: 'hello', field: 'next' }, null);
    expect(led.steps[0]?.next).toBeUndefined();
    expect(leadTo(led, { stepId: 'hello', field: 'next' }, 'bye')).toEqual(script);
    expect(moveStep(script, 'hello', 1).steps.map(({ id }) => id)).toEqual(['bye', 'hello']);
    expect(moveStep(script, 'hello', -1)).toBe(script);
    expect(freeKey('Solution', ['solution', 'solution-2'])).toBe('solution-3');
    expect(addObjection(script, 'C’est cher').objections[0]?.id).toBe('c-est-cher');
  });

  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom('add', 'remove', 'lead', 'move', 'title'),
      at: fc.nat(5),
      to: fc.nat(5),
    }),
    { maxLength: 20 },
  );
  it('[EDIT-15] after any changes it is still a speech whose ways lead to steps that it has', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        let now = script;
        for (const { deed, at, to } of list) {
          const here = now.steps[at % now.steps.length]?.id ?? '';
          const there = now.steps[to % now.steps.length]?.id ?? '';
          if (deed === 'add')
            now = addStepAfter(now, here, newStep(now, 'ask', { title: 'x', text: 'x' }));
          else if (deed === 'remove') now = removeStep(now, here);
          else if (deed === 'lead') now = leadTo(now, { stepId: here, field: 'next' }, there);
          else if (deed === 'move') now = moveStep(now, here, 1);
          else now = changeStep(now, here, { title: 'y' });
        }
        expect(scriptSchema.safeParse(now).success).toBe(true);
        const ids = now.steps.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { next } of now.steps) if (next !== undefined) expect(ids).toContain(next);
        expect(ids).toContain(now.firstStep);
      }),
      { numRuns: 200 },
    );
  });
});

describe('undo', () => {
  it('[EDIT-16] letters typed soon after each other in one place are taken back together', () => {
    let history = startHistory('');
    for (const [at, text] of ['b', 'bo', 'bon'].entries())
      history = changed(history, text, { place: 'title', atMs: at * 100 });
    history = changed(history, 'bon!', { place: 'text', atMs: 350 });
    history = changed(history, 'bon!?', { place: 'text', atMs: 5000 });
    expect(history.past).toEqual(['', 'bon', 'bon!']);
    history = changed(history, 'a', { place: null, atMs: 5001 });
    history = changed(history, 'b', { place: null, atMs: 5002 });
    history = undone(undone(undone(undone(history))));
    expect(history.now).toBe('bon');
    expect(redone(history).now).toBe('bon!');
    history = changed(history, 'anew', { place: 'x', atMs: 9000 });
    expect(redone(history)).toBe(history);
    expect(undone(startHistory('a')).now).toBe('a');
  });
});
