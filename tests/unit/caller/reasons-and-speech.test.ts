import { randomUUID } from 'node:crypto';
import { likelyReasons } from '@shared/domain/caller/likely-reasons.ts';
import { describe, expect, it } from 'vitest';
import { sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

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
