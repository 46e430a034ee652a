import { targetsFor } from '@renderer/features/handover/targets.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { handoverStates } from '../gallery/handover-states.ts';
import { colleagues, sarah } from './support/colleagues.ts';
import { openApp } from './support/open-app.tsx';
import { reference } from './support/organisation.ts';
import { callId, talkingCall } from './support/slices.ts';

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
    const said = await screen.findByText(/Hélène Vasseur est toujours en ligne/);
    expect(said.closest('[role=alert]')?.textContent).toMatch(/Occupé/);
  });
});

describe('what stands over a talk', () => {
  it('[XFER-14] Enter on a button presses that button, and hands nobody over', async () => {
    const { engine, user } = open('asking');
    const three = await screen.findByRole('button', { name: /Parler à trois/ });
    three.focus();
    await user.keyboard('{Enter}');
    expect(engine.inputs('call.three-way')).toEqual([{ callId, on: true }]);
    expect(engine.inputs('call.hand-over')).toEqual([]);
  });

  it('[XFER-15] the panel closes with the talk, and does not stand over the next one', async () => {
    const { services, deliver } = await inTransfer();
    deliver('calls', []);
    expect(services.screen.getState().overlay).toBeNull();
  });

  it('[XFER-15] the question of leaving closes when the talk of three ends by itself', async () => {
    const { user, services, deliver } = open('three-way');
    await screen.findByText('tout le monde s’entend');
    await user.keyboard('{F9}');
    expect(services.screen.getState().overlay).toBe('leave');
    deliver('calls', [talkingCall()]);
    expect(services.screen.getState().overlay).toBeNull();
  });

  it('[XFER-16] a handing over that goes on, or has failed, is told while she asks too', async () => {
    const { deliver } = open('asking');
    const [customer, consult] = handoverStates['asking']?.slices.calls ?? [];
    if (customer === undefined || consult === undefined) throw new Error('two calls');
    const to = 'Sarah Klein';
    deliver('calls', [{ ...customer, transfer: { to, stage: 'trying', failure: null } }, consult]);
    expect(await screen.findByText(/L’appel est passé à Sarah Klein/)).toBeTruthy();
    const failed = { to, stage: 'failed', failure: 'call-declined' } as const;
    deliver('calls', [{ ...customer, transfer: failed }, consult]);
    expect(await screen.findByText(/Le transfert à Sarah Klein n’a pas abouti/)).toBeTruthy();
  });

  it('[XFER-16] what failed can be put away, and the next failure is told again', async () => {
    const { user, deliver } = open('transfer-failed');
    const said = await screen.findByText(/n’a pas abouti/);
    const notice = within(said.closest<HTMLElement>('[role=alert]') ?? document.body);
    await user.click(notice.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByText(/n’a pas abouti/)).toBeNull();
    const to = 'Sarah Klein';
    deliver('calls', [talkingCall({ transfer: { to, stage: 'trying', failure: null } })]);
    deliver('calls', [talkingCall({ transfer: { to, stage: 'failed', failure: 'call-busy' } })]);
    expect(await screen.findByText(/n’a pas abouti/)).toBeTruthy();
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

  it('[CONF-6] she stands in it herself, muted or not, with the words that give the floor', async () => {
    const { engine, user, deliver } = open('three-way');
    expect(await screen.findByText('micro ouvert')).toBeTruthy();
    expect(screen.getByText(/^Madame Vasseur, Sarah Klein est avec nous\./)).toBeTruthy();
    const sheet = screen.getByRole('region', { name: 'Demande à un collègue ou ailleurs' });
    expect(within(sheet).getByText('CR')).toBeTruthy();
    await user.click(within(sheet).getByRole('button', { name: /^Muet/ }));
    expect(engine.inputs('call.mute')).toEqual([{ callId, muted: true }]);
    deliver('calls', [
      talkingCall({ bridgedWith: sarah.id, muted: true }),
      ...(handoverStates['three-way']?.slices.calls ?? []).slice(1),
    ]);
    expect(await within(sheet).findByText('micro coupé')).toBeTruthy();
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

describe('a colleague calls', () => {
  it.each([
    ['fr', 'Entre collègues'],
    ['en', 'Among colleagues'],
  ] as const)(
    '[XFER-17] is greeted without the brand’s words and without a card (%s)',
    async (language, words) => {
      openApp({ slices: handoverStates['colleague-calls']?.slices ?? {}, language });
      expect(await screen.findByText(words)).toBeTruthy();
      expect(screen.getByRole('heading', { level: 1, name: 'Sarah Klein' })).toBeTruthy();
      expect(screen.queryByText(/Vos premiers mots|Your first words/)).toBeNull();
      expect(screen.queryByText(/Fiche rapide|Quick card/)).toBeNull();
    },
  );
});
