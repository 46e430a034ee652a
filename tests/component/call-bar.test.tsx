import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeEngine } from './support/fake-engine.ts';
import { at } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import {
  callId,
  callWith,
  quiet,
  talkingCall,
  talkingWork,
  workWith,
  wrapUpWork,
} from './support/slices.ts';

const ringing = { calls: [callWith()], work: [workWith()] };
const talking = { calls: [talkingCall()], work: [talkingWork()] };
const karim = {
  id: id(7002),
  brandId: 'lorvane',
  title: 'Karim Belkacem',
  startedAt: at('2026-11-05T11:44:02'),
};
const karimWork = workWith({ ...karim, customerName: karim.title });

/** What she asked for; that she is there is told at every key. */
const acts = (engine: FakeEngine) => engine.sent.filter(({ name }) => name !== 'session.active');

describe('the keys of the telephone', () => {
  it('[UI-6] F2 answers what rings, Esc refuses it', async () => {
    const { engine, user } = openApp({ slices: ringing });
    await user.keyboard('{F2}');
    expect(engine.inputs('call.answer')).toEqual([{ callId }]);
    await user.keyboard('{Escape}');
    expect(engine.inputs('call.decline')).toEqual([{ callId }]);
  });

  it('[UI-6] in a talk F3 mutes, F4 holds, F9 hangs up', async () => {
    const { engine, user, deliver } = openApp({ slices: talking });
    await user.keyboard('{F3}{F4}');
    expect(engine.inputs('call.mute')).toEqual([{ callId, muted: true }]);
    expect(engine.inputs('call.hold')).toEqual([{ callId }]);
    deliver('calls', [talkingCall({ hold: 'held', heldSince: at('2026-11-05T11:44:05') })]);
    await user.keyboard('{F4}{F9}');
    expect(engine.inputs('call.resume')).toEqual([{ callId }]);
    expect(engine.inputs('call.hang-up')).toEqual([{ callId }]);
  });

  it('[UI-7] Esc never hangs up, and refuses nothing while she types', async () => {
    const { engine, user } = openApp({
      slices: { calls: [talkingCall(), callWith(karim)], work: [talkingWork(), karimWork] },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('{Escape}');
    expect(engine.inputs('call.hang-up')).toEqual([]);
    expect(engine.inputs('call.decline')).toEqual([]);
  });

  it('[UI-8] F5 and Ctrl+R are taken and do nothing', () => {
    const { engine } = openApp({ slices: talking });
    const before = acts(engine).length;
    for (const init of [
      { key: 'F5', code: 'F5' },
      { key: 'r', code: 'KeyR', ctrlKey: true },
    ]) {
      const event = new KeyboardEvent('keydown', { ...init, cancelable: true, bubbles: true });
      document.body.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    }
    expect(acts(engine)).toHaveLength(before);
  });

  it('[UI-28] the keypad sends the digits that are typed, Esc closes it and hangs nothing up', async () => {
    const { engine, user } = openApp({ slices: talking });
    await user.keyboard('{F8}');
    const keypad = await screen.findByRole('dialog', { name: 'Clavier' });
    await user.keyboard('4');
    await user.click(within(keypad).getByRole('button', { name: '#' }));
    expect(engine.inputs('call.dtmf')).toEqual([
      { callId, tones: '4' },
      { callId, tones: '#' },
    ]);
    expect(within(keypad).getByText('4#')).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Clavier' })).toBeNull());
    expect(engine.inputs('call.hang-up')).toEqual([]);
  });
});

describe('the bar', () => {
  it('[UI-9] while she asks someone the transfer stays in its place, greyed, with the reason', () => {
    openApp({
      slices: {
        calls: [
          talkingCall({ hold: 'held', heldSince: at('2026-11-05T11:44:05') }),
          talkingCall({ ...karim, consultFor: callId }),
        ],
        work: [talkingWork()],
      },
    });
    const button = screen.getByRole('button', { name: /Transférer/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('title')).toContain('Demande à un collègue');
  });

  it('[UI-10] a call that rings beside a wrap-up has its own line and takes nothing away', async () => {
    const { engine, user } = openApp({
      slices: { calls: [callWith(karim)], work: [wrapUpWork(), karimWork] },
    });
    const line = screen.getByRole('region', { name: /Appel qui sonne.*Karim Belkacem/ });
    expect(within(line).getByText('Karim Belkacem')).toBeDefined();
    expect(await screen.findByRole('combobox', { name: /Comment s’est terminé/ })).toBeDefined();
    await user.click(within(line).getByRole('button', { name: /Décrocher/ }));
    expect(engine.inputs('call.answer')).toEqual([{ callId: karim.id }]);
  });

  it('[UI-10] Shift+F4 holds the one and resumes the other', async () => {
    const held = talkingCall({
      ...karim,
      hold: 'held',
      heldSince: at('2026-11-05T11:44:03'),
    });
    const { engine, user } = openApp({
      slices: {
        calls: [talkingCall(), held],
        work: [talkingWork(), talkingWork({ ...karim, customerName: karim.title })],
      },
    });
    expect(screen.getByRole('region', { name: /En garde.*Karim/ })).toBeDefined();
    await user.keyboard('{Shift>}{F4}{/Shift}');
    await waitFor(() => expect(engine.inputs('call.resume')).toEqual([{ callId: karim.id }]));
    expect(engine.inputs('call.hold')).toEqual([{ callId }]);
  });

  it('[UI-30] answering brings that call forward, the wrap-up waits in a line', async () => {
    const { deliver, user } = openApp({ slices: { work: [wrapUpWork()] } });
    const answered = talkingCall(karim);
    deliver('calls', [answered]);
    deliver('work', [
      wrapUpWork(),
      talkingWork({
        ...karim,
        customerName: karim.title,
        customerId: null,
        match: { status: 'hidden' },
      }),
    ]);
    expect(screen.getByText('En ligne')).toBeDefined();
    const line = screen.getByRole('region', { name: /Post-appel à finir.*Hélène/ });
    deliver('calls', []);
    deliver('work', [wrapUpWork(), wrapUpWork({ ...karim, customerName: karim.title })]);
    await user.click(
      within(screen.getByRole('region', { name: /Post-appel à finir/ })).getByRole('button'),
    );
    expect(line).toBeDefined();
    expect(await screen.findByRole('heading', { level: 1, name: /Hélène Vasseur/ })).toBeDefined();
  });

  it('[UI-2] the state says what, since when, how long and why', () => {
    openApp();
    const state = screen.getByRole('button', { name: /Changer mon état/ });
    expect(state.textContent).toContain('Disponible');
    expect(state.textContent).toContain('depuis 11:42');
    expect(state.textContent).toMatch(/1\smin\s20/u);
    expect(state.textContent).toContain('fin du post-appel, Odile Marchand');
  });

  it('[UI-3] the menu offers ready, a pause with its reason, and offline', async () => {
    const { engine, user } = openApp();
    await user.click(screen.getByRole('button', { name: /Changer mon état/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Déjeuner', hidden: true }));
    expect(engine.inputs('advisor.choose')).toEqual([{ state: 'pause', reason: 'lunch' }]);
    await user.click(screen.getByRole('button', { name: /Changer mon état/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Hors ligne', hidden: true }));
    expect(engine.inputs('advisor.choose').at(-1)).toEqual({ state: 'offline', reason: null });
  });

  it('[UI-18] a training call has its four marks', async () => {
    openApp({
      slices: { calls: [talkingCall({ training: true })], work: [talkingWork({ training: true })] },
    });
    expect(screen.getByText('Vous jouez pour')).toBeDefined();
    expect(screen.getByText('personne n’est en ligne')).toBeDefined();
    expect(screen.getByText('Appel simulé')).toBeDefined();
    await waitFor(() =>
      expect(document.querySelector('.lectern.training, [class*="training"]')).not.toBeNull(),
    );
    expect(screen.getByRole('button', { name: /Arrêter/ })).toBeDefined();
  });

  it('[UI-14] what failed is said in words until it is closed', async () => {
    const { user } = openApp({
      slices: ringing,
      answers: { 'call.answer': () => ({ ok: false, error: { code: 'microphone-missing' } }) },
    });
    await user.keyboard('{F2}');
    const said = await screen.findByText('Aucun microphone branché.');
    const strip = said.parentElement ?? document.body;
    await user.click(within(strip).getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByText('Aucun microphone branché.')).toBeNull();
  });
});

it('[UI-31] while the engine starts again the window says so and keeps what it shows', async () => {
  const { engine } = openApp({ slices: talking });
  engine.disconnect();
  expect(await screen.findByText('Le moteur redémarre…')).toBeDefined();
  expect(screen.getAllByText('Hélène Vasseur').length).toBeGreaterThan(0);
  expect(quiet.session.status).toBe('signed-in');
});
