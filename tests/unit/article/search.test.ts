import type { Article } from '@shared/domain/article/article.ts';
import { ArticleIndex } from '@shared/domain/article/article-index.ts';
import { fold } from '@shared/domain/search/fold.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anArticle } from './samples.ts';

const titled = (title: string, change: Partial<Article> = {}): Article =>
  anArticle({ title, say: 'Bonjour.', steps: [], customer: null, audience: 'internal', ...change });

const titles = [
  'Changer un pied Belle-Île',
  'Pieds de canapé : délais de livraison',
  'Belle-Île, entretien du lin',
  'Retourner une commande livrée abîmée',
  'Remboursement d’un vol annulé',
  'Bagages retardés à l’arrivée',
  'Résilier un contrat d’électricité',
  'Relever son compteur à distance',
  'Payer en plusieurs fois sans frais',
  'Chèques énergie et aides',
].map((title) => titled(title));
const english = ['Delayed baggage on arrival', 'Cancelling an electricity contract'].map((title) =>
  titled(title, { language: 'en' }),
);

const index = new ArticleIndex();
index.put([...titles, ...english]);

const find = (text: string, change: object = {}) =>
  index
    .search({ text, brandIds: ['kerdoual'], day: '2026-11-28', limit: 20, ...change })
    .map(({ title }) => title);

const letters = 'abcdefghijklmnopqrstuvwxyz';
const longWords = [...titles, ...english].flatMap(({ title }) =>
  fold(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 5)
    .map((word) => ({ title, word })),
);

const slips = fc
  .record({
    of: fc.constantFrom(...longWords),
    kind: fc.constantFrom('more', 'less', 'other', 'exchanged'),
    at: fc.nat(40),
    letter: fc.constantFrom(...letters),
  })
  .map(({ of, kind, at, letter }) => {
    const { word, title } = of;
    const place = at % word.length;
    const [before, after] = [word.slice(0, place), word.slice(place + 1)];
    const swap = Math.min(place, word.length - 2);
    const typed = {
      more: before + letter + word.slice(place),
      less: before + after,
      other: before + letter + after,
      exchanged: word.slice(0, swap) + word[swap + 1] + word[swap] + word.slice(swap + 2),
    }[kind];
    return { title, typed: typed ?? word };
  });

describe('the search over articles', () => {
  it('[KNOW-11] one slip of the keyboard in a word of a title of five letters or more still finds the article', () => {
    fc.assert(
      fc.property(slips, ({ title, typed }) => {
        expect(find(typed)).toContain(title);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[KNOW-10] accents, capitals and plural forms never matter, in French and in English', () => {
    const forms = (word: string) => [
      word,
      fold(word),
      word.toUpperCase(),
      `${word}s`,
      `${fold(word).toUpperCase()}S`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(
          'pied',
          'canapé',
          'délai',
          'commande',
          'bagage',
          'chèque',
          'contrat',
          'énergie',
        ),
        fc.nat(4),
        (word, form) => {
          const typed = forms(word)[form] ?? word;
          const known = titles.filter(({ title }) => fold(title).includes(fold(word)));
          expect(find(typed)).toEqual(expect.arrayContaining(known.map(({ title }) => title)));
          expect(known.length).toBeGreaterThan(0);
        },
      ),
    );
    const irregular = [
      ['journal', 'journaux'],
      ['cheval', 'chevaux'],
      ['travail', 'travaux'],
      ['bail', 'baux'],
      ['eau', 'eaux'],
      ['bureau', 'bureaux'],
      ['jeu', 'jeux'],
    ] as const;
    for (const [one, many] of irregular) {
      for (const [written, typed] of [
        [one, many],
        [many, one],
      ] as const) {
        const other = new ArticleIndex();
        other.put([titled(`Un ${written} ici`)]);
        const query = { brandIds: ['kerdoual'], day: '2026-11-28', limit: 1 };
        expect(other.search({ text: typed, ...query }), `${written} / ${typed}`).toHaveLength(1);
      }
    }
    expect(find('contracts')).toContain('Cancelling an electricity contract');
    expect(find('cancel')).toContain('Cancelling an electricity contract');
  });

  it('[KNOW-12] a question in plain words finds the article that answers most of its words; little words do not count', () => {
    expect(find('Comment puis-je changer le pied de mon Belle-Île ?')[0]).toBe(
      'Changer un pied Belle-Île',
    );
    expect(find('comment se faire rembourser quand le vol est annulé')[0]).toBe(
      'Remboursement d’un vol annulé',
    );
    expect(find('pied de la table basse en marbre')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('?!')).toEqual([]);
    // Words that every object knows are words like others.
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const odd = new ArticleIndex();
      odd.put([titled(`Un ${word} ici`)]);
      const query = { text: word, brandIds: ['kerdoual'], day: '2026-11-28', limit: 1 };
      expect(odd.search(query), word).toHaveLength(1);
    }
  });

  it('[KNOW-13] what stands in a title goes before what stands in a keyword, and that before what stands in the text', () => {
    const ranked = new ArticleIndex();
    ranked.put([
      titled('Trois', { say: 'La housse, la housse, toujours la housse : lavez la housse.' }),
      titled('Deux', { keywords: ['housse'], say: 'Une longue réponse. '.repeat(20) }),
      // So long that the word weighs little in it: it stands in the title all the same.
      titled(
        'Une table un lit un banc un coffre un buffet un tapis un miroir un bureau et une housse',
      ),
      ...Array.from({ length: 20 }, (_, at) =>
        titled(`Lampe ${at}`, { keywords: ['abat-jour', 'ampoule', 'fil', 'prise', 'douille'] }),
      ),
    ]);
    const found = ranked.search({
      text: 'housses',
      brandIds: ['kerdoual'],
      day: '2026-11-28',
      limit: 9,
    });
    expect(found.map(({ title }) => title.split(' ')[0])).toEqual(['Une', 'Deux', 'Trois']);
  });

  it('[KNOW-14] articles of other brands, of other languages where one is named, internal ones where only open ones are asked for, and those that are not shown now are never found', () => {
    const mixed = new ArticleIndex();
    const open = anArticle({ title: 'Lit clos', audience: 'open' });
    mixed.put([
      open,
      anArticle({ title: 'Lit brand', brandId: 'lorvane' }),
      anArticle({ title: 'Lit english', language: 'en' }),
      anArticle({ title: 'Lit internal', audience: 'internal' }),
      anArticle({ title: 'Lit draft', state: 'draft' }),
      anArticle({ title: 'Lit review', state: 'in-review' }),
      anArticle({ title: 'Lit withdrawn', state: 'withdrawn' }),
      anArticle({ title: 'Lit future', validFrom: '2026-12-01' }),
      anArticle({ title: 'Lit expired', validUntil: '2026-11-27' }),
    ]);
    const query = { text: 'lit', brandIds: ['kerdoual'], day: '2026-11-28', limit: 9 };
    expect(mixed.search({ ...query, language: 'fr' }).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Lit clos', 'Lit internal']),
    );
    expect(mixed.search({ ...query, language: 'fr' })).toHaveLength(2);
    const openly = { ...query, language: 'fr', audience: 'open' } as const;
    // Its title is for advisors: customers find it by the words of their own version.
    expect(mixed.search(openly)).toEqual([]);
    expect(mixed.search({ ...openly, text: 'pied' })).toEqual([open]);
    mixed.remove(open);
    expect(mixed.search({ ...openly, text: 'pied' })).toEqual([]);
  });
});
