import { likelyReasons, withIvrReason } from '@shared/domain/caller/likely-reasons.ts';
import { ivrOfHeaders, ivrWords, maskCards, maskSteps } from '@shared/domain/ivr/ivr.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const none = { choice: null, path: null, digits: null, words: null, reason: null };
/** The check digit that makes a number pass Luhn. */
const withCheckDigit = (digits: string): string => {
  const sums = [...`${digits}0`].reverse().map((sign, at) => {
    const one = Number(sign) * (at % 2 === 1 ? 2 : 1);
    return one > 9 ? one - 9 : one;
  });
  return digits + String((10 - (sums.reduce((all, one) => all + one, 0) % 10)) % 10);
};

it('[IVR-5] a card number is masked whole or spaced, alone or among words; other numbers stay', () => {
  expect(maskCards('4970101234567893')).toBe('••••••••••••7893');
  expect(maskCards('4970-1012-3456-7893')).toBe('••••-••••-••••-7893');
  expect(maskCards('carte 4970 1012 3456 7893, merci')).toBe('carte •••• •••• •••• 7893, merci');
  for (const text of ['44712086', '0639984117', '1234567890123', 'commande 2026 11 05', '']) {
    expect(maskCards(text)).toBe(text);
  }
});

it('[IVR-5] whatever stands around a card number, its digits are gone but the last four', () => {
  const digits = fc.stringMatching(/^[1-9]\d{11,17}$/).map(withCheckDigit);
  fc.assert(
    fc.property(
      digits,
      fc.stringMatching(/^[a-z ]{0,8}$/),
      fc.constantFrom('', ' ', '-'),
      (card, around, gap) => {
        const text = `${around}${[...card].join(gap)}${around}`;
        const masked = maskCards(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.replace(/\D/g, '').length).toBeLessThanOrEqual(8);
      },
    ),
    { seed: 20_817 },
  );
});

it('[IVR-5] a card typed in its groups is masked, a security code whole, and nothing else', () => {
  const typed = (...values: string[]) =>
    maskSteps(values.map((value) => ({ kind: 'digits', prompt: null, value }))).map(
      ({ value }) => value,
    );
  expect(typed('4970', '1012', '3456', '7893', '0729', '123')).toEqual([
    '••••',
    '••••',
    '••••',
    '7893',
    '••••',
    '•••',
  ]);
  expect(typed('4970 1012 3456 7893#', '123#')).toEqual(['•••• •••• •••• 7893#', '•••#']);
  // A number, a postcode, an order and an amount; groups that are no card; a code long after.
  const others = ['0639980110', '29200', '2', '1234', '4970', '1012', '3456', '7894'];
  expect(typed(...others)).toEqual(others);
  const asked = { kind: 'digits', prompt: 'Cryptogramme', value: '123' };
  expect(maskSteps([asked])).toEqual([{ ...asked, value: '•••' }]);
  expect(maskSteps([{ ...asked, kind: 'words' }])[0]?.value).toBe('123');
});

it('[IVR-3] the switch’s headers are read, encoded or not; silence is none', () => {
  expect(ivrOfHeaders(none)).toBeNull();
  expect(ivrOfHeaders({ ...none, choice: ' ', digits: '' })).toBeNull();
  const all = {
    choice: 'commande%20livr%C3%A9e',
    path: '2',
    digits: '44712086',
    words: '50 % de',
    reason: 'livraison',
  };
  expect(ivrOfHeaders(all)).toEqual({
    steps: [
      { kind: 'menu', prompt: null, value: '2', label: 'commande livrée' },
      { kind: 'digits', prompt: null, value: '44712086', label: null },
      { kind: 'words', prompt: null, value: '50 % de', label: null },
    ],
    reasonCode: 'livraison',
  });
  expect(ivrOfHeaders({ ...none, digits: '4970101234567893' })?.steps[0]?.value).toBe(
    '••••••••••••7893',
  );
});

it('[IVR-4] his own choice comes before what the hub may guess', () => {
  const ivr = ivrOfHeaders({ ...none, choice: 'commande livrée' }) ?? undefined;
  const guessed = likelyReasons({ cases: [], callbacks: [], interactions: [] }, 'kerdoual', 0);
  expect(withIvrReason(guessed, ivr, 'Livraison')).toMatchObject([
    { kind: 'ivr', title: 'Livraison', verdict: 'almost-sure' },
  ]);
  expect(withIvrReason(guessed, ivr, null)[0]?.title).toBe('commande livrée');
  expect(withIvrReason(guessed, undefined, null)).toEqual([]);
});

it('[IVR-6] the words are the last choice that means something, and what was typed and said', () => {
  const menu = (label: string | null) => ({
    kind: 'menu' as const,
    prompt: null,
    value: '1',
    label,
  });
  const steps = [
    menu('service clients'),
    menu('commande livrée'),
    menu(null),
    { kind: 'digits' as const, prompt: null, value: '44712086', label: null },
  ];
  expect(ivrWords({ steps, reasonCode: null })).toEqual({
    choice: 'commande livrée',
    typed: ['44712086'],
    said: [],
  });
});
