import { readCaller } from '@renderer/engine/calls/caller.ts';
import type { IncomingHeaders } from '@renderer/engine/telephony/line.ts';
import { isElsewhere } from '@renderer/engine/telephony/sip/session/elsewhere.ts';
import { matchBundles } from '@renderer/engine/work/match-caller.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sampleBundle,
  sampleInteraction,
  sampleNow,
  sampleReference,
} from '../../support/desk/samples.ts';

const reference = sampleReference();
const headers = (change: Partial<IncomingHeaders> = {}): IncomingHeaders => ({
  from: '"Hélène" <sip:0639984117@trunk.example>;tag=1',
  assertedIdentity: null,
  to: '<sip:6001@pbx.example>',
  requestUri: 'sip:abc123@192.0.2.1;transport=ws',
  called: [],
  brand: null,
  queue: null,
  callUid: null,
  autoAnswer: false,
  ...change,
});
const read = (change: Partial<IncomingHeaders> = {}) => readCaller(headers(change), reference);

describe('the caller', () => {
  it.each([
    ['a header', { called: ['01 99 00 52 20'] }, 'solvenne'],
    [
      'the second header when the first names no number of ours',
      { called: ['+33144556677', '<sip:+33199004110@pbx>'] },
      'kerdoual',
    ],
    ['To', { to: '<sip:0199006330@pbx.example>' }, 'lorvane'],
    ['the request URI', { requestUri: 'sip:+33199004120@192.0.2.1' }, 'kerdoual'],
    ['the brand that the PBX names', { brand: ' Solvenne ' }, 'solvenne'],
  ] as const)('[POP-1] is for the brand that %s tells', (_, change, brandId) => {
    expect(read(change).brandId).toBe(brandId);
  });

  it('[POP-1] a header goes before To, and no brand is invented', () => {
    expect(read({ called: ['0199005220'], to: '<sip:0199006330@pbx>' }).brandId).toBe('solvenne');
    expect(read({ brand: 'unknown' }).brandId).toBeNull();
    expect(read({ called: ['0199004120'] })).toMatchObject({
      calledLabel: 'Commandes',
    });
  });

  it.each(['0639984117', '+33639984117', '0033639984117', '33639984117'])(
    '[POP-2] %s is the same caller',
    (number) => {
      expect(read({ from: `<sip:${number}@trunk>` }).number.e164).toBe('+33639984117');
    },
  );

  it('[POP-7] what the network asserts goes before what the caller claims', () => {
    expect(read({ assertedIdentity: '<sip:+33199007315@carrier>' }).number.e164).toBe(
      '+33199007315',
    );
    expect(read({ assertedIdentity: '<sip:6001@pbx>' }).number.e164).toBe('+33639984117');
  });

  it('[POP-6] a hidden number stays hidden, whatever the network asserts behind it', () => {
    const hidden = read({
      from: '"Anonymous" <sip:anonymous@anonymous.invalid>',
      assertedIdentity: '<sip:+33639984117@carrier>',
    });
    expect(hidden.number).toMatchObject({ kind: 'hidden', e164: null });
  });

  it('[LINE-13] any header text is read without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (from, to, called) => {
        expect(() => read({ from, to, called: [called], assertedIdentity: to })).not.toThrow();
      }),
    );
  });

  it('[LINE-14] a CANCEL says whether a colleague answered', () => {
    expect(isElsewhere('SIP;cause=200;text="Call completed elsewhere"')).toBe(true);
    expect(isElsewhere('Q.850 ;cause=26 ;text="Answered elsewhere"')).toBe(true);
    expect(isElsewhere('SIP;cause=487;text="ORIGINATOR_CANCEL"')).toBe(false);
    expect(isElsewhere(undefined)).toBe(false);
  });

  it('[POP-3] one customer is opened, and nobody is nobody', () => {
    const bundle = sampleBundle();
    expect(matchBundles([bundle], 'kerdoual', '+33639984117', sampleNow)?.match).toEqual({
      status: 'one',
      customerId: bundle.customer.id,
    });
    expect(matchBundles([], 'kerdoual', '+33639984117', sampleNow)).toBeNull();
  });

  it('[POP-4] several open a chooser, the likelier first, each with its evidence', () => {
    const stranger = sampleBundle({ firstName: 'Loïc', relations: [] });
    const known = {
      ...sampleBundle({ firstName: 'Mireille' }),
      interactions: [
        sampleInteraction({
          title: 'commande en préparation',
          startedAt: new Date(sampleNow - 86_400_000).toISOString(),
        }),
      ],
    };
    const found = matchBundles([stranger, known], 'kerdoual', '+33639984117', sampleNow);
    expect(found?.match).toMatchObject({
      status: 'several',
      candidates: [
        {
          name: 'Mireille Vasseur',
          verdict: 'likely',
          evidence: 'commande en préparation',
          place: 'Brest',
        },
        { name: 'Loïc Vasseur', verdict: 'unlikely' },
      ],
    });
  });

  it('[POP-18] what tells them apart: since when, a company, the same address however it is written', () => {
    const number = '+33639984117';
    const address = (line: string) => ({
      lines: [line],
      postcode: '29200',
      commune: 'Brest',
      inseeCode: '29019',
      country: 'FR',
    });
    const call = { ...sampleInteraction().call, customerNumber: number };
    const startedAt = new Date(sampleNow - 86_400_000).toISOString();
    const people = [
      {
        ...sampleBundle({ firstName: 'Mireille', address: address('3, rue de l’Étang') }),
        interactions: [sampleInteraction({ startedAt, call } as Partial<Interaction>)],
      },
      sampleBundle({ firstName: 'Loïc', address: address('3 RUE DE L ETANG') }),
      sampleBundle({ firstName: 'Anne', address: null, relations: [] }),
      sampleBundle({ kind: 'company', companyName: 'Cabinet Riou', address: address('9 quai') }),
    ];
    const found = matchBundles(people, 'kerdoual', number, sampleNow);
    if (found?.match.status !== 'several') throw new Error('no chooser');
    const told = found.match.candidates.map(({ name, standing, lastCallAt }) => [
      name.split(' ')[0],
      standing?.is ?? null,
      lastCallAt,
    ]);
    expect(told[0]).toEqual(['Mireille', 'since', startedAt]);
    expect(told.slice(1).sort()).toEqual([
      ['Anne', null, null],
      ['Cabinet', 'company', null],
      ['Loïc', 'same-address', null],
    ]);
  });
});
