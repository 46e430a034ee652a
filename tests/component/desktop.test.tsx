import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeDesktop, usualDesktop } from './support/fake-desktop.ts';
import { callbacks, helene, ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { callId, callWith, quiet, talkingCall, talkingWork, workWith } from './support/slices.ts';

const link = {
  type: 'call-asked',
  source: 'link',
  number: '+33639984117',
  display: '06 39 98 41 17',
  kind: 'mobile',
} as const;
const lookAway = (away: boolean) => vi.spyOn(document, 'hasFocus').mockReturnValue(!away);

afterEach(() => vi.restoreAllMocks());

describe('the tray', () => {
  it('[DESK-1] her state with since when and for how long, in her language', async () => {
    const { desktop } = openApp({ now: Date.parse(quiet.advisor.since) + 75_000 });
    await waitFor(() =>
      expect(desktop.faces.at(-1)?.tooltip).toMatch(
        /^Parlance\s: Disponible depuis 11:42, 1\smin$/,
      ),
    );
    expect(desktop.faces.at(-1)).toMatchObject({ state: 'ready', live: false, mayCall: true });
  });

  it('[DESK-1] a call that rings, and one that is talked on, with their time', async () => {
    const { desktop, deliver } = openApp({ slices: { calls: [callWith()], work: [workWith()] } });
    await waitFor(() =>
      expect(desktop.faces.at(-1)).toMatchObject({
        state: 'ringing',
        live: true,
        tooltip: expect.stringMatching(/^Parlance\s: Hélène Vasseur attend depuis/),
      }),
    );
    deliver('calls', [talkingCall()]);
    await waitFor(() =>
      expect(desktop.faces.at(-1)).toMatchObject({
        state: 'talking',
        tooltip: expect.stringMatching(/^Parlance\s: en ligne avec Hélène Vasseur/),
      }),
    );
    deliver('calls', []);
    await waitFor(() => expect(desktop.faces.at(-1)?.live).toBe(false));
  });

  it('[DESK-2] its menu has every state, the chosen one marked, and chooses', async () => {
    const { desktop, engine } = openApp();
    await waitFor(() => expect(desktop.faces.length).toBeGreaterThan(0));
    const { choices = [] } = desktop.faces.at(-1) ?? {};
    expect(choices.filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual([
      'Disponible',
    ]);
    expect(choices.map(({ state }) => state)).toContain('offline');
    act(() => desktop.tell({ type: 'state-chosen', state: 'pause', reason: 'lunch' }));
    expect(engine.inputs('advisor.choose')).toEqual([{ state: 'pause', reason: 'lunch' }]);
  });

  it('[DESK-2] signed out it offers no state, and [DESK-8] no number is called', async () => {
    const session = { ...quiet.session, status: 'signed-out' as const, user: null };
    const { desktop } = openApp({ slices: { session } });
    await waitFor(() =>
      expect(desktop.faces.at(-1)).toMatchObject({
        state: 'signed-out',
        choices: [],
        mayCall: false,
      }),
    );
  });
});

describe('a number from outside', () => {
  const hit = {
    customerId: helene,
    name: 'Hélène Vasseur',
    place: 'Brest',
    phone: '06 39 98 41 17',
    vip: true,
    brandIds: ['kerdoual'],
    because: null,
  };

  it('[DESK-6] is shown with who has it, and Enter calls it, but not in the first half second', async () => {
    const answers = { 'customer.search': () => ({ ok: true as const, value: [hit] }) };
    const { desktop, engine, time, user } = openApp({ answers });
    act(() => desktop.tell(link));
    const dialog = await screen.findByRole('dialog', { name: /^Appeler ce numéro/ });
    expect(within(dialog).getByText('06 39 98 41 17')).toBeDefined();
    expect(await within(dialog).findByText('Hélène Vasseur · Brest')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(engine.inputs('call.dial')).toEqual([]);
    time.now = ringNow + 600;
    await user.keyboard('{Enter}');
    expect(engine.inputs('call.dial')).toEqual([
      { number: '+33639984117', brandId: null, customerId: helene, callbackId: null },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[DESK-6] Esc calls nobody, and refuses no call that rings beneath', async () => {
    const { desktop, engine, user } = openApp({
      slices: { calls: [callWith()], work: [workWith()] },
    });
    act(() => desktop.tell(link));
    await screen.findByRole('dialog', { name: /^Appeler ce numéro/ });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(engine.inputs('call.dial')).toEqual([]);
    expect(engine.inputs('call.decline')).toEqual([]);
  });

  it('[DESK-6] what may cost more is said, and signed out nothing can be called', async () => {
    const session = { ...quiet.session, status: 'signed-out' as const, user: null };
    const { desktop, engine, time, user } = openApp({ slices: { session } });
    act(() => desktop.tell({ ...link, kind: 'premium' }));
    expect(await screen.findByText('Numéro surtaxé')).toBeDefined();
    time.now = ringNow + 600;
    await user.click(screen.getByRole('button', { name: /^Appeler/ }));
    expect(engine.inputs('call.dial')).toEqual([]);
  });

  it('[DESK-11] nothing selected, [DESK-10] or a key held elsewhere, is told in words', async () => {
    const { desktop } = openApp();
    act(() => desktop.tell({ type: 'nothing-selected' }));
    expect(screen.getByText(/n’est un numéro/)).toBeDefined();
    act(() => desktop.tell({ type: 'hotkeys-refused', keys: ['mute'] }));
    expect(screen.getByText(/^Un autre programme tient/)).toBeDefined();
  });
});

describe('closing in a call', () => {
  const inCall = { calls: [talkingCall()], work: [talkingWork()] };

  it('[DESK-17] says that the call would end; Esc stays', async () => {
    const { desktop, engine, user } = openApp({ slices: inCall });
    act(() => desktop.tell({ type: 'close-asked' }));
    const dialog = await screen.findByRole('dialog', { name: 'Fermer raccrocherait l’appel' });
    expect(within(dialog).getByText(/Hélène Vasseur/)).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(engine.inputs('call.hang-up')).toEqual([]);
    expect(desktop.left).toBe(0);
  });

  it('[DESK-17] leaving ends the call first, then the program', async () => {
    const { desktop, engine, deliver, user } = openApp({ slices: inCall });
    act(() => desktop.tell({ type: 'close-asked' }));
    await user.click(await screen.findByRole('button', { name: 'Raccrocher et quitter' }));
    expect(engine.inputs('call.hang-up')).toEqual([{ callId }]);
    expect(desktop.left).toBe(0);
    deliver('calls', []);
    await waitFor(() => expect(desktop.left).toBe(1));
  });

  it('[DESK-17] a call that ends by itself takes the question away', async () => {
    const { desktop, deliver } = openApp({ slices: inCall });
    act(() => desktop.tell({ type: 'close-asked' }));
    await screen.findByRole('dialog');
    deliver('calls', []);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desktop.left).toBe(0);
  });
});

describe('notices of the system', () => {
  it('[DESK-13] a missed call while she looks elsewhere; a click opens who it was', async () => {
    lookAway(true);
    const { desktop, engine, services } = openApp({
      slices: { calls: [callWith()], work: [workWith()] },
    });
    act(() => engine.notify('call-missed', callId));
    await waitFor(() => expect(desktop.notices).toHaveLength(1));
    const [notice] = desktop.notices;
    expect(notice).toMatchObject({
      kind: 'call-missed',
      title: expect.stringMatching(/^Appel manqué\s: Hélène Vasseur$/),
      body: 'Maison Kerdoual · 06 39 98 41 17',
    });
    act(() => desktop.tell({ type: 'notice-opened', id: notice?.id ?? '' }));
    expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: helene });
  });

  it('[DESK-13] while she looks at the window nothing is told', async () => {
    lookAway(false);
    const { desktop, engine } = openApp({ slices: { calls: [callWith()], work: [workWith()] } });
    act(() => engine.notify('call-missed', callId));
    expect(desktop.notices).toEqual([]);
  });

  it('[DESK-14] a callback that is due, once; not in the first ten seconds of a call', async () => {
    lookAway(true);
    const [promised] = callbacks;
    if (promised === undefined) throw new Error('no callback');
    const due = { ...promised, id: id(5555), dueAt: new Date(ringNow - 30_000).toISOString() };
    // Nobody promised that one: its notice came when it was missed.
    const missed = { ...due, id: id(5556), kind: 'missed' as const, reason: '' };
    const answers = { 'callbacks.list': () => ({ ok: true as const, value: [due, missed] }) };
    const answeredAt = new Date(ringNow - 3_000).toISOString();
    const { desktop, deliver, engine, services } = openApp({
      slices: { calls: [talkingCall({ answeredAt })], work: [] },
      answers,
    });
    await waitFor(() => expect(engine.inputs('callbacks.list').length).toBeGreaterThan(0));
    expect(desktop.notices).toEqual([]);
    deliver('calls', []);
    await waitFor(() => expect(desktop.notices).toHaveLength(1));
    expect(desktop.notices[0]?.title).toContain(promised.customerName);
    act(() => engine.notify('callbacks-changed', null));
    await waitFor(() => expect(engine.inputs('callbacks.list').length).toBeGreaterThan(1));
    expect(desktop.notices).toHaveLength(1);
    act(() => desktop.tell({ type: 'notice-opened', id: desktop.notices[0]?.id ?? '' }));
    expect(services.screen.getState().screen).toBe('day');
  });
});

describe('the settings of this desktop', () => {
  // The made-up keyboard knows no codes of function keys.
  const pressCode = (code: string, key = code) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { code, key });
  const openSettings = async (desktop = new FakeDesktop()) => {
    const opened = openApp({ desktop });
    act(() => opened.services.screen.setState({ screen: 'settings' }));
    await screen.findByRole('heading', { name: 'Sur ce poste' });
    return opened;
  };

  it('[DESK-18] closing to the tray, [DESK-3] starting with the session, [DESK-7] links: one switch each', async () => {
    const { desktop, user } = await openSettings();
    await user.click(screen.getByRole('checkbox', { name: /près de l’horloge/ }));
    await user.click(screen.getByRole('checkbox', { name: /Démarrer avec la session/ }));
    await user.click(screen.getByRole('checkbox', { name: /liens tel/ }));
    expect(desktop.changes).toEqual([
      { closeToTray: true },
      { autostart: true },
      { callLinks: true },
    ]);
  });

  it('[DESK-3] a system that refuses is told beside the switch', async () => {
    const desktop = new FakeDesktop();
    desktop.refuse = 'autostart-refused';
    const { user } = await openSettings(desktop);
    await user.click(screen.getByRole('checkbox', { name: /Démarrer avec la session/ }));
    expect(
      (await screen.findByText(/n’a pas accepté le démarrage/)).closest('label'),
    ).not.toBeNull();
  });

  it('[DESK-9] a key is pressed, unfit ones are refused, Delete takes it away, Esc leaves it', async () => {
    const { desktop, user } = await openSettings();
    const mute = screen.getByRole('button', { name: 'Muet F3' });
    await user.click(mute);
    pressCode('KeyM', 'm');
    expect(screen.getByText(/Cette touche sert ailleurs/)).toBeDefined();
    pressCode('F7');
    const keys = usualDesktop.settings.hotkeys;
    expect(desktop.changes).toEqual([{ hotkeys: { ...keys, mute: 'F7' } }]);
    await user.click(await screen.findByRole('button', { name: 'Muet F7' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Muet F7' }));
    await user.keyboard('{Delete}');
    expect(desktop.changes.at(-1)).toEqual({ hotkeys: { ...keys, mute: null } });
    expect(desktop.changes).toHaveLength(2);
  });

  it('[DESK-9] a key that already does something else, [DESK-10] or is held elsewhere, says so', async () => {
    const desktop = new FakeDesktop({ ...usualDesktop, refused: ['hang-up'] });
    desktop.refuse = 'hotkey-taken';
    const { user } = await openSettings(desktop);
    expect(screen.getAllByText(/Un autre programme tient cette touche/)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Muet F3' }));
    pressCode('F2');
    expect(await screen.findByText(/sert déjà à une autre action/)).toBeDefined();
  });
});
