import { withRoutes } from '@api/db/migrations/0075-speech-routes.ts';
import { environmentOf } from '@shared/domain/script/answers.ts';
import { effectsOf, resultOf } from '@shared/domain/script/effects.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import { factFormats, formatFact } from '@shared/domain/script/format-fact.ts';
import { mentionedFacts, renderSpeech } from '@shared/domain/script/render.ts';
import {
  advanceSpeech,
  canAdvance,
  chooseAnswer,
  currentStep,
  goBack,
  jumpTo,
  keepField,
  standableSteps,
  startSpeech,
} from '@shared/domain/script/run.ts';
import { kindOf } from '@shared/domain/script/step.ts';
import { chooseWords, isWrittenIn, labelIn } from '@shared/domain/script/text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeSpeech } from './made-speech.ts';

const said = (text: string, facts: Facts, language: 'fr' | 'en' = 'fr') =>
  renderSpeech(text, facts, language)
    .map((part) => part.text)
    .join('');

describe('steps and where they lead', () => {
  it('[SCRIPT-1] a step without a kind asks when it has something to answer, and says when it has not', () => {
    const { steps } = madeSpeech([
      { id: 'a' },
      { id: 'b', choices: [{ id: 'x', label: 'x' }] },
      { id: 'c', fields: [{ id: 'x', label: 'x', type: 'text' }] },
      { id: 'd', kind: 'end' },
    ]);
    expect(steps.map(kindOf)).toEqual(['say', 'ask', 'ask', 'end']);
  });

  it.each([
    ['unknown', 'customer.vip'],
    ['mistaken', 'customer.vip and ('],
    ['of a name that nobody knows', 'constructor = "x"'],
  ])('[SCRIPT-2] a route that is %s is not true: the next one leads on', (_, text) => {
    const script = madeSpeech([
      {
        id: 'a',
        routes: [
          { if: text, next: 'b' },
          { if: 'true', next: 'c' },
        ],
      },
      { id: 'b' },
      { id: 'c' },
    ]);
    expect(advanceSpeech(script, startSpeech(script), {}).stepId).toBe('c');
  });

  it('[SCRIPT-3] branches are passed through, at the start as well, and what they ask is known', () => {
    const script = madeSpeech([
      { id: 'door', kind: 'branch', routes: [{ if: 'customer.vip', next: 'vip' }], next: 'ask' },
      { id: 'vip' },
      { id: 'ask', choices: [{ id: 'yes', label: 'Oui' }], next: 'fork' },
      {
        id: 'fork',
        kind: 'branch',
        routes: [{ if: 'answer.ask = "yes" and time.hour < 12', next: 'end' }],
        next: 'vip',
      },
      { id: 'end', kind: 'end' },
    ]);
    expect(startSpeech(script, { 'customer.vip': true }).stepId).toBe('vip');
    const asked = startSpeech(script, {});
    expect(asked.stepId).toBe('ask');
    const answered = chooseAnswer(script, asked, 'yes', { 'time.hour': 9 });
    expect(answered.stepId).toBe('end');
    expect(answered.path).toEqual(['ask']);
  });

  it('[SCRIPT-3] a circle of branches leads nowhere instead of for ever', () => {
    const script = madeSpeech([
      { id: 'a', next: 'b' },
      { id: 'b', kind: 'branch', next: 'c' },
      { id: 'c', kind: 'branch', next: 'b' },
    ]);
    expect(canAdvance(script, startSpeech(script), {})).toBe(false);
  });

  it('[SCRIPT-9] the same answers take the same path, in whatever order they are held', () => {
    const script = madeSpeech([
      {
        id: 'a',
        fields: [{ id: 'n', label: 'n', type: 'number' }],
        routes: [
          { if: 'answer.a.n > 3 and customer.vip', next: 'b' },
          { if: 'customer.since < 2020 or answer.a.n = 1', next: 'c' },
        ],
        next: 'd',
      },
      { id: 'b' },
      { id: 'c' },
      { id: 'd' },
    ]);
    const fact = fc.record(
      { 'customer.vip': fc.boolean(), 'customer.since': fc.integer({ min: 2010, max: 2026 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fact, fc.option(fc.integer({ min: 0, max: 6 })), (facts, number) => {
        const go = (known: Facts) => {
          const begun = startSpeech(script, known);
          const kept = number === null ? begun : keepField(script, begun, 'n', String(number));
          return advanceSpeech(script, kept, known);
        };
        const turned = Object.fromEntries(Object.entries(facts).reverse()) as Facts;
        expect(go(turned)).toEqual(go(facts));
      }),
    );
  });

  it('[SCRIPT-15] every step can be jumped to, and ← comes back', () => {
    const script = madeSpeech([{ id: 'a', next: 'b' }, { id: 'b' }, { id: 'c' }]);
    const jumped = jumpTo(script, startSpeech(script), 'c');
    expect(currentStep(script, jumped).id).toBe('c');
    expect(goBack(jumped).stepId).toBe('a');
    expect(jumpTo(script, jumped, 'nowhere')).toBe(jumped);
    const forked = madeSpeech([{ id: 'a' }, { id: 'fork', kind: 'branch' }]);
    expect(standableSteps(forked).map((step) => step.id)).toEqual(['a']);
    expect(jumpTo(forked, startSpeech(forked), 'fork').stepId).toBe('a');
  });

  it('[SCRIPT-15] a walk in circles never ends, and forgets its oldest steps', () => {
    const script = madeSpeech([
      { id: 'a', next: 'b' },
      { id: 'b', next: 'a' },
    ]);
    let record = startSpeech(script);
    for (let step = 0; step < 1201; step += 1) record = advanceSpeech(script, record, {});
    expect(record.stepId).toBe('b');
    expect(record.path).toHaveLength(500);
  });

  it('[SCRIPT-17] the conditions of speeches written before are routes that say the same', () => {
    const step = withRoutes({
      id: 'a',
      branches: [
        { when: [{ fact: 'customer.vip', is: 'equal', value: true }], next: 'b' },
        {
          when: [
            { fact: 'case.title', is: 'equal', value: 'Devis "x"' },
            { fact: 'a.montant', is: 'at-least', value: 10 },
            { fact: 'b', is: 'absent' },
          ],
          next: 'c',
        },
      ],
    });
    expect(step).toEqual({
      id: 'a',
      routes: [
        { if: 'customer.vip = true', next: 'b' },
        {
          if: 'case.title = "Devis \\"x\\"" and answer.a.montant >= 10 and answer.b is unknown',
          next: 'c',
        },
      ],
    });
  });
});

describe('words', () => {
  const text = {
    default: 'à tous',
    expert: 'au connaisseur',
    variants: [
      { language: 'en', text: 'to all' },
      { language: 'en', tone: 'expert', text: 'to the expert' },
      { channel: 'sms', text: 'par SMS' },
      { channel: 'sms', tone: 'expert', text: 'SMS au connaisseur' },
    ],
  } as const;
  const told = (language: 'fr' | 'en', tone: 'expert' | null, channel?: 'sms') =>
    chooseWords(
      { ...text, variants: [...text.variants] },
      { language, written: 'fr', tone, ...(channel === undefined ? {} : { channel }) },
    );

  it('[SCRIPT-4] the language counts first, then the channel, then the tone', () => {
    expect(told('en', 'expert')).toBe('to the expert');
    expect(told('en', null)).toBe('to all');
    expect(told('en', null, 'sms')).toBe('to all');
    expect(told('fr', null, 'sms')).toBe('par SMS');
    expect(told('fr', 'expert', 'sms')).toBe('SMS au connaisseur');
    expect(told('fr', 'expert')).toBe('au connaisseur');
  });

  it('[SCRIPT-4] a missing language falls back to the written one', () => {
    expect(chooseWords({ default: 'à tous' }, { language: 'en', written: 'fr', tone: null })).toBe(
      'à tous',
    );
  });

  it('[SCRIPT-4] whether a text is written in a language is known', () => {
    const both = { default: 'à tous', variants: [{ language: 'en' as const, text: 'to all' }] };
    expect(isWrittenIn(both, 'en', 'fr')).toBe(true);
    expect(isWrittenIn({ default: 'à tous' }, 'en', 'fr')).toBe(false);
    expect(isWrittenIn({ default: ' ' }, 'fr', 'fr')).toBe(false);
  });

  it('[SCRIPT-5] the facts that a text mentions are read with their format and their fallback', () => {
    expect(mentionedFacts('Le {{ order.date : weekday | bientôt }}, {{case.title}}')).toEqual([
      { name: 'order.date', format: 'weekday', hasFallback: true, at: 3 },
      { name: 'case.title', format: null, hasFallback: false, at: 41 },
    ]);
  });

  it('[SCRIPT-5] every format of a type says something of its own', () => {
    const plain = (format?: string) =>
      formatFact('order.date', '2026-11-03', { language: 'fr', format });
    const words = factFormats.date.map((format) => plain(format));
    expect(new Set(words).size).toBe(words.length);
    expect(plain('nonsense')).toBe(plain('long'));
  });

  it('[SCRIPT-18] a label is shown in the language of the call, else as it was written', () => {
    expect(labelIn('Oui', { en: 'Yes' }, 'en')).toBe('Yes');
    expect(labelIn('Oui', { en: 'Yes' }, 'fr')).toBe('Oui');
    expect(labelIn('Oui', undefined, 'en')).toBe('Oui');
  });

  it.each([
    ['{{order.date}}', 'fr', '3 novembre 2026'],
    ['{{order.date:weekday}}', 'fr', 'mardi 3 novembre'],
    ['{{order.date:short}}', 'en', '03/11/2026'],
    ['{{customer.value}}', 'fr', '3 940 €'],
    ['{{customer.value:exact}}', 'en', '€3,940.00'],
    ['{{customer.since}}', 'fr', '2017'],
    ['{{case.reference:pairs}}', 'fr', 'R- 20 81 7'],
    ['{{order.label:upper|rien}}', 'fr', 'CANAPÉ'],
  ] as const)('[SCRIPT-5] %s in %s is "%s"', (written, language, words) => {
    const facts: Facts = {
      'order.date': '2026-11-03',
      'customer.value': 3940,
      'customer.since': 2017,
      'case.reference': 'R-20817',
      'order.label': 'canapé',
    };
    expect(said(written, facts, language).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });

  it('[SCRIPT-6] whatever a fact holds, it never marks, merges or ends a passage', () => {
    const nasty = fc
      .array(fc.constantFrom('[[', ']]', '{{', '}}', '|', '<b>', '&amp;', 'a', ' ', '${x}', '$&'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, fc.boolean(), (name, exact) => {
        fc.pre(name.trim() !== '');
        const body = 'Ici {{customer.firstName|x}}, voilà';
        const parts = renderSpeech(
          exact ? `[[${body}]]` : body,
          { 'customer.firstName': name },
          'en',
        );
        expect(parts.filter(({ kind }) => kind === 'field').map((one) => one.text)).toEqual([
          name.trim(),
        ]);
        expect(parts.every((part) => part.exact === exact)).toBe(true);
        expect(parts.map((part) => part.text).join('')).toBe(`Ici ${name.trim()}, voilà`);
      }),
    );
  });
});

describe('what answers fill', () => {
  const script = madeSpeech([
    {
      id: 'a',
      choices: [{ id: 'x', label: 'x', next: 'b', dispositionCode: 'first' }],
      fields: [
        { id: 'mail', label: 'E-mail', type: 'email', fills: 'customer.email' },
        {
          id: 'ok',
          label: 'Accord',
          type: 'consent',
          consent: { channel: 'email', purpose: 'offres', wording: { default: 'Voulez-vous ?' } },
        },
      ],
    },
    { id: 'b', kind: 'do', action: { type: 'disposition', code: 'second' }, next: 'c' },
    { id: 'c', kind: 'end', dispositionCode: 'third', result: 'reached' },
  ]);

  it('[SCRIPT-14] the last qualification on her way counts', () => {
    const start = startSpeech(script);
    expect(effectsOf(script, start).dispositionCode).toBeNull();
    const first = chooseAnswer(script, start, 'x', {});
    expect(effectsOf(script, first).dispositionCode).toBe('first');
    const done = { ...first, done: { b: '2026-11-28T10:00:00.000Z' } };
    expect(effectsOf(script, done).dispositionCode).toBe('second');
    expect(effectsOf(script, done).actions.map(({ step }) => step.id)).toEqual(['b']);
    const end = advanceSpeech(script, done, {});
    expect(effectsOf(script, end).dispositionCode).toBe('third');
    expect(resultOf(script, end)).toBe('reached');
    expect(effectsOf(script, goBack(goBack(end))).dispositionCode).toBe('first');
  });

  it('[SCRIPT-14] answers and consents are listed with what they fill', () => {
    const kept = keepField(
      script,
      keepField(script, startSpeech(script), 'mail', ' a@exemple.fr '),
      'ok',
      'yes',
    );
    const { fills, consents } = effectsOf(script, kept);
    expect(fills).toEqual([{ target: 'customer.email', value: 'a@exemple.fr', label: 'E-mail' }]);
    expect(consents).toMatchObject([{ fieldId: 'ok', answer: 'yes', ask: { channel: 'email' } }]);
  });

  it('[SCRIPT-16] every fact and every answer has a name and a type', () => {
    const names = environmentOf(script);
    expect(names.get('customer.vip')).toEqual({ kind: 'yes-no' });
    expect(names.get('answer.a')).toEqual({ kind: 'one-of', values: ['x'] });
    expect(names.get('answer.a.mail')).toEqual({ kind: 'text' });
    expect(names.get('answer.a.ok')).toEqual({ kind: 'one-of', values: ['yes', 'no'] });
    expect(names.has('answer.b')).toBe(false);
  });
});
