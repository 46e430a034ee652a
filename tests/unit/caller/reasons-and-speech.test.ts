import { randomUUID } from 'node:crypto';
import { likelyReasons } from '@shared/domain/caller/likely-reasons.ts';
import { chooseScript } from '@shared/domain/script/choose-script.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { describe, expect, it } from 'vitest';
import { sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

const script = (change: Partial<Script>): Script =>
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
  });
const moment = {
  brandId: 'kerdoual',
  direction: 'inbound',
  numberReason: null,
  reason: null,
  locale: 'fr',
} as const;

describe('the speech for a call', () => {
  const general = script({});
  const newer = script({ version: 3 });
  const delivery = script({ id: 'livraison', version: 7, reasonCodes: ['livraison'] });
  const other = script({ id: 'voyage', brandId: 'lorvane' });
  const outbound = script({ id: 'rappel', direction: 'outbound' });
  const all = [general, newer, delivery, other, outbound];

  it('[POP-8] is the newest one of the brand for this direction', () => {
    expect(chooseScript(all, moment)).toEqual({ script: newer, cause: 'brand' });
    expect(chooseScript(all, { ...moment, direction: 'outbound' })?.script).toBe(outbound);
    expect(chooseScript(all, { ...moment, brandId: 'nobody' })).toBeNull();
  });

  it('[POP-8] follows the reason of the number called, then the known reason', () => {
    expect(chooseScript(all, { ...moment, numberReason: 'livraison' })).toEqual({
      script: delivery,
      cause: 'number-and-reason',
    });
    expect(chooseScript(all, { ...moment, reason: 'livraison' })).toEqual({
      script: delivery,
      cause: 'brand-and-reason',
    });
    expect(chooseScript(all, { ...moment, reason: 'facture' })?.script).toBe(newer);
  });

  it("[POP-8] is in the customer's language where there is one", () => {
    const english = script({ id: 'welcome', locale: 'en' });
    expect(chooseScript([general, english], { ...moment, locale: 'en' })?.script).toBe(english);
    expect(chooseScript([general], { ...moment, locale: 'en' })?.script).toBe(general);
  });
});

describe('the likely reasons', () => {
  const hours = (n: number) => new Date(sampleNow - n * 3_600_000).toISOString();
  const nothing = { cases: [], callbacks: [], interactions: [] };

  it('[POP-9] a promised callback is one, a call to make that nobody promised is not', () => {
    const callback = {
      id: randomUUID(),
      kind: 'callback' as 'callback' | 'missed',
      customerId: randomUUID(),
      customerName: '',
      brandId: 'kerdoual',
      number: '+33639984117',
      dueAt: hours(1),
      advisorId: null,
      reason: 'Vérifier la livraison',
      status: 'open' as const,
      createdBy: null,
      createdAt: hours(2),
      interactionId: null,
    };
    const missed = { ...callback, id: randomUUID(), kind: 'missed' as const, reason: '' };
    const reasons = likelyReasons(
      { ...nothing, callbacks: [missed, callback] },
      'kerdoual',
      sampleNow,
    );
    expect(reasons.map(({ title }) => title)).toEqual(['Vérifier la livraison']);
  });

  it('[POP-9] an open complaint and an unanswered message come first, a recent order last', () => {
    const complaint = {
      id: randomUUID(),
      reference: 'R-20817',
      customerId: randomUUID(),
      brandId: 'kerdoual',
      kind: 'complaint' as const,
      title: 'Pied cassé',
      detail: '',
      status: 'open' as const,
      openedAt: hours(17),
      updatedAt: hours(17),
    };
    const order = sampleInteraction({ channel: 'web', title: 'Commande', startedAt: hours(50) });
    const chat = sampleInteraction({
      channel: 'chat',
      outcome: 'abandoned',
      title: 'Chat',
      startedAt: hours(0.1),
    });
    const reasons = likelyReasons(
      { ...nothing, cases: [complaint], interactions: [order, chat] },
      'kerdoual',
      sampleNow,
    );
    expect(reasons.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['open-case', 'almost-sure'],
      ['abandoned', 'likely'],
      ['recent-order', 'possible'],
    ]);
  });

  it('[POP-9] what is old, closed or of another brand is no reason', () => {
    const old = sampleInteraction({ outcome: 'unanswered', startedAt: hours(24 * 20) });
    const elsewhere = sampleInteraction({ outcome: 'unanswered', brandId: 'lorvane' });
    expect(
      likelyReasons({ ...nothing, interactions: [old, elsewhere] }, 'kerdoual', sampleNow),
    ).toEqual([]);
  });

  it('[POP-9] at most three are shown', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      sampleInteraction({ outcome: 'unanswered', startedAt: hours(at + 1) }),
    );
    expect(likelyReasons({ ...nothing, interactions: many }, 'kerdoual', sampleNow)).toHaveLength(
      3,
    );
  });
});
