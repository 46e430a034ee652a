import type { Facts } from '@shared/domain/script/facts.ts';
import { renderSpeech } from '@shared/domain/script/render.ts';
import { chooseWords, type RelationMode } from '@shared/domain/script/text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const said = (text: string, facts: Facts = {}) =>
  renderSpeech(text, facts, 'fr')
    .map((part) => part.text)
    .join('');

describe('what is said', () => {
  it('[SPEECH-1] a fact is merged, and marked as a field', () => {
    expect(
      renderSpeech(
        'Bonjour {{customer.formalName|à vous}}.',
        { 'customer.formalName': 'Madame Vasseur' },
        'fr',
      ),
    ).toEqual([
      { kind: 'words', text: 'Bonjour ', exact: false },
      { kind: 'field', text: 'Madame Vasseur', exact: false },
      { kind: 'words', text: '.', exact: false },
    ]);
  });

  it('[SPEECH-1] a missing fact takes the words written for it', () => {
    expect(said('Bonjour {{customer.formalName|à vous}}.')).toBe('Bonjour à vous.');
  });

  it.each([
    ['Bonjour {{customer.firstName}}, ici {{brand.name}}.', 'Bonjour, ici.'],
    ['Votre {{order.label}} est arrivée.', 'Votre est arrivée.'],
    ['{{customer.firstName}} Bonjour', 'Bonjour'],
  ])('[SPEECH-1] "%s" without facts leaves no gap', (text, words) => {
    expect(said(text)).toBe(words);
  });

  it('[SPEECH-1] a yes or no has no words, a number is written the French way', () => {
    expect(said('{{customer.vip|non}}', { 'customer.vip': true })).toBe('non');
    expect(said('{{call.waited}} s', { 'call.waited': 1200 })).toMatch(/^1\s200 s$/u);
  });

  it('[SPEECH-1] an unknown field shows its own words', () => {
    expect(said('{{constructor|rien}} {{customer.age|inconnu}}')).toBe('rien inconnu');
  });

  it('[SPEECH-2] the exact wording is marked, merged fields inside it too', () => {
    const parts = renderSpeech(
      'Avant. [[Ici {{brand.name}}, pour vous.]] Après.',
      { 'brand.name': 'Kerdoual' },
      'fr',
    );
    expect(
      parts
        .filter((part) => part.exact)
        .map((part) => part.text)
        .join(''),
    ).toBe('Ici Kerdoual, pour vous.');
    expect(parts.filter((part) => !part.exact).map((part) => part.text)).toEqual([
      'Avant. ',
      ' Après.',
    ]);
  });

  it.each(['[[sans fin', 'fin seule]]', '{{sans fin', 'a }} b', '{{}}'])(
    '[SPEECH-3] "%s" is shown as it was written',
    (text) => {
      expect(said(text)).toBe(text);
    },
  );

  it('[SPEECH-3] a broken field inside the exact wording is shown as it was written', () => {
    expect(said('[[{{x]]')).toBe('{{x');
  });

  it('[SPEECH-3] any text is rendered without an exception, and plain words are kept', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = said(text);
        if (!/[[\]{}]/.test(text))
          expect(shown.replaceAll('\u00a0', ' ')).toBe(text.replaceAll(/[\u00a0\u202f]/g, ' '));
      }),
    );
  });

  it('[SPEECH-1] whatever the facts, no mark-up of a well-formed text is shown', () => {
    const word = fc.stringMatching(/^[a-z ]{0,12}$/);
    const piece = fc.oneof(
      word,
      word.map((text) => `{{customer.firstName|${text}}}`),
      word.map((text) => `[[${text}{{brand.name}}]]`),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.option(fc.constant('Ada')), (pieces, name) => {
        const facts = name === null ? {} : { 'customer.firstName': name };
        expect(said(pieces.join(''), facts)).not.toMatch(/[[\]{}|]/);
      }),
    );
  });

  it('[SPEECH-4] the variant of the relation is said, else the general text', () => {
    const text = { default: 'à tous', expert: 'au connaisseur' };
    const told = (tone: RelationMode | null) => ({ language: 'fr', written: 'fr', tone }) as const;
    expect(chooseWords(text, told('expert'))).toBe('au connaisseur');
    expect(chooseWords(text, told('brand-led'))).toBe('à tous');
    expect(chooseWords(text, told(null))).toBe('à tous');
    expect(chooseWords({ default: 'a', 'brand-led': 'b' }, told('brand-led'))).toBe('b');
  });
});
