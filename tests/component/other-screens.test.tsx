import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { PanelBoundary } from '@renderer/ui/boundary/panel-boundary.tsx';
import { checkIds } from '@shared/contracts/engine/desk-views.ts';
import { errorCodes } from '@shared/kernel/error-codes.ts';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { states } from '../gallery/states.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';

const outboxState = states['outbox'];
const outbox = (items = outboxState?.outbox ?? []) => ({
  slices: outboxState?.slices ?? {},
  answers: { 'outbox.list': () => ({ ok: true as const, value: [...items] }) },
});

describe('the outbox', () => {
  it('[UI-25] what waits for her first, then what goes, then what went', async () => {
    const { services } = openApp(outbox());
    act(() => services.screen.setState({ screen: 'outbox' }));
    await screen.findByRole('heading', { name: 'Attendent votre réponse' });
    const groups = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(groups.slice(0, 3)).toEqual([
      'Attendent votre réponse',
      'En route, dans l’ordre',
      'Partis',
    ]);
    expect(screen.getByText('sur ce poste')).toBeDefined();
    expect(screen.getByText('suit le nᵒ 1')).toBeDefined();
  });

  it('[UI-26] both values and the one before are shown; a digit decides, Enter does not', async () => {
    const { engine, user, services } = openApp(outbox());
    act(() => services.screen.setState({ screen: 'outbox' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByText('06 39 98 55 21')).toBeDefined();
    expect(within(table).getByText('06 39 98 55 12')).toBeDefined();
    expect(screen.getByText(/Avant\s: 06 39 98 55 02/u)).toBeDefined();
    await user.keyboard('{Enter}');
    expect(engine.inputs('outbox.resolve')).toEqual([]);
    await user.keyboard('3');
    expect(engine.inputs('outbox.resolve')).toMatchObject([{ keep: { phones: 'both' } }]);
  });

  it.each([
    ['fr', /^Que faire/, 'Attendent votre réponse', /^partis depuis 12:06$/],
    ['en', /^What to do/, 'Wait for your answer', /^sent since 12:06$/],
  ] as const)(
    '[UI-45] both that wait stand there, the chosen one has the digits (%s)',
    async (language, whatToDo, waiting, since) => {
      const { engine, user, services } = openApp({ ...outbox(), language });
      act(() => services.screen.setState({ screen: 'outbox' }));
      await screen.findByRole('table');
      const choices = within(screen.getByRole('list', { name: whatToDo })).getAllByRole('button');
      expect(choices[0]?.getAttribute('aria-keyshortcuts')).toBeNull();
      expect(screen.getByText(since)).toBeDefined();
      await user.keyboard('1');
      expect(engine.inputs('outbox.remedy')).toEqual([]);
      expect(engine.inputs('outbox.resolve')).toHaveLength(1);
      const rows = within(screen.getByRole('region', { name: waiting })).getAllByRole('button');
      await user.click(rows[1] as HTMLElement);
      await user.keyboard('1');
      expect(engine.inputs('outbox.remedy')).toHaveLength(1);
      expect(screen.getByRole('table')).toBeDefined();
    },
  );

  it('[SETTLE-7] [UI-25] put aside, it is sent again by a digit; giving up is asked twice', async () => {
    const parked = (outboxState?.outbox ?? []).filter((item) => item.code === 'callback-taken');
    const { engine, user, services } = openApp(outbox(parked));
    act(() => services.screen.setState({ screen: 'outbox' }));
    await screen.findByRole('heading', { name: /pris par une autre personne/ });
    await user.keyboard('1');
    expect(engine.inputs('outbox.remedy')).toMatchObject([{ remedy: 'again' }]);
    await user.keyboard('3');
    expect(engine.inputs('outbox.remedy')).toHaveLength(1);
    expect(screen.getByText('Abandonner pour de bon')).toBeDefined();
    await user.keyboard('3');
    expect(engine.inputs('outbox.remedy')).toMatchObject([{}, { remedy: 'drop' }]);
    await user.keyboard('2');
    expect(services.screen.getState()).toMatchObject({
      screen: 'customers',
      customerId: parked[0]?.customerId,
    });
  });

  it('[SETTLE-4] what waits says why, and is tried now by a digit', async () => {
    const waiting = (outboxState?.outbox ?? []).filter((item) => item.status === 'waiting');
    const { engine, user, services } = openApp(outbox(waiting));
    act(() => services.screen.setState({ screen: 'outbox' }));
    expect(await screen.findByText('Le serveur n’est pas joint.')).toBeDefined();
    expect(screen.getAllByText(/attend le réseau/)).toHaveLength(2);
    await user.keyboard('1');
    expect(engine.inputs('outbox.send-now')).toHaveLength(1);
  });

  it('[SETTLE-2] [SETTLE-3] each field is asked by itself, with who changed it, and sent at once', async () => {
    const item = outboxState?.outbox?.find(({ conflict }) => conflict !== null);
    if (!item?.conflict) throw new Error('the pictured state has no conflict');
    const { conflict } = item;
    const two = {
      ...item,
      conflict: {
        ...conflict,
        base: { ...conflict.base, firstName: 'Odil' },
        mine: { ...conflict.mine, firstName: 'Odille' },
        others: [
          ...conflict.others,
          { field: 'firstName', by: 'person' as const, name: 'Yanis Morel', at: item.madeAt },
        ],
      },
    };
    const { engine, user, services } = openApp(outbox([two]));
    act(() => services.screen.setState({ screen: 'outbox' }));
    expect(await screen.findByRole('columnheader', { name: /Agence de Rennes/ })).toBeDefined();
    expect(screen.getByText('2 questions')).toBeDefined();
    await user.keyboard('3');
    expect(screen.getByRole('columnheader', { name: /Yanis Morel/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: /Garder les deux/ })).toBeNull();
    await user.keyboard('{Backspace}');
    expect(screen.getByRole('columnheader', { name: /Agence de Rennes/ })).toBeDefined();
    await user.keyboard('2');
    expect(engine.inputs('outbox.resolve')).toEqual([]);
    await user.keyboard('1');
    expect(engine.inputs('outbox.resolve')).toEqual([
      { id: item.id, keep: { phones: 'hub', firstName: 'mine' } },
    ]);
  });
});

describe('sign-in and the check list', () => {
  const signedOut = { ...quiet.session, status: 'signed-out' as const, user: null };

  it('[UI-23] the login is kept, the password has the focus, and Enter signs in', async () => {
    const { engine, user } = openApp({ slices: { session: signedOut } });
    const password = await screen.findByLabelText('Mot de passe');
    expect(document.activeElement).toBe(password);
    await user.keyboard('parlance-demo{Enter}');
    expect(engine.inputs('session.sign-in')).toEqual([
      { login: 'camille.roussel', password: 'parlance-demo', lost: 'refuse' },
    ]);
  });

  it('[SEAL-10] a vault that cannot be opened is explained; only she sets it aside', async () => {
    const { engine, user } = openApp({
      slices: { session: { ...signedOut, lastLogin: 'camille', error: 'vault-key-lost' } },
    });
    expect(screen.getByText(/rien n’est effacé/)).toBeDefined();
    await user.type(screen.getByLabelText('Mot de passe'), 'geheim');
    await user.click(screen.getByRole('button', { name: /coffre neuf/ }));
    expect(engine.inputs('session.sign-in')).toEqual([
      { login: 'camille', password: 'geheim', lost: 'set-aside' },
    ]);
  });

  it('[UI-23] a refusal is said, and what waits sealed here', async () => {
    openApp({ slices: { session: { ...signedOut, error: 'sign-in-refused', sealedOfOthers: 2 } } });
    expect((await screen.findAllByText('Identifiant ou mot de passe incorrect.')).length).toBe(1);
    expect(screen.getByText(/2 éléments d’autres personnes attendent ici, scellés/)).toBeDefined();
  });

  it('[UI-32] signing in opens the check, Enter begins the day', async () => {
    const { deliver, services, user } = openApp({ slices: { session: signedOut } });
    await screen.findByLabelText('Mot de passe');
    await user.keyboard('parlance-demo{Enter}');
    deliver('session', quiet.session);
    await screen.findByRole('button', { name: /^Commencer/ });
    await user.keyboard('{Enter}');
    expect(services.screen.getState().screen).toBe('day');
  });

  it('[UI-32] a refused sign-in and open work open no check', async () => {
    const refused = () => ({ ok: false as const, error: { code: 'sign-in-refused' as const } });
    const { engine, deliver, services, user } = openApp({
      slices: { session: signedOut },
      answers: { 'session.sign-in': refused },
    });
    await screen.findByLabelText('Mot de passe');
    await user.keyboard('wrong{Enter}');
    expect(services.screen.getState().failure).toBeNull();
    expect(services.screen.getState().screen).toBe('day');
    deliver('work', [...(states['wrap-up']?.slices.work ?? [])]);
    engine.answer({ 'session.sign-in': () => ({ ok: true, value: null }) });
    await user.keyboard('{Enter}');
    expect(engine.inputs('session.sign-in')).toHaveLength(2);
    expect(services.screen.getState().screen).toBe('work');
  });

  it('[UI-36] a failure is said until the next thing she does succeeds', async () => {
    const refused = () => ({ ok: false as const, error: { code: 'line-unreachable' as const } });
    const { engine, user } = openApp({ answers: { 'practice.call': refused } });
    const practice = screen.getByRole('button', { name: 'Appel d’entraînement' });
    await user.click(practice);
    expect(await screen.findByText(fr.error['line-unreachable'])).toBeDefined();
    engine.answer({ 'practice.call': () => ({ ok: true, value: null }) });
    await user.click(practice);
    expect(screen.queryByText(fr.error['line-unreachable'])).toBeNull();
  });

  it('[UI-32] the list is checked again when the line has registered', async () => {
    const { engine, deliver, services } = openApp({
      slices: { line: { ...quiet.line, status: 'connecting' } },
    });
    act(() => services.screen.setState({ screen: 'check' }));
    await screen.findByRole('button', { name: /^Commencer/ });
    deliver('line', quiet.line);
    expect(engine.inputs('checks.run')).toHaveLength(2);
  });

  it('[UI-49] the check that comes up while she types into the search leaves her keys there', async () => {
    const { user, services } = openApp();
    await user.click(screen.getByRole('combobox', { name: 'Chercher ou appeler' }));
    act(() => services.screen.setState({ screen: 'check' }));
    await screen.findByRole('button', { name: /^Commencer/ });
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  it('[UI-33] the window’s buttons are stops of the keyboard', async () => {
    const { user } = openApp();
    const close = await screen.findByRole('button', { name: 'Fermer' });
    for (let stops = 0; stops < 30 && document.activeElement !== close; stops += 1)
      await user.tab();
    expect(document.activeElement).toBe(close);
  });

  it('[UI-37] when every check has passed, the devices of a call and her first words are named', () => {
    const { services } = openApp({ slices: {} });
    act(() => services.screen.setState({ screen: 'check' }));
    expect(screen.getByRole('heading', { name: 'Tout est prêt' })).toBeDefined();
    expect(screen.getByText(/sonnerait sur Haut-parleur de l’écran/)).toBeDefined();
    expect(screen.getByText('Bonjour, Camille Roussel, je vous écoute.')).toBeDefined();
  });

  it('[UI-24] each check has its result; a digit tries a remedy of the failed one', async () => {
    const checks = states['check']?.slices.checks ?? [];
    const { engine, user, services } = openApp({ slices: { checks } });
    act(() => services.screen.setState({ screen: 'check' }));
    expect(await screen.findByText('10 sur 11 prêts')).toBeDefined();
    expect(engine.inputs('checks.run')).toHaveLength(1);
    await user.keyboard('2');
    expect(engine.inputs('devices.choose')).toEqual([{ use: 'ringer', deviceId: 'screen' }]);
  });
});

it('[AUDIO-25] every failed check has a remedy in words, and the sound is tried beside the list', async () => {
  for (const id of checkIds) {
    expect(fr.check.remedy[id].length).toBeGreaterThan(10);
    expect(en.check.remedy[id].length).toBeGreaterThan(10);
  }
  const checks = states['check']?.slices.checks ?? [];
  const { engine, user, services } = openApp({ slices: { checks } });
  act(() => services.screen.setState({ screen: 'check' }));
  expect(await screen.findByText(/Choisissez où sonner/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'M’entendre' }));
  await user.click(screen.getByRole('button', { name: 'Faire sonner' }));
  expect(engine.inputs('sound.hear-back')).toHaveLength(1);
  expect(engine.inputs('sound.play')).toEqual([{ use: 'ringer' }]);
  act(() => services.screen.setState({ screen: 'day' }));
  expect(engine.inputs('sound.listen')).toEqual([{ on: false }]);
});

it('[AUDIO-22] the verdict on her voice is in words', async () => {
  const soundTest = { state: 'idle', levelDb: null, verdict: 'quiet', voiceDb: -55 } as const;
  const { services } = openApp({ slices: { soundTest } });
  act(() => services.screen.setState({ screen: 'settings' }));
  expect((await screen.findByText('trop faible')).textContent).toBe('trop faible');
});

it('[AUDIO-26] the report is copied as the engine gives it', async () => {
  const copied: string[] = [];
  document.execCommand = () => {
    copied.push(document.querySelector('textarea')?.value ?? '');
    return true;
  };
  const { user, services } = openApp({
    answers: { 'checks.report': () => ({ ok: true, value: { text: 'pbx: passed' } }) },
  });
  act(() => services.screen.setState({ screen: 'check' }));
  await user.click(await screen.findByRole('button', { name: 'Copier' }));
  expect(copied).toEqual(['pbx: passed']);
});

describe('settings and help', () => {
  it('[UI-24] how the key is kept is said in words', async () => {
    const key = {
      id: 'key',
      status: 'passed',
      measure: 'passphrase',
      detail: null,
      error: null,
    } as const;
    const { services } = openApp({ slices: { checks: [key] } });
    act(() => services.screen.setState({ screen: 'check' }));
    expect(await screen.findByText('scellée par votre mot de passe')).toBeDefined();
  });

  it('[UI-29] the three devices are chosen apart, a device that is gone is named', async () => {
    const { engine, user, services } = openApp({
      slices: {
        devices: {
          ...quiet.devices,
          inputs: [...quiet.devices.inputs],
          outputs: [...quiet.devices.outputs],
          away: [],
          speakerId: 'gone',
        },
      },
    });
    act(() => services.screen.setState({ screen: 'settings' }));
    await user.selectOptions(await screen.findByLabelText('Sonnerie'), 'talia');
    expect(engine.inputs('devices.choose')).toEqual([{ use: 'ringer', deviceId: 'talia' }]);
    expect(
      screen.getByRole<HTMLOptionElement>('option', { name: 'Appareil débranché' }).selected,
    ).toBe(true);
  });

  it('[AUDIO-7] [AUDIO-8] loudness and what is done to her voice are chosen here', async () => {
    const { engine, user, services } = openApp();
    act(() => services.screen.setState({ screen: 'settings' }));
    const slider = await screen.findByRole('slider', { name: 'Volume de la sonnerie' });
    fireEvent.change(slider, { target: { value: '40' } });
    expect(engine.inputs('devices.set-loudness')).toEqual([{ use: 'ringer', loudness: 0.4 }]);
    await user.click(screen.getByRole('checkbox', { name: 'Réduire le bruit' }));
    expect(engine.inputs('devices.set-processing')).toEqual([
      { echoCancellation: true, noiseSuppression: false, autoGainControl: true },
    ]);
  });

  it('[UI-20] the theme is chosen at once and kept on this desktop', async () => {
    const { user, services } = openApp();
    act(() => services.screen.setState({ screen: 'settings' }));
    await user.click(await screen.findByRole('radio', { name: 'Sombre' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('parlance.theme')).toBe('dark');
    await user.click(screen.getByRole('radio', { name: 'Clair' }));
    expect(document.documentElement.dataset['theme']).toBe('light');
  });

  it('[UI-19] the language changes at once', async () => {
    const { user, services } = openApp();
    act(() => services.screen.setState({ screen: 'settings' }));
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeDefined();
    expect(document.documentElement.lang).toBe('en');
  });

  it('[UI-27] F1 shows every key, Esc closes it', async () => {
    const { user } = openApp();
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: 'Tous les raccourcis' });
    for (const key of ['F2', 'F3', 'F4', 'F8', 'F9', 'F10'])
      expect(within(help).getAllByText(key).length).toBeGreaterThan(0);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Tous les raccourcis' })).toBeNull();
  });
});

it.each(errorCodes)('[UI-14] the error %s has words in both languages', (code) => {
  expect(fr.error[code].length).toBeGreaterThan(4);
  expect(en.error[code].length).toBeGreaterThan(4);
});

const defect = { broken: true };
const Fragile = () => {
  if (defect.broken) throw new Error('a defect');
  return <p>revenu</p>;
};

it('[UI-1] a panel that breaks says so in its place and comes back on request', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  defect.broken = true;
  const words = {
    title: 'Le fil n’a pas pu s’afficher.',
    detail: 'L’appel continue.',
    retry: 'Réessayer',
  };
  render(
    <>
      <p>la barre d’appel</p>
      <PanelBoundary words={words} resetKey="a">
        <Fragile />
      </PanelBoundary>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('L’appel continue.');
  expect(screen.getByText('la barre d’appel')).toBeDefined();
  defect.broken = false;
  act(() => screen.getByRole('button', { name: 'Réessayer' }).click());
  expect(screen.getByText('revenu')).toBeDefined();
  silence.mockRestore();
});
