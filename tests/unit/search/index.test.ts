import { decodeSegment, encodeSegment } from '@renderer/cache/search/form.ts';
import { SearchIndex } from '@renderer/cache/search/search-index.ts';
import { dayOf, type SearchEntry } from '@shared/domain/search/search-entry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const idOf = (at: number) => `0191c0de-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
const entry = (at: number, change: Partial<SearchEntry> = {}): SearchEntry => ({
  customerId: idOf(at),
  name: 'Anne Le Gall',
  names: [],
  place: 'Brest',
  postcode: '29200',
  phones: ['+33639980001'],
  emails: ['anne.legall@exemple.fr'],
  references: [],
  vip: false,
  brandIds: ['kerdoual'],
  lastContactDay: 0,
  heldDay: 0,
  open: false,
  ...change,
});
const indexOf = (...entries: SearchEntry[]): SearchIndex => {
  const index = new SearchIndex();
  index.put(entries);
  return index;
};
const found = (index: SearchIndex, typed: string, limit = 20) =>
  index.search(typed, limit).map(({ name }) => name);

const people = indexOf(
  entry(1, { name: 'Zoé Bœuf', emails: ['z.boeuf@exemple.fr'], phones: ['+33639980041'] }),
  entry(2, { name: 'François Lefèvre', place: 'Besançon', postcode: '25000', emails: [] }),
  entry(3, {
    name: 'Établissements Kermarrec',
    names: ['Yann', 'Kermarrec'],
    phones: ['+33298000017', '+33639980777'],
    references: ['R-20817', '4471 2086'],
    emails: [],
    place: 'Lorient',
    postcode: '56100',
  }),
);

describe('the search', () => {
  it.each([
    ['boeuf', 'Zoé Bœuf'],
    ['BŒUF zoe', 'Zoé Bœuf'],
    ['lefevre', 'François Lefèvre'],
    ['francois bes', 'François Lefèvre'],
    ['25000', 'François Lefèvre'],
    ['z.boeuf@', 'Zoé Bœuf'],
    ['yann', 'Établissements Kermarrec'],
    ['kermarec', 'Établissements Kermarrec'],
    ['etablisements lorient', 'Établissements Kermarrec'],
    ['Leférve', 'François Lefèvre'],
    ['R-20817', 'Établissements Kermarrec'],
    ['r20817', 'Établissements Kermarrec'],
    ['44712086', 'Établissements Kermarrec'],
    ['2086', 'Établissements Kermarrec'],
  ])('[CACHE-1] %s finds %s', (typed, name) => {
    expect(found(people, typed)).toEqual([name]);
  });

  it.each([
    '02 98 00 00 17',
    '+33 2 98 00 00 17',
    '0033298000017',
    '98.00.00',
    '(298)000017',
    '0777',
  ])('[CACHE-2] a number is found by %s', (typed) => {
    expect(found(people, typed)).toEqual(['Établissements Kermarrec']);
  });

  it.each([
    'zoé lorient',
    'zoé martin',
    'lefevre paris',
    'baauf',
    'xermarrec',
    'le',
    '12',
    '',
    ' - ',
  ])('[CACHE-1] „%s“ finds nobody else', (typed) => {
    expect(found(people, typed)).toEqual(typed === 'le' ? ['François Lefèvre'] : []);
  });

  it('[CACHE-3] exact words come before beginnings, those before slips; then VIPs, then the last in touch', () => {
    const index = indexOf(
      entry(1, { name: 'Paul Martim', emails: [] }),
      entry(2, { name: 'Paul Martinez', emails: [], vip: true }),
      entry(3, { name: 'Paul Martin Ancien', emails: [], lastContactDay: dayOf('2020-01-01') }),
      entry(4, { name: 'Paul Martin Récent', emails: [], lastContactDay: dayOf('2026-11-01') }),
      entry(5, { name: 'Paul Martin Fidèle', emails: [], vip: true }),
    );
    expect(found(index, 'paul martin')).toEqual([
      'Paul Martin Fidèle',
      'Paul Martin Récent',
      'Paul Martin Ancien',
      'Paul Martinez',
      'Paul Martim',
    ]);
    expect(found(index, 'paul martin', 2)).toEqual(['Paul Martin Fidèle', 'Paul Martin Récent']);
  });

  it('[CACHE-4] says what was found where the row does not show it', () => {
    const because = (typed: string) => people.search(typed, 1)[0]?.because;
    expect(because('kermarrec')).toBeNull();
    expect(because('298000017')).toBeNull();
    expect(because('0639980777')).toEqual({ field: 'phone', text: '+33639980777' });
    expect(because('20817')).toEqual({ field: 'reference', text: 'R-20817' });
    expect(because('R-208')).toEqual({ field: 'reference', text: 'R-20817' });
    expect(because('exemple')).toEqual({ field: 'email', text: 'z.boeuf@exemple.fr' });
  });
});

const letters = fc.stringMatching(/^[a-e]{1,6}$/);
const step = fc.oneof(
  fc.record({ put: fc.array(fc.tuple(fc.nat(30), letters), { minLength: 1, maxLength: 8 }) }),
  fc.record({ gone: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }) }),
);

it('[CACHE-5] whatever was put in, changed and forgotten, also after a restart, is found as it is now', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, restarts) => {
      let index = new SearchIndex();
      const kept = new Map<number, Uint8Array>();
      const expected = new Map<string, string>();
      for (const one of steps) {
        const put = 'put' in one ? one.put : [];
        const gone = 'gone' in one ? one.gone : [];
        for (const at of gone) expected.delete(idOf(at));
        for (const [at, name] of put) expected.set(idOf(at), name);
        const entries = put.map(([at, name]) =>
          entry(at, { name, emails: [], phones: [], place: null }),
        );
        if ('put' in one) index.put(entries);
        else index.remove(gone.map(idOf));
        const change = index.takeChange();
        for (const seq of change.dropped) kept.delete(seq);
        for (const { seq, segment } of change.added) kept.set(seq, encodeSegment(segment));
        if (restarts) {
          index = new SearchIndex();
          index.load([...kept].map(([seq, bytes]) => ({ seq, segment: decodeSegment(bytes) })));
        }
      }
      expect(index.size).toBe(expected.size);
      for (const name of new Set([...expected.values(), 'abc'])) {
        const ids = index.search(name, 50).filter((hit) => hit.name === name);
        const wanted = [...expected].filter(([, one]) => one === name).map(([id]) => id);
        expect(ids.map((hit) => hit.customerId).sort()).toEqual(wanted.sort());
      }
    }),
    { numRuns: 300 },
  );
});

it('[SEAL-8] a customer that is forgotten leaves her name in no part of the index', () => {
  const index = indexOf(entry(1, { name: 'Hélène Vasseur' }), entry(2));
  index.put([entry(1, { name: 'Hélène Vasseur-Morin' })]);
  index.takeChange();
  index.remove([idOf(1)]);
  const { added } = index.takeChange();
  expect(added).toHaveLength(2);
  for (const { segment } of added) {
    const text = Buffer.from(encodeSegment(segment)).toString('latin1');
    expect(text).not.toMatch(/vasseur|morin/i);
  }
  expect(found(index, 'anne')).toHaveLength(1);
});
