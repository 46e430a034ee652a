import { targetsFor } from '@renderer/features/handover/targets.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { handoverStates } from '../gallery/handover-states.ts';
import { colleagues, sarah } from './support/colleagues.ts';
import { openApp } from './support/open-app.tsx';
import { reference } from './support/organisation.ts';
import { callId } from './support/slices.ts';

const listed = (known = true) => ({
  'colleagues.list': () => ({ ok: true as const, value: { colleagues: [...colleagues], known } }),
  'call.consult': () => ({ ok: true as const, value: { callId: sarah.id } }),
});
const open = (name: string, known = true) =>
  openApp({ slices: handoverStates[name]?.slices ?? {}, answers: listed(known) });
const inTransfer = async (known = true) => {
  const app = open('transfer', known);
  await screen.findByRole('button', { name: /Transférer/ });
  await app.user.keyboard('{F6}');
  await screen.findByRole('combobox', { name: 'nom, file ou numéro' });
  return app;
};
const options = async () =>
  (await screen.findAllByRole('option')).map((one) => one.textContent ?? '');

describe('the transfer panel', () => {
  it('[XFER-13] lists ready people first, the others quietly, then queues', async () => {
    await inTransfer();
    await waitFor(async () => expect((await options()).length).toBeGreaterThan(5));
    const [first, second, ...rest] = await options();
    expect(first).toMatch(/Sarah Klein|Émile Tran/);
    expect(second).toMatch(/Sarah Klein|Émile Tran/);
    expect(rest.find((text) => text.includes('Oscar Pham'))).toMatch(/en pause depuis/);
    expect(rest.find((text) => text.includes('Ines'))).toMatch(/hors ligne/);
  });

  it('[XFER-14] F6, a name and Enter ask that person', async () => {
    const { engine, user } = await inTransfer();
    await screen.findByRole('option', { name: /Sarah/ });
    await user.keyboard('emile{Enter}');
    expect(engine.inputs('call.consult')).toEqual([{ callId, number: '6012', name: 'Émile Tran' }]);
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /file/ })).toBeNull());
  });

  it('[XFER-14] the arrows choose, and direct sends without asking', async () => {
    const { engine, user } = await inTransfer();
    await screen.findByRole('option', { name: /Sarah/ });
    await user.click(screen.getByRole('button', { name: 'direct' }));
    await user.click(screen.getByRole('combobox', { name: /file/ }));
    await user.keyboard('{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
    expect(engine.inputs('call.transfer')).toHaveLength(1);
    expect(engine.inputs('call.consult')).toEqual([]);
  });

  it('[XFER-13] a typed number can be called at once, the French way', async () => {
    const { engine, user } = await inTransfer();
    await user.keyboard('0199006122{Enter}');
    expect(engine.inputs('call.consult')).toEqual([{ callId, number: '+33199006122', name: null }]);
  });

  it('[XFER-13] what fits nobody says so, and Enter does nothing', async () => {
    const { engine, user } = await inTransfer();
    await user.keyboard('zzzz{Enter}');
    expect(await screen.findByText(/Personne ne correspond/)).toBeTruthy();
    expect(engine.inputs('call.consult')).toEqual([]);
  });

  it('[XFER-12] without the hub it says that the states are not known', async () => {
    await inTransfer(false);
    expect(await screen.findByText(/états des collègues ne sont pas connus/)).toBeTruthy();
  });

  it('[XFER-14] Escape closes it and the speech is back', async () => {
    const { user } = await inTransfer();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /file/ })).toBeNull());
  });

  it('[XFER-13] words are found anywhere, accents and case ignored', () => {
    const names = (typed: string) =>
      targetsFor(typed, colleagues, reference).map(({ name }) => name);
    expect(names('NEDELEC')).toEqual(['Claire Nédélec']);
    expect(names('sav').slice(0, 2).sort()).toEqual(['Sarah Klein', 'Émile Tran'].sort());
    expect(names('6013')).toContain('Claire Nédélec');
  });
});

describe('while she asks', () => {
  it('[XFER-14] Enter hands over, F7 makes three, Escape comes back to the customer', async () => {
    const { engine, user } = open('asking');
    await screen.findByRole('region', { name: /Demande à un collègue/ });
    await user.keyboard('{Enter}');
    expect(engine.inputs('call.hand-over')).toEqual([{ callId }]);
    await user.keyboard('{F7}');
    expect(engine.inputs('call.three-way')).toEqual([{ callId, on: true }]);
    await user.keyboard('{Escape}');
    expect(engine.inputs('call.resume')).toEqual([{ callId }]);
  });

  it('[XFER-4] while it rings Escape and F9 drop the question, not the customer', async () => {
    const { engine, user } = open('asking-rings');
    await screen.findByRole('region', { name: /Demande à un collègue/ });
    await user.keyboard('{Escape}{F9}');
    expect(engine.inputs('call.hang-up')).toEqual([{ callId: sarah.id }, { callId: sarah.id }]);
  });

  it('[XFER-3] the bar is the colleague’s and the customer waits in a line', async () => {
    open('asking');
    const waiting = await screen.findByRole('region', { name: /En garde.*Hélène Vasseur/ });
    expect(within(waiting).getByRole('button', { name: /Permuter/ })).toBeTruthy();
    expect(screen.getByText('Vous demandez pour')).toBeTruthy();
  });

  it('[XFER-2] a failed transfer says that the customer is still there, and why', async () => {
    open('transfer-failed');
    const said = await screen.findByText(/Hélène Vasseur est toujours avec vous/);
    expect(said.closest('[role=alert]')?.textContent).toMatch(/Occupé/);
  });
});

describe('three together', () => {
  it('[CONF-4] F9 asks once, and the second F9 leaves the two together', async () => {
    const { engine, user } = open('three-way');
    await screen.findByText('tout le monde s’entend');
    await user.keyboard('{F9}');
    expect(await screen.findByText(/restent ensemble/)).toBeTruthy();
    expect(engine.inputs('call.hand-over')).toEqual([]);
    await user.keyboard('{F9}');
    expect(engine.inputs('call.hand-over')).toEqual([{ callId }]);
    expect(engine.inputs('call.hang-up')).toEqual([]);
  });

  it('[CONF-3] F7 and 3 part, 2 lets the other go', async () => {
    const { engine, user } = open('three-way');
    await screen.findByText('tout le monde s’entend');
    await user.keyboard('{F7}3');
    expect(engine.inputs('call.three-way')).toEqual([
      { callId, on: false },
      { callId, on: false },
    ]);
    await user.keyboard('2');
    expect(engine.inputs('call.hang-up')).toEqual([{ callId: sarah.id }]);
  });
});
