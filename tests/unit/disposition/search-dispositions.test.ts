import {
  foldText,
  markMatch,
  mostUsed,
  searchDispositions,
} from '@shared/domain/disposition/search-dispositions.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reference } from '../../component/support/organisation.ts';

const all = reference.dispositions;
const codes = (query: string) => searchDispositions(all, query, 'fr').map((one) => one.code);

it.each([
  ['écha', ['ECH-OK', 'ECH-CONF', 'PARTI']],
  ['ECHA', ['ECH-OK', 'ECH-CONF', 'PARTI']],
  ['ech-conf', ['ECH-CONF']],
  ['visite', ['RDV']],
  ['oeuvre', ['RDV']],
  ['client avant', ['PARTI']],
  ['zzz', []],
  ['', []],
])('[WRAP-6] "%s" finds %j', (query, found) => {
  expect(codes(query)).toEqual(found);
});

it('[WRAP-6] a label is found by each of its words, whatever its accents', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.boolean(), (one, plain) => {
      const label = plain ? foldText(one.label.fr) : one.label.fr.toUpperCase();
      expect(codes(label)).toContain(one.code);
    }),
  );
});

it('[WRAP-6] the matched part of a label is marked and nothing of it is lost', () => {
  expect(markMatch('Échange accepté', 'echa')).toEqual([
    { text: 'Écha', matched: true },
    { text: 'nge accepté', matched: false },
  ]);
  fc.assert(
    fc.property(fc.string(), fc.string(), (label, query) => {
      const parts = markMatch(label, query);
      expect(parts.map((part) => part.text).join('')).toBe(label);
    }),
  );
});

it('[WRAP-7] the four of lowest rank are the most used', () => {
  expect(mostUsed(all).map((one) => one.code)).toEqual(['REMPL', 'GESTE', 'SAV', 'RAPPEL']);
});

it('[DIAL-20] those of the campaign come first, in its order, whatever else is used most', () => {
  const first = ['RAPPEL', 'SAV', 'GONE'];
  const codes = mostUsed(all, first).map((one) => one.code);
  expect(codes).toEqual(['RAPPEL', 'SAV', 'REMPL', 'GESTE']);
});
