/** What a lead is told of outside the board, and what she decides of it. */
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { alert, alertRules, alerts, byNadia, pastAlerts } from './support/lead-alerts.ts';
import { floor, floorAt } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';
import { quiet, talkingCall } from './support/slices.ts';

const roled = (role: 'team-lead' | 'brand-manager') => ({
  ...managing,
  session: { ...managing.session, user: { ...managing.session.user, role } },
});
const leading = roled('team-lead');
const answers = {
  'lead.watch': () => succeed(floor()),
  'lead.thresholds': () =>
    succeed({ teamId: alertRules.teamId, version: 1, thresholds: usualThresholds }),
  'lead.alert-rules': () => succeed(alertRules),
  'lead.alert-log': () => succeed({ alerts: pastAlerts }),
  'lead.set-alert-rules': () => succeed(alertRules),
  'lead.take-alert': () => succeed(alerts[0]),
};
const open = (slices: object = {}, more: object = {}) =>
  openApp({
    slices: { ...leading, alerts: { open: alerts }, ...slices },
    now: floorAt,
    answers: { ...answers, ...more } as never,
  });
const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const strip = (text: RegExp) => screen.findByText(text).then((found) => found.closest('div'));

afterEach(() => vi.restoreAllMocks());

it('[ALERT-11] the worst that nobody took up stands under the bar, with its time and how many more', async () => {
  const { deliver } = open();
  const shown = await strip(/l’attente dépasse/);
  expect(plain(shown as Element)).toContain(
    'Service clients : l’attente dépasse le seuil depuis 3:00',
  );
  expect(plain(shown as Element)).toContain('et 1 autre');
  // The rail counts them.
  expect(plain(screen.getByRole('button', { name: /^Plateau/ }))).toBe('Plateau2');
  deliver('alerts', { open: [...alerts, alert('hand', 'Samir Ouali', 1)] });
  await screen.findByText('Samir Ouali demande de l’aide');
  deliver('alerts', { open: alerts.map((one) => ({ ...one, ...byNadia })) });
  await waitFor(() => expect(screen.queryByRole('button', { name: /Je m’en occupe/ })).toBeNull());
  expect(plain(screen.getByRole('button', { name: 'Plateau' }))).toBe('Plateau');
});

it('[ALERT-11] two keys take it up and look at it, and what she types stays hers', async () => {
  const { user, engine, services } = open(
    {},
    {
      'lead.take-alert': () => fail('alert-taken'),
    },
  );
  await screen.findByText(/l’attente dépasse/);
  const before = document.activeElement;
  await user.keyboard('{Alt>}k{/Alt}');
  await waitFor(() =>
    expect(engine.inputs('lead.take-alert')).toEqual([{ alertId: alerts[0]?.id }]),
  );
  // Another was first: it is said.
  await screen.findByText(/Une autre personne s’en occupe déjà/);
  expect(document.activeElement).toBe(before);
  await user.keyboard('{Alt>}b{/Alt}');
  await waitFor(() => expect(services.screen.getState().screen).toBe('board'));
});

it('[ALERT-11] looking at an advisor’s alert opens her seat', async () => {
  const samir = [...floor().seats.values()].find(({ name }) => name === 'Samir Ouali');
  const hand = alert('hand', 'Samir Ouali', 2, {
    subject: { id: samir?.userId ?? '', name: 'Samir Ouali' },
  });
  const { user } = open({ alerts: { open: [hand] } });
  await screen.findByText('Samir Ouali demande de l’aide');
  await user.keyboard('{Alt>}b{/Alt}');
  await screen.findByRole('complementary', { name: 'Samir Ouali' });
});

it('[ALERT-5] whoever is told further reads that nobody answered, and has no floor to look at', async () => {
  const further = alert('queue-wait', 'Service clients', 5, {
    escalatedAt: new Date(floorAt).toISOString(),
  });
  open({ ...roled('brand-manager'), alerts: { open: [further] } });
  await screen.findByText('Personne de l’équipe Rennes n’a répondu');
  screen.getByRole('button', { name: /Je m’en occupe/ });
  expect(screen.queryByRole('button', { name: /^Voir/ })).toBeNull();
});

it('[ALERT-12] while the hub is away it says so, and nothing can be taken up', async () => {
  const { user, engine } = open({ sync: { ...quiet.sync, hub: 'offline' } });
  await screen.findByText(/Le serveur ne répond pas : c’était ainsi/);
  await user.keyboard('{Alt>}k{/Alt}');
  await user.click(screen.getByRole('button', { name: /Je m’en occupe/ }));
  expect(engine.inputs('lead.take-alert')).toEqual([]);
});

it('[ALERT-12] the system says each once while she looks elsewhere, and once more when it went further', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const answeredAt = new Date(floorAt - 3_000).toISOString();
  const { desktop, deliver, services } = open({ calls: [talkingCall({ answeredAt })], work: [] });
  await screen.findByText(/l’attente dépasse/);
  expect(desktop.notices).toEqual([]);
  deliver('calls', []);
  await waitFor(() => expect(desktop.notices).toHaveLength(2));
  expect(desktop.notices[0]).toMatchObject({
    kind: 'lead-alert',
    title: expect.stringMatching(/^Service clients\s: l’attente dépasse le seuil$/),
    body: 'Rennes',
  });
  const [first, ...others] = alerts;
  deliver('alerts', { open: [...alerts] });
  expect(desktop.notices).toHaveLength(2);
  const further = { ...first, escalatedAt: new Date(floorAt).toISOString() };
  deliver('alerts', { open: [further as never, ...others] });
  await waitFor(() => expect(desktop.notices).toHaveLength(3));
  act(() => desktop.tell({ type: 'notice-opened', id: desktop.notices[0]?.id ?? '' }));
  expect(services.screen.getState().screen).toBe('board');
});

it('[ALERT-13] what is told, after how long, to whom next and the quiet hours are decided beside the floor', async () => {
  const { user, engine } = open();
  await user.click(await screen.findByRole('button', { name: /^Plateau/ }));
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  await user.keyboard('u');
  await user.click(await screen.findByRole('tab', { name: 'Alertes' }));
  const panel = screen.getByRole('tabpanel');
  await user.click(await within(panel).findByRole('checkbox', { name: 'Hugo Delmas' }));
  const [over] = within(panel).getAllByRole('checkbox', {
    name: 'Conseiller au-delà du temps prévu',
  });
  await user.click(over as Element);
  await user.click(within(panel).getByRole('button', { name: 'samedi' }));
  await user.selectOptions(within(panel).getByLabelText('Début'), '21:00');
  const after = within(panel).getByLabelText('Prévenir après');
  await user.clear(after);
  await user.type(after, '30');
  await user.click(within(panel).getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('lead.set-alert-rules')).toEqual([
    {
      teamId: alertRules.teamId,
      version: 2,
      rules: {
        ...alertRules.rules,
        told: ['queue-wait', 'queue-level', 'hand', 'stuck', 'over'],
        afterS: 30,
        escalateTo: [alertRules.nameable[0]?.id, alertRules.nameable[2]?.id],
        quiet: [{ weekdays: [1, 2, 3, 4, 5, 6], from: 1_260, until: 480 }],
      },
    },
  ]);
});

it('[ALERT-9] the last seven days say what became of each', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: /^Plateau/ }));
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  await user.keyboard('u');
  await user.click(await screen.findByRole('tab', { name: 'Sept jours' }));
  const rows = (await screen.findAllByRole('listitem')).map(plain).join(' | ');
  expect(rows).toContain('pris par Nadia Ferrand');
  expect(rows).toContain('personne ne s’en est occupé · remontée');
  expect(rows).toContain('heures calmes, non dit');
});
