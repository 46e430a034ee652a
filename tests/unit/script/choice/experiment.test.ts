import { chooseSpeech, type SpeechMoment } from '@shared/domain/script/choice/choose-speech.ts';
import {
  armOf,
  armsSchema,
  type SpeechExperiment,
} from '@shared/domain/script/choice/experiment.ts';
import { murmurHash } from '@shared/domain/script/choice/murmur-hash.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0191c0de-0000-7000-8000-00000000e001';
const experiment = (shares: readonly number[]): SpeechExperiment => ({
  id,
  scriptId: 'accueil',
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-12-01T00:00:00.000Z',
  arms: shares.map((share, at) => ({ id: `bras-${at}`, version: at + 1, share })),
});
/** As ids are made here: a time and a count, so that neighbours differ in a few digits only. */
const people = Array.from(
  { length: 10_000 },
  (_, at) => `0191c0de-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
);

describe('an arm for each customer', () => {
  it('spreads as published: vectors of MurmurHash3 x86 32', () => {
    const vectors: [string, number, number][] = [
      ['', 0, 0],
      ['', 1, 0x514e28b7],
      ['', 0xffffffff, 0x81f16f39],
      ['test', 0, 0xba6bd213],
      ['test', 0x9747b28c, 0x704b81dc],
      ['Hello, world!', 0, 0xc0363e43],
      ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
    ];
    for (const [text, seed, hash] of vectors) expect(murmurHash(text, seed), text).toBe(hash);
  });

  it('[CHOICE-8] arms get their shares of 10,000 customers, by chi-square at 0.1 percent', () => {
    const shares = [5, 20, 25, 50];
    const counts = new Map<string, number>();
    for (const who of people) {
      const arm = armOf(experiment(shares), who)?.id ?? 'none';
      counts.set(arm, (counts.get(arm) ?? 0) + 1);
    }
    const chiSquare = shares.reduce((sum, share, at) => {
      const expected = share * 100;
      return sum + ((counts.get(`bras-${at}`) ?? 0) - expected) ** 2 / expected;
    }, 0);
    // The quantile of three degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
    expect(counts.has('none')).toBe(false);
  });

  it('[CHOICE-9] a customer keeps her arm, and another experiment deals anew', () => {
    fc.assert(
      fc.property(fc.uuid(), (who) => {
        expect(armOf(experiment([50, 50]), who)).toEqual(armOf(experiment([50, 50]), who));
      }),
    );
    const other = { ...experiment([50, 50]), id: '0191c0de-0000-7000-8000-00000000e002' };
    const same = people.filter(
      (who) => armOf(experiment([50, 50]), who)?.id === armOf(other, who)?.id,
    ).length;
    expect(Math.abs(same - 5_000)).toBeLessThan(200);
  });

  it('[CHOICE-10] shares come to 100, and each arm is a version of its own', () => {
    const arms = experiment([50, 50]).arms;
    expect(armsSchema.safeParse(arms).success).toBe(true);
    expect(armsSchema.safeParse(experiment([50, 40]).arms).success).toBe(false);
    expect(armsSchema.safeParse(arms.map((arm) => ({ ...arm, version: 1 }))).success).toBe(false);
  });
});

const version = (number: number, change: Partial<Script> = {}): Script =>
  scriptSchema.parse({
    id: 'accueil',
    version: number,
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
  });
const momentOf = (who: string, atMs = Date.UTC(2026, 10, 5)): SpeechMoment => ({
  brandId: 'kerdoual',
  direction: 'inbound',
  calledNumber: null,
  numberReason: null,
  campaign: null,
  queue: null,
  reason: null,
  relation: null,
  language: 'fr',
  atMs,
  zone: 'Europe/Paris',
  who,
});

describe('the speech of an arm', () => {
  const held = {
    scripts: [version(1)],
    trialScripts: [version(2)],
    experiments: [experiment([95, 5])],
  };

  it('[CHOICE-11] while it runs each customer hears the version of her arm, and the record says so', () => {
    const heard = people.slice(0, 2_000).map((who) => chooseSpeech(held, momentOf(who)));
    for (const one of heard)
      expect(one?.experiment).toEqual({ id, arm: `bras-${(one?.script.version ?? 0) - 1}` });
    const tried = heard.filter((one) => one?.script.version === 2).length;
    expect(tried).toBeGreaterThan(60);
    expect(tried).toBeLessThan(140);
    for (const atMs of [Date.UTC(2026, 9, 31), Date.UTC(2026, 11, 1)])
      for (const who of people.slice(0, 100))
        expect(chooseSpeech(held, momentOf(who, atMs))).toMatchObject({
          script: { version: 1 },
          experiment: null,
        });
  });

  it('[CHOICE-12] an arm whose version is gone, or not for this moment, is said to nobody', () => {
    const gone = { ...held, trialScripts: [] };
    const elsewhere = { ...held, trialScripts: [version(2, { reasonCodes: ['livraison'] })] };
    for (const speeches of [gone, elsewhere])
      for (const who of people.slice(0, 500)) {
        const one = chooseSpeech(speeches, momentOf(who));
        expect(one?.script.version).toBe(1);
        expect(one?.experiment?.arm).not.toBe('bras-1');
      }
  });
});
