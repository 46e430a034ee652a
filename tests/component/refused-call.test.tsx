import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';

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
