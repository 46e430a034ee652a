import { segments } from '@shared/domain/customer/customer.ts';
import {
  chooseSpeech,
  type HeldSpeeches,
  heldVersion,
  type SpeechMoment,
} from '@shared/domain/script/choice/choose-speech.ts';
import {
  type OpensWhen,
  opensWhenSchema,
  speechSegments,
} from '@shared/domain/script/choice/opens-when.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Change = Partial<Omit<Script, 'opensWhen'>> & { readonly opensWhen?: Partial<OpensWhen> };
const script = ({ opensWhen, ...change }: Change): Script =>
  scriptSchema.parse({
    id: 'accueil',
    version: 1,
    brandId: 'kerdoual',
    name: 'Accueil',
    locale: 'fr',
    direction: 'inbound',
    reasonCodes: [],
    publishedAt: '2026-01-01T00:00:00.000Z',
    opening: { default: 'Bonjour' },
    openingUnknown: { default: 'Bonjour' },
    firstStep: 'un',
    steps: [{ id: 'un', title: 'Un', text: { default: 'Un' } }],
    objections: [],
    ...change,
    ...(opensWhen === undefined ? {} : { opensWhen: opensWhenSchema.parse(opensWhen) }),
  });
const number = '+33199004110';
const moment: SpeechMoment = {
  brandId: 'kerdoual',
  direction: 'inbound',
  calledNumber: number,
  numberReason: null,
  campaign: null,
  queue: null,
  reason: null,
  relation: null,
  language: 'fr',
  // A Thursday, 11:44 in Paris.
  atMs: Date.UTC(2026, 10, 5, 10, 44),
  zone: 'Europe/Paris',
  who: 'c1',
};
const chosen = (scripts: readonly Script[], change: Partial<SpeechMoment> = {}) =>
  chooseSpeech({ scripts }, { ...moment, ...change });
const idOf = (scripts: readonly Script[], change: Partial<SpeechMoment> = {}) =>
  chosen(scripts, change)?.script.id;

const general = script({});
const delivery = script({ id: 'livraison', version: 7, reasonCodes: ['livraison'] });

describe('the speech for a call', () => {
  it('[CHOICE-21] an open case stands for the reason while none is told', () => {
    const complaint = script({
      id: 'reclamation',
      reasonCodes: ['livraison'],
      opensWhen: { cases: ['complaint'] },
    });
    const both = [general, complaint];
    expect(idOf(both)).toBe('accueil');
    expect(chosen(both, { openCase: 'complaint' })).toMatchObject({
      script: { id: 'reclamation' },
      because: [{ by: 'number' }, { by: 'brand' }, { by: 'case', value: 'complaint' }],
    });
    expect(idOf(both, { openCase: 'order' })).toBe('accueil');
    expect(idOf(both, { openCase: 'complaint', reason: 'facture' })).toBe('accueil');
    expect(idOf(both, { openCase: 'complaint', reason: 'livraison' })).toBe('reclamation');
    const casesOnly = script({ id: 'dossier', opensWhen: { cases: ['complaint'] } });
    expect(idOf([general, casesOnly], { reason: 'facture' })).toBe('accueil');
  });

  it('[POP-8] is the newest one of the brand for this direction', () => {
    const newer = script({ version: 3 });
    const outbound = script({ id: 'rappel', direction: 'outbound' });
    const all = [general, newer, delivery, script({ id: 'voyage', brandId: 'lorvane' }), outbound];
    expect(chosen(all)?.script).toBe(newer);
    expect(chosen(all, { direction: 'outbound' })?.script).toBe(outbound);
    expect(chosen(all, { brandId: 'nobody' })).toBeNull();
  });

  it('[POP-8] follows the reason of the number called, then the known reason', () => {
    const all = [general, delivery];
    expect(idOf(all, { numberReason: 'livraison' })).toBe('livraison');
    expect(idOf(all, { reason: 'livraison' })).toBe('livraison');
    expect(idOf(all, { reason: 'facture' })).toBe('accueil');
    const bill = script({ id: 'facture', reasonCodes: ['facture'] });
    expect(idOf([bill, delivery], { numberReason: 'livraison', reason: 'facture' })).toBe(
      'livraison',
    );
  });

  it("[POP-8] is in the customer's language where there is one", () => {
    const english = script({ id: 'welcome', locale: 'en' });
    expect(idOf([general, english], { language: 'en' })).toBe('welcome');
    expect(idOf([general], { language: 'en' })).toBe('accueil');
    const both = script({ id: 'deux', languages: ['en'] });
    expect(idOf([general, both], { language: 'en' })).toBe('deux');
  });

  it('[CHOICE-1] the most telling condition that fits decides', () => {
    const of = (id: string, opensWhen: Partial<OpensWhen>) => script({ id, opensWhen });
    const ladder = [
      of('numero', { numbers: [number] }),
      of('campagne', { campaigns: ['noel'] }),
      of('file', { queues: ['sav'] }),
      delivery,
      of('vip', { segments: ['vip'] }),
      of('langue', { languages: ['fr'] }),
      of('heures', { hours: [{ weekdays: [4], from: 600, to: 720 }] }),
      general,
    ];
    const all = {
      campaign: 'noel',
      queue: 'sav',
      reason: 'livraison',
      relation: { segment: 'loyal', vip: true },
    };
    const order = ladder.map((_, from) => idOf(ladder.slice(from).reverse(), all));
    expect(order).toEqual(ladder.map(({ id }) => id));
  });

  it('[CHOICE-2] what is not known meets no condition', () => {
    for (const opensWhen of [
      { campaigns: ['noel'] },
      { queues: ['sav'] },
      { segments: ['vip' as const] },
      { numbers: ['+33199004120'] },
      { languages: ['en' as const] },
    ])
      expect(chosen([script({ opensWhen })])).toBeNull();
    expect(chosen([delivery])).toBeNull();
  });

  it('[CHOICE-3] hours are those of the brand’s zone, cut at their ends', () => {
    const morning = script({ opensWhen: { hours: [{ weekdays: [4], from: 660, to: 705 }] } });
    const at = (hour: number, minute: number) => Date.UTC(2026, 10, 5, hour, minute);
    const opens = (atMs: number, zone = 'Europe/Paris') =>
      chosen([morning], { atMs, zone }) !== null;
    expect([opens(at(9, 59)), opens(at(10, 0)), opens(at(10, 44)), opens(at(10, 45))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(opens(at(10, 0), 'Indian/Reunion')).toBe(false);
    expect(opens(at(10, 0) + 86_400_000)).toBe(false);
  });

  it('[CHOICE-4] the choice is explained by number, brand, and what the speech asked for', () => {
    const vip = script({ reasonCodes: ['livraison'], opensWhen: { segments: ['vip', 'loyal'] } });
    const relation = { segment: 'loyal', vip: false };
    expect(chosen([vip], { relation, reason: 'livraison', language: 'en' })?.because).toEqual([
      { by: 'number', value: number },
      { by: 'brand', value: 'kerdoual' },
      { by: 'reason', value: 'livraison' },
      { by: 'segment', value: 'loyal' },
      { by: 'other-language', value: 'fr' },
    ]);
    expect(chosen([general], { calledNumber: null })?.because).toEqual([
      { by: 'brand', value: 'kerdoual' },
    ]);
  });

  it('a customer’s segments are the ones that a speech may ask for', () => {
    expect([...speechSegments].sort()).toEqual(['vip', ...segments].sort());
  });
});

const instants = fc
  .integer({ min: -20, max: 20 })
  .map((days) => new Date(moment.atMs + days * 86_400_000).toISOString());
const opening = fc.record({
  numbers: fc.subarray([number, '+33199004120']),
  campaigns: fc.subarray(['noel']),
  queues: fc.subarray(['sav', 'ventes']),
  segments: fc.subarray([...speechSegments]),
  languages: fc.subarray(['fr' as const, 'en' as const]),
});
const written = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    version: fc.integer({ min: 1, max: 6 }),
    locale: fc.constantFrom('fr' as const, 'en' as const),
    reasonCodes: fc.subarray(['livraison', 'facture']),
    publishedAt: instants,
    opensWhen: opening,
  })
  .map((change) => script(change));
const held = fc.uniqueArray(written, { selector: ({ id, version }) => `${id} ${version}` });
const moments = fc.record({
  calledNumber: fc.constantFrom(null, number),
  numberReason: fc.constantFrom(null, 'livraison'),
  campaign: fc.constantFrom(null, 'noel'),
  queue: fc.constantFrom(null, 'sav'),
  reason: fc.constantFrom(null, 'facture'),
  relation: fc.constantFrom(null, { segment: 'new', vip: true }),
  language: fc.constantFrom('fr' as const, 'en' as const),
});

describe('whatever is published', () => {
  it('[CHOICE-5] the order of the list never matters, and the same moment gives the same speech', () => {
    const shuffled = held.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, moments, ([all, mixed], change) => {
        const split: HeldSpeeches = { scripts: [], upcomingScripts: mixed };
        const one = chosen(all, change);
        expect(chooseSpeech(split, { ...moment, ...change })).toEqual(one);
        expect(chosen(all, change)).toEqual(one);
      }),
    );
  });

  it('[CHOICE-6] what is chosen was published by then, and no higher version of it was', () => {
    fc.assert(
      fc.property(held, moments, (all, change) => {
        const one = chosen(all, change)?.script;
        if (one === undefined) return;
        expect(Date.parse(one.publishedAt)).toBeLessThanOrEqual(moment.atMs);
        const later = all.filter(
          ({ id, version, publishedAt }) =>
            id === one.id && version > one.version && Date.parse(publishedAt) <= moment.atMs,
        );
        expect(later).toEqual([]);
      }),
    );
  });

  it('[CHOICE-7] a call finds the version it began with among all that are held, and says no retired one', () => {
    fc.assert(
      fc.property(held, (all) => {
        const speeches: HeldSpeeches = { scripts: [], retiredScripts: all };
        expect(chooseSpeech(speeches, moment)).toBeNull();
        for (const { id, version } of all)
          expect(heldVersion(speeches, { id, version })).toMatchObject({ id, version });
      }),
    );
  });
});
