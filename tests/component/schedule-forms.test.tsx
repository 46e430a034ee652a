/** A week by hand: somebody's day with what the law says of it, and who is away. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { hugo, managing } from './support/planning.ts';
import { scheduleAnswers, teamWeek } from './support/schedules.ts';
import { quiet } from './support/slices.ts';
import { staffingAnswers } from './support/staffing.ts';

const lead = {
  ...managing,
  session: { ...quiet.session, user: { ...hugo, role: 'team-lead' as const } },
};
const open = async (answers: object = {}) => {
  const app = openApp({
    slices: lead as never,
    answers: { ...staffingAnswers, ...scheduleAnswers, ...answers } as never,
    now: Date.parse('2026-11-05T10:48:06Z'),
  } as never);
  await app.user.click(await screen.findByRole('button', { name: 'Horaires' }));
  await app.user.click(await screen.findByRole('tab', { name: 'Semaine' }));
  return app;
};
const adele = teamWeek().people[0];
const friday = 'Adèle Morin, vendredi 6 novembre';
const openFriday = async (user: { click: (element: Element) => Promise<void> }) => {
  await user.click(await screen.findByTitle(`Modifier ${friday}`));
  return within(await screen.findByRole('region', { name: friday }));
};
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

it('[SCHED-36] a day of today or later is changed, the law says at once what it breaks, and it is saved by key', async () => {
  const { user, engine } = await open();
  expect(screen.queryByTitle('Modifier Adèle Morin, mercredi 4 novembre')).toBeNull();
  const form = await openFriday(user);
  const kinds = form.getAllByLabelText('Activité');
  expect(document.activeElement).toBe(kinds[0]);
  const law = form.getByRole('status');
  expect(law.textContent).not.toContain('L3121-18');
  const ends = form.getAllByLabelText('À');
  type(ends.at(-1) as HTMLElement, '21:00');
  await waitFor(() => expect(law.textContent).toContain('Code du travail, art. L3121-18'));
  type(ends.at(-1) as HTMLElement, '17:00');
  await waitFor(() => expect(law.textContent).not.toContain('L3121-18'));
  await user.click(form.getByRole('button', { name: 'Ajouter une activité' }));
  await user.selectOptions(form.getAllByLabelText('Activité').at(-1) as HTMLElement, 'meeting');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(engine.inputs('schedules.change-day')).toHaveLength(1));
  const [sent] = engine.inputs('schedules.change-day') as { pieces: object[] }[];
  expect(sent).toMatchObject({
    week: '2026-11-02',
    revision: 4,
    userId: adele?.userId,
    day: '2026-11-06',
  });
  expect(sent?.pieces.at(-1)).toEqual({
    kind: 'meeting',
    brandId: null,
    from: 1_020,
    to: 1_080,
    movable: false,
  });
});

it('[SCHED-37] what was changed meanwhile is read again, and what was typed stays and is said', async () => {
  const { user, engine } = await open({
    'schedules.change-day': () => fail('version-superseded'),
  });
  const form = await openFriday(user);
  await user.click(form.getAllByRole('button', { name: /^Retirer/ })[0] as HTMLElement);
  const left = form.getAllByLabelText('Activité').length;
  const weeks = engine.inputs('schedules.week').length;
  await user.click(form.getByRole('button', { name: /^Enregistrer/ }));
  expect((await form.findByRole('alert')).textContent).toContain('a changé entre-temps');
  expect(form.getAllByLabelText('Activité')).toHaveLength(left);
  await waitFor(() => expect(engine.inputs('schedules.week').length).toBeGreaterThan(weeks));
});

it('[SCHED-37] hours that make no activity are not sent; Escape leaves and goes back to the day', async () => {
  const { user, engine } = await open();
  const form = await openFriday(user);
  type(form.getAllByLabelText('À')[0] as HTMLElement, '');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(engine.inputs('schedules.change-day')).toEqual([]);
  expect(form.getByRole('status').textContent).toContain('un début et une fin différents');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: friday })).toBeNull();
  expect(document.activeElement).toBe(screen.getByTitle(`Modifier ${friday}`));
});

it('[SCHED-38] an absence is entered from day to day and taken back', async () => {
  const away = { id: id(955), from: '2026-11-05', to: '2026-11-06' };
  const people = teamWeek().people.map((one, at) =>
    at === 1 ? { ...one, absences: [away] } : one,
  );
  const { user, engine } = await open({
    'schedules.week': () => succeed(teamWeek({ people })),
    'schedules.add-absence': () => succeed(away),
    'schedules.end-absence': () => succeed({ absenceId: away.id }),
  });
  const sheet = within(await screen.findByRole('region', { name: 'Absences' }));
  const add = sheet.getByRole('button', { name: 'Ajouter' });
  await user.click(add);
  type(sheet.getByLabelText('Premier jour'), '2026-11-09');
  type(sheet.getByLabelText('Dernier jour'), '2026-11-08');
  await user.click(add);
  expect(add.title).toBe('Le dernier jour vient avant le premier.');
  expect(engine.inputs('schedules.add-absence')).toEqual([]);
  type(sheet.getByLabelText('Dernier jour'), '2026-11-13');
  await user.click(add);
  await waitFor(() =>
    expect(engine.inputs('schedules.add-absence')).toEqual([
      { userId: adele?.userId, from: '2026-11-09', to: '2026-11-13' },
    ]),
  );
  await user.click(
    sheet.getByRole('button', {
      name: 'Retirer l’absence de Amadou Sy, du jeudi 5 novembre au vendredi 6 novembre',
    }),
  );
  await waitFor(() =>
    expect(engine.inputs('schedules.end-absence')).toEqual([{ absenceId: away.id }]),
  );
});

it('[SCHED-39] a contract and the hours at which she can work are changed by her name, by keyboard', async () => {
  const { user, engine } = await open({ 'schedules.change-terms': () => succeed(adele?.terms) });
  await user.click(await screen.findByTitle('Contrat de Adèle Morin'));
  const form = within(await screen.findByRole('region', { name: 'Contrat de Adèle Morin' }));
  const hours = form.getByLabelText('Heures par semaine');
  expect(document.activeElement).toBe(hours);
  await user.clear(hours);
  await user.type(hours, '24,5');
  await user.selectOptions(form.getByLabelText('Peut travailler'), 'these');
  await user.type(form.getByLabelText('Lundi'), '9h-12h, 14h');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(engine.inputs('schedules.change-terms')).toEqual([]);
  await user.type(form.getByLabelText('Lundi'), '-18h30');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(engine.inputs('schedules.change-terms')).toEqual([
      {
        userId: adele?.userId,
        weeklyMinutes: 1_470,
        adultFrom: null,
        availability: [
          { weekday: 1, from: 540, to: 720 },
          { weekday: 1, from: 840, to: 1_110 },
        ],
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Contrat de/ })).toBeNull());
  expect(document.activeElement).toBe(screen.getByTitle('Contrat de Adèle Morin'));
});

it('[SCHED-40] an agreement is saved over the version that was seen, and what was chosen stays when it was not', async () => {
  const { user, engine } = await open({
    'schedules.change-settings': () => fail('version-superseded'),
  });
  const sheet = within(await screen.findByRole('region', { name: 'Ce que l’équipe a convenu' }));
  const save = sheet.getByRole('button', { name: 'Enregistrer l’accord' });
  await user.click(save);
  expect(engine.inputs('schedules.change-settings')).toEqual([]);
  await user.selectOptions(sheet.getByLabelText('Travail du dimanche'), 'agreed');
  await user.clear(sheet.getByLabelText('Pause d’écran toutes les (minutes)'));
  await user.click(save);
  const { settings } = teamWeek();
  await waitFor(() =>
    expect(engine.inputs('schedules.change-settings')).toEqual([
      { revision: 3, settings: { ...settings, sundays: 'agreed', screen: null } },
    ]),
  );
  expect((await sheet.findByRole('alert')).textContent).toContain('a changé entre-temps');
  expect(sheet.getByLabelText<HTMLSelectElement>('Travail du dimanche').value).toBe('agreed');
});
