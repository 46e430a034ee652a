import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import type { KeptDecision } from '@shared/contracts/http/law.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const input = { number: '+33639984117', brandId: null, customerId: id(72), callbackId: null };
const refused: RefusedCall = {
  id: id(81),
  again: { command: 'call.dial', input },
  numberDisplay: '06 39 98 41 17',
  customerName: 'Hélène Vasseur',
  purpose: 'commercial',
  mayServe: true,
  rule: 'pressure',
  reason: 'too-many-attempts',
  article: 'D223-9',
  source: 'Code de la consommation, art. D223-9',
  allowedFrom: '2026-11-26T09:00:00.000Z',
};

describe('[LAW-12] a call that the law refused', () => {
  it.each([
    [
      'fr',
      'La loi ne permet pas cet appel commercial',
      'quatre tentatives en 30 jours',
      'jeudi 26 novembre',
    ],
    [
      'en',
      'The law does not allow this commercial call',
      'four attempts were made within 30 calendar days',
      'Thursday 26 November',
    ],
  ] as const)(
    '[LAW-12] says whom, why, by which article and from when (%s)',
    async (language, title, why, day) => {
      openApp({ slices: { refusedCall: refused }, language });
      const dialog = await screen.findByRole('dialog', { name: title });
      expect(within(dialog).getByText('06 39 98 41 17')).toBeDefined();
      expect(within(dialog).getByText('Hélène Vasseur')).toBeDefined();
      expect(dialog.textContent).toContain(why);
      expect(dialog.textContent).toContain('D223-9');
      expect(dialog.textContent).toContain(day);
    },
  );

  it('[LAW-12] one key says that it serves, and asks for the same call again', async () => {
    const { engine, user } = openApp({ slices: { refusedCall: refused } });
    await screen.findByRole('dialog');
    await user.keyboard('s');
    expect(engine.inputs('call.dial')).toEqual([{ ...input, purpose: 'service' }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each(['{Enter}', '{Escape}'])('[LAW-12] %s calls nobody', async (key) => {
    const { engine, user } = openApp({ slices: { refusedCall: refused } });
    await screen.findByRole('dialog');
    await user.keyboard(key);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.inputs('call.dial')).toEqual([]);
  });

  it('[LAW-12] one that sells can be given no other name', async () => {
    const { engine, user } = openApp({ slices: { refusedCall: { ...refused, mayServe: false } } });
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('button', { name: /service/ })).toBeNull();
    await user.keyboard('s');
    expect(engine.inputs('call.dial')).toEqual([]);
  });
});

describe('[LAW-13] the 360 says whether she may be called to sell', () => {
  const opposed = {
    ...heleneBundle,
    consents: heleneBundle.consents.map((one) =>
      one.channel === 'phone' ? { ...one, status: 'opposed' as const } : one,
    ),
  };
  const kept: KeptDecision = {
    id: id(91),
    at: '2026-11-03T10:00:00.000Z',
    brandId: 'kerdoual',
    customerId: heleneBundle.customer.id,
    callbackId: null,
    campaignId: null,
    way: 'dial',
    purpose: 'commercial',
    saidBy: 'nobody',
    allowed: false,
    rule: 'hours',
    reason: 'outside-hours',
    allowedFrom: null,
    factsDigest: 'a'.repeat(64),
    training: false,
    waived: [],
    userId: id(1),
    receivedAt: '2026-11-03T10:00:01.000Z',
    hubRule: null,
    hubReason: null,
  };
  const answers = {
    'law.decisions': () => ({ ok: true as const, value: { decisions: [kept], known: true } }),
  };
  const open = (language: 'fr' | 'en') =>
    openApp({
      slices: { calls: [talkingCall()], work: [talkingWork()] },
      bundles: [opposed],
      answers,
      language,
    });

  it.each([
    [
      'fr',
      /Appel commercial opposition aux appels commerciaux/,
      'Décisions avant appel',
      /hors de 10 h/,
    ],
    ['en', /Commercial call she has opposed/, 'Decisions before calls', /neither between 10:00/],
  ] as const)(
    '[LAW-13] with the reason, the source and what was decided before (%s)',
    async (language, line, before, reason) => {
      const { engine, user } = open(language);
      const button = await screen.findByRole('button', { name: line });
      expect(engine.inputs('law.decisions')).toEqual([]);
      await user.click(button);
      expect(await screen.findByText(before)).toBeDefined();
      expect(await screen.findByText(reason)).toBeDefined();
      expect(screen.getByText(/2016\/679/)).toBeDefined();
      expect(engine.inputs('law.decisions')).toEqual([{ customerId: heleneBundle.customer.id }]);
    },
  );
});
