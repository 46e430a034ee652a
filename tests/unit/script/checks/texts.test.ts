import { checkScript } from '@shared/domain/script/checks/check-script.ts';
import { findWords } from '@shared/domain/script/checks/find-words.ts';
import { countWords, readingSeconds } from '@shared/domain/script/checks/reading-time.ts';
import { describe, expect, it } from 'vitest';
import { aSpeech, end, found, step } from './a-speech.ts';

const saying = (text: string) => ({
  steps: [step('hello', { text: { default: text }, next: 'bye' }), end('bye')],
});
const passage = (
  id: string,
  passages: ('identity' | 'commercial-nature' | 'recording' | 'confirmation')[],
  next: string,
) =>
  step(id, {
    passages,
    next,
    text: { default: '[[Ici {{brand.name}}, appel commercial enregistré.]]' },
  });

describe('what the law wants said', () => {
  it('[EDIT-7] a commercial call that we make says who calls, for whom and that it is commercial', () => {
    const outbound = { direction: 'outbound', purpose: 'commercial' } as const;
    expect(found(outbound)).toEqual([
      'block passage-missing hello passages',
      'block passage-missing hello passages',
    ]);
    const said = passage('hello', ['identity', 'commercial-nature'], 'bye');
    expect(found({ ...outbound, steps: [said, end('bye')] })).toEqual([]);
    expect(found({ ...outbound, direction: 'inbound' })).toEqual([]);
  });

  it('[EDIT-7] a way around the passage is found', () => {
    const routes = [{ if: 'customer.vip', next: 'bye' }];
    const steps = [
      step('hello', { kind: 'branch', text: { default: '' }, routes, next: 'said' }),
      passage('said', ['recording'], 'bye'),
      end('bye'),
    ];
    const [finding] = checkScript(aSpeech({ recorded: true, steps }));
    expect([finding?.code, finding?.data]).toEqual([
      'passage-missing',
      { passage: 'recording', step: 'hello', end: 'bye', law: 'CNIL' },
    ]);
  });

  it('[EDIT-7] an order or a contract is confirmed before the end', () => {
    const action = { type: 'open-case', kind: 'contract', title: 'Contrat' } as const;
    const sell = (next: string) => step('hello', { kind: 'do', action, next });
    expect(found({ steps: [sell('bye'), end('bye')] })).toEqual([
      'block passage-missing hello passages',
    ]);
    const confirmed = passage('confirm', ['confirmation'], 'bye');
    expect(found({ steps: [sell('confirm'), confirmed, end('bye')] })).toEqual([]);
  });

  it('[EDIT-7] a passage has its exact words, and names the brand where it says for whom', () => {
    const loose = step('hello', {
      passages: ['identity'],
      text: { default: 'C’est nous.' },
      next: 'bye',
    });
    expect(found({ steps: [loose, end('bye')] })).toEqual([
      'block passage-without-wording hello text fr',
      'block passage-without-brand hello text fr',
    ]);
    const named = { ...loose, text: { default: '[[Ici Maison Kerdoual.]]' } };
    expect(found({ steps: [named, end('bye')] }, { brandName: 'Maison Kerdoual' })).toEqual([]);
  });
});

describe('what is merged', () => {
  it.each([
    ['Bonjour {{customer.frmalName|vous}}.', ['block field-unknown hello text.default fr']],
    ['Le {{time.today:fancy}}.', ['block format-unknown hello text.default fr']],
    ['{{customer.vip|oui}}', ['block field-without-words hello text.default fr']],
    ['Bonjour {{customer.lastName', ['block mark-up-broken hello text.default fr']],
    ['[[Rien à payer.', ['block mark-up-broken hello text.default fr']],
    ['Le {{time.today:weekday}}, {{advisor.firstName}}.', []],
  ])('[EDIT-8] "%s"', (text, codes) => {
    expect(found(saying(text))).toEqual(codes);
  });

  it('[EDIT-8] the field is marked in the text, and the one that was meant is proposed', () => {
    const text = 'Bonjour {{customer.comune|là}}.';
    const [finding] = checkScript(aSpeech(saying(text)));
    expect(text.slice(finding?.at.from, finding?.at.to)).toBe('{{customer.comune|là}}');
    expect(finding?.data).toEqual({ name: 'customer.comune', suggestion: 'customer.commune' });
  });

  it('[EDIT-8] who is not known is not called by a name', () => {
    const openingUnknown = { default: 'Bonjour {{customer.lastName|vous}}.' };
    expect(found({ openingUnknown })).toEqual(['block name-for-unknown openingUnknown.default fr']);
  });

  it('[EDIT-9] a field that may be empty without words for it is advised on', () => {
    expect(found(saying('Votre {{order.label}}, {{brand.name}}.'))).toEqual([
      'advice field-may-be-empty hello text.default fr',
    ]);
    expect(found(saying('Votre {{order.label|commande}}.'))).toEqual([]);
    expect(found(saying('Votre commande{{order.number|}}.'))).toEqual([]);
  });
});

describe('what is said', () => {
  it('[EDIT-10] 24 words take 9 seconds; over 16 is advised on, over 40 blocks', () => {
    const words = (count: number) => `${'mot '.repeat(count - 1)}mot.`;
    expect([countWords(words(24)), readingSeconds(words(24))]).toEqual([24, 9]);
    expect(
      countWords(
        'L’appel est [[gratuit]], {{customer.lastName}} : {{order.label|votre commande}} !',
      ),
    ).toBe(6);
    expect(found(saying(words(43)))).toEqual([]);
    expect(found(saying(words(45)))).toEqual(['advice reading-too-long hello text.default fr']);
    expect(found(saying(words(110)))).toEqual(['block reading-too-long hello text.default fr']);
    expect(found(saying(words(12)), { readingLimitS: 4 })).toEqual([
      'advice reading-too-long hello text.default fr',
    ]);
  });

  it.each([
    ['pas de souci', 'Oh, PAS DE SOUCIS !', 'PAS DE SOUCIS'],
    ["n'hésitez pas", 'N’hésitez\u00a0pas à rappeler', 'N’hésitez\u00a0pas'],
    ['problème', 'Aucun probleme', 'probleme'],
    ['garantir', 'Je vous le garantis', 'garantis'],
    ['décalé', 'elles sont décalées', 'décalées'],
    ['souci', 'insouciance', ''],
    ['pas de souci', 'pas le moindre souci', ''],
  ])('[EDIT-11] "%s" in "%s" is found as "%s"', (words, text, written) => {
    expect(
      (findWords(text, [words])[0] ?? []).map(({ from, to }) => text.slice(from, to)).join(),
    ).toBe(written);
  });

  it('[EDIT-11] words that the brand avoids are found, with what it says instead', () => {
    const avoided = [
      { words: 'pas de souci', instead: 'avec plaisir', severity: 'advice' },
    ] as const;
    const [finding] = checkScript(aSpeech(saying('Pas de soucis, {{customer.lastName|pas}}.')), {
      avoided,
    });
    expect([finding?.code, finding?.severity, finding?.data]).toEqual([
      'words-forbidden',
      'advice',
      { words: 'pas de souci', found: 'Pas de soucis', instead: 'avec plaisir' },
    ]);
    expect(
      found(saying('No worries.'), {
        avoided: [{ words: 'worries', severity: 'block', language: 'en' }],
      }),
    ).toEqual([]);
  });

  it('[EDIT-12] a language that is promised is whole: texts block, labels are advised on', () => {
    expect(found({ languages: ['fr', 'en'] })).toEqual([
      'block translation-missing opening en',
      'block translation-missing openingUnknown en',
      'block translation-missing hello text en',
      'block translation-missing bye text en',
      'advice label-untranslated hello title en',
      'advice label-untranslated bye title en',
    ]);
  });
});

describe('what is asked and done', () => {
  it('[EDIT-13] a condition with a mistake is found at its place', () => {
    const routes = [{ if: 'customer.vpi', next: 'bye' }];
    const [finding] = checkScript(
      aSpeech({ steps: [step('hello', { routes, next: 'bye' }), end('bye')] }),
    );
    expect([finding?.at, finding?.data]).toEqual([
      { stepId: 'hello', field: 'routes.0', from: 0, to: 12 },
      { step: 'hello', problem: 'unknown-name', found: 'customer.vpi', suggestion: 'customer.vip' },
    ]);
  });

  it.each([
    ['block action-missing hello action', { kind: 'do' as const }],
    [
      'block answer-unknown hello action',
      { action: { type: 'callback' as const, reason: 'x', when: 'ask.day' } },
    ],
    ['block sub-script-missing hello script', { kind: 'sub-script' as const }],
    [
      'block consent-incomplete hello fields.0',
      { fields: [{ id: 'c', label: 'Accord', type: 'consent' as const }] },
    ],
    [
      'block options-missing hello fields.0',
      { fields: [{ id: 'o', label: 'Lequel', type: 'one-of' as const }] },
    ],
    ['block nothing-said hello text', { text: { default: ' ' } }],
  ])('[EDIT-13] %s', (written, more) => {
    expect(found({ steps: [step('hello', { ...more, next: 'bye' }), end('bye')] })).toEqual([
      written,
    ]);
  });

  it('[EDIT-13] a speech that can be called is known', () => {
    const call = step('hello', {
      kind: 'sub-script',
      script: { id: 'other', version: 2 },
      next: 'bye',
    });
    const steps = [call, end('bye')];
    expect(found({ steps }, { hasScript: (_id, version) => version === 2 })).toEqual([]);
    expect(found({ steps }, { hasScript: () => false })).toEqual([
      'block sub-script-missing hello script',
    ]);
  });
});
