/** Schedules on the screen: a lead's day and week, an advisor's own, and what she is asked. */
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { workRuleIds } from '@shared/domain/schedule/work-rule.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { hugo, managing } from './support/planning.ts';
import { askOf, ownWeek, scheduleAnswers, teamWeek, thursdayToday } from './support/schedules.ts';
import { quiet } from './support/slices.ts';
import { staffingAnswers } from './support/staffing.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const lead = {
  ...managing,
  session: { ...quiet.session, user: { ...hugo, role: 'team-lead' as const } },
};

const open = async (answers: object = {}, slices: object = lead) => {
  const app = openApp({
    slices: slices as never,
    answers: { ...staffingAnswers, ...scheduleAnswers, ...answers } as never,
    now: Date.parse('2026-11-05T10:48:06Z'),
  } as never);
  await app.user.click(await screen.findByRole('button', { name: 'Horaires' }));
  return app;
};
const own = { session: quiet.session };

it('[SCHED-27] a lead sees who could move, chooses by digits, and asks by Enter', async () => {
  const { user, engine } = await open({ 'schedules.today': () => succeed(thursdayToday()) });
  const moves = await screen.findAllByRole('button', { name: /\+\d$/ });
  const advice = thursdayToday().advice;
  expect(moves).toHaveLength(Math.min(Math.max(3, advice?.enough ?? 0), advice?.moves.length ?? 0));
  const chosen = () => moves.map((one) => one.getAttribute('aria-pressed'));
  const before = chosen();
  expect(before.filter((one) => one === 'true').length).toBe(advice?.enough);
  await user.keyboard('1');
  expect(chosen()[0]).toBe(before[0] === 'true' ? 'false' : 'true');
  await user.keyboard('1');
  // Enter on a button presses that button.
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(engine.inputs('schedules.ask-moves')).toHaveLength(1));
  const first = advice?.moves.slice(0, advice.enough).map(({ id }) => id);
  const { ids } = engine.inputs('schedules.ask-moves')[0] as { ids: string[] };
  expect([...ids].sort()).toEqual([...(first ?? [])].sort());
});

it('[SCHED-27] shows everybody’s day with what she was asked, and that nobody is missing', async () => {
  await open({
    'schedules.today': () => succeed(thursdayToday({ advice: null, asks: [askOf('Léo Barbier')] })),
  });
  const team = await screen.findByRole('region', { name: 'La journée de l’équipe' });
  const lane = await within(team).findByRole('img', {
    name: /^appels 08:30–12:30, repas 12:30–13:15/,
  });
  expect(plain(lane.closest('li') as HTMLElement)).toContain(
    'Léo Barbieraidera Maison Kerdoual, à accepter',
  );
  expect(await screen.findByText('Personne ne manque d’ici ce soir')).toBeDefined();
});

it('[SCHED-28] a week is proposed and published with the version that was seen, and not while a rule forbids it', async () => {
  const { user, engine } = await open();
  await user.click(await screen.findByRole('tab', { name: 'Semaine' }));
  const publish = await screen.findByRole('button', { name: /^Publier 2 changements/ });
  await waitFor(() => expect(publish.title).toMatch(/s’y oppose/));
  await user.click(publish);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(engine.inputs('schedules.publish')).toEqual([]);
  const findings = await screen.findByRole('region', { name: 'Règles du temps de travail' });
  expect(plain(findings)).toContain('Émile Tran, vendredi 6 novembre');
  expect(plain(findings)).toContain('Code du travail, art. L3121-18');
  await user.click(screen.getByRole('button', { name: 'Proposer la semaine' }));
  await waitFor(() =>
    expect(engine.inputs('schedules.propose')).toEqual([{ week: '2026-11-02', revision: 4 }]),
  );
});

it('[SCHED-28] publishes by key once no rule forbids it, and goes from week to week', async () => {
  const fine = teamWeek({ people: teamWeek().people.map((one) => ({ ...one, breaches: [] })) });
  const { user, engine } = await open({
    'schedules.week': ({ day }: { day: string }) => succeed({ ...fine, week: day }),
  });
  await user.click(await screen.findByRole('tab', { name: 'Semaine' }));
  await screen.findByText('Aucune règle n’est enfreinte.');
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() =>
    expect(engine.inputs('schedules.week').at(-1)).toEqual({ day: '2026-11-09' }),
  );
  await screen.findByText('Aucune règle n’est enfreinte.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(engine.inputs('schedules.publish')).toEqual([{ week: '2026-11-09', revision: 4 }]),
  );
});

it('[SCHED-29] an advisor sees her week, wishes for a day to come, and answers an exchange', async () => {
  const { user, engine } = await open({}, own);
  expect(await screen.findByText('35 h sur 35 h')).toBeDefined();
  expect(screen.queryByRole('tab')).toBeNull();
  expect(screen.queryByLabelText('Souhait pour jeudi 5 novembre')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Souhait pour vendredi 6 novembre'), 'early');
  await waitFor(() =>
    expect(engine.inputs('schedules.wish')).toEqual([{ day: '2026-11-06', kind: 'early' }]),
  );
  const swaps = screen.getByRole('region', { name: 'Échanges' });
  await user.click(within(swaps).getByRole('button', { name: 'Accepter' }));
  const [swap] = ownWeek().swaps;
  await waitFor(() =>
    expect(engine.inputs('schedules.answer-swap')).toEqual([
      { swapId: swap?.id, answer: 'accept' },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Échanger vendredi 6 novembre' }));
  await screen.findByText(/^Adèle Morin · 09:00–18:00/);
  await user.click(screen.getAllByRole('button', { name: 'Demander' })[0] as HTMLElement);
  await waitFor(() =>
    expect(engine.inputs('schedules.ask-swap')[0]).toMatchObject({
      day: '2026-11-06',
      colleagueDay: '2026-11-06',
    }),
  );
});

it('[SCHED-30] what she is asked stands over every screen until she answers; a lead is not asked', async () => {
  const asks = { 'schedules.own-asks': () => succeed({ asks: [askOf('Camille Roussel')] }) };
  const { user, engine } = await open(asks, own);
  const line = await screen.findByRole('region', {
    name: /^Aider Maison Kerdoual de 12:00 à 12:30/,
  });
  await user.click(within(line).getByRole('button', { name: 'Refuser' }));
  await waitFor(() =>
    expect(engine.inputs('schedules.answer-move')).toEqual([
      { askId: askOf('Camille Roussel').id, answer: 'decline' },
    ]),
  );
});

it('[SCHED-30] it is asked for anew when the hub says that something changed', async () => {
  const { engine, deliver } = (await open({}, own)) as never as {
    engine: { inputs: (name: string) => object[] };
    deliver: (slice: string, value: object) => void;
  };
  await waitFor(() => expect(engine.inputs('schedules.own-asks')).toHaveLength(1));
  deliver('schedulesMoved', { times: 1 });
  await waitFor(() => expect(engine.inputs('schedules.own-asks')).toHaveLength(2));
});

it('[SCHED-31] says that too few days are known, and not that nobody is missing', async () => {
  await open({
    'schedules.today': () => succeed(thursdayToday({ known: false, advice: null, quarters: [] })),
  });
  expect(await screen.findAllByText(fr.forecast.tooShort)).toHaveLength(2);
  expect(screen.queryByText('Personne ne manque d’ici ce soir')).toBeNull();
});

it('[SCHED-31] says that the hub is away, and that nothing is published', async () => {
  const away = () => fail('hub-unreachable');
  await open({ 'schedules.mine': away }, own);
  expect(await screen.findByText(/injoignable/)).toBeDefined();
  cleanup();
  await open({ 'schedules.mine': () => succeed(ownWeek({ days: [], publishedAt: null })) }, own);
  expect(await screen.findByText('Cette semaine n’est pas encore publiée.')).toBeDefined();
});

it('[SCHED-8] each rule has its words and its remedy in both languages', () => {
  for (const words of [fr, en])
    for (const rule of workRuleIds)
      expect(words.schedules.rule[rule], rule).toMatchObject({
        name: expect.stringMatching(/\w/),
        remedy: expect.stringMatching(/\w/),
      });
});

it('[SCHED-34] a lead sees the days of her team that are over, an advisor her own, with what they mean', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('tab', { name: 'Adhésion' }));
  const row = (await screen.findByRole('rowheader', { name: 'Camille Roussel' })).closest('tr');
  expect(plain(row as HTMLElement)).toMatch(/^Camille Roussel9\d %dont 0 h 26 excusé/);
  expect(screen.getByText(/ne comptent jamais contre la personne/)).toBeDefined();
  cleanup();
  await open({}, own);
  expect(await screen.findByRole('region', { name: 'Prévu et fait' })).toBeDefined();
});
