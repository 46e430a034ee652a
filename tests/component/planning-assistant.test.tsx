/** A campaign on five screens: kept as it goes, weighed by the law, simulated, started. */
import { experienceOf } from '@renderer/features/campaigns/plan/plan-of.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { tried } from './support/imports.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import {
  campaigns,
  draft,
  managing,
  paused,
  planningAnswers,
  report,
  running,
} from './support/planning.ts';
import { quiet } from './support/slices.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
type Change = { readonly revision: number; readonly settings: typeof draft.settings };

/** A hub that keeps what it is told. */
const keeping = () => {
  let kept = draft;
  const change = ({ revision, settings }: Change) => {
    if (revision !== kept.revision) return fail('version-superseded');
    kept = { ...kept, revision: revision + 1, settings: campaignSettingsSchema.parse(settings) };
    return succeed(kept);
  };
  return { 'planning.change': change, 'planning.see': () => succeed(kept) };
};

const openDraft = async (answers: object = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: managing,
    answers: { ...planningAnswers, ...keeping(), ...answers } as never,
    language,
  });
  await app.user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await app.user.click(await screen.findByRole('button', { name: /^(Continuer|Go on)$/ }));
  await screen.findByRole('heading', { level: 1, name: 'Ouverture de Rennes-Sud' });
  return app;
};
const isAt = (name: string) =>
  waitFor(() => expect(screen.getByRole('button', { name, current: 'step' })).toBeDefined());
type User = Awaited<ReturnType<typeof openDraft>>['user'];
const goTo = async (user: User, name: string) => {
  const flow = screen.getByRole('navigation', { name: /Étapes|Steps/ });
  await user.click(within(flow).getByRole('button', { name }));
  await isAt(name);
};

it('[PLAN-20] Ctrl+Enter goes on, Alt+Left back, and what was typed is at the hub before', async () => {
  const { engine, user } = await openDraft();
  await isAt('But');
  const target = screen.getByLabelText('Objectif');
  await user.clear(target);
  await user.type(target, '210');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await isAt('Qui');
  expect(engine.inputs('planning.change').at(-1)?.settings.target).toBe(210);
  for (const name of ['Lettre et discours', 'Rythme', 'Relire']) {
    await user.keyboard('{Control>}{Enter}{/Control}');
    await isAt(name);
  }
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await isAt('Rythme');
});

it('[PLAN-21] a change of somebody else is said, and hers is kept or theirs is taken', async () => {
  const theirs = { ...draft, revision: 7, settings: { ...draft.settings, name: 'Rennes, à deux' } };
  const { engine, user } = await openDraft({
    'planning.change': () => fail('version-superseded'),
    'planning.see': () => succeed(theirs),
  });
  await user.type(screen.getByLabelText('Nom'), ' !');
  const said = await screen.findByText(/Quelqu’un d’autre a modifié cette campagne/);
  const alert = said.closest<HTMLElement>('[role=alert]') as HTMLElement;
  expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Ouverture de Rennes-Sud !');
  engine.answer({ 'planning.change': ({ settings }) => succeed({ ...theirs, settings } as never) });
  await user.click(within(alert).getByRole('button', { name: 'Garder la mienne' }));
  await waitFor(() => expect(engine.inputs('planning.change').at(-1)?.revision).toBe(7));
  expect(engine.inputs('planning.change').at(-1)?.settings.name).toBe('Ouverture de Rennes-Sud !');
  engine.answer({ 'planning.change': () => fail('version-superseded') });
  await user.type(screen.getByLabelText('Nom'), '?');
  await user.click(await screen.findByRole('button', { name: 'Reprendre sa version' }));
  expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Rennes, à deux');
});

it('[PLAN-21] what cannot be names its field and is not sent; without the hub it goes later', async () => {
  const { engine, user, deliver } = await openDraft({}, 'en');
  await user.clear(screen.getByLabelText('Name'));
  expect(await screen.findByText('Not saved, to be corrected: Name')).toBeDefined();
  expect(engine.inputs('planning.change')).toEqual([]);
  engine.answer({ 'planning.change': () => fail('hub-unreachable') });
  deliver('sync', { ...quiet.sync, hub: 'offline' } as never);
  await user.type(screen.getByLabelText('Name'), 'Rennes');
  expect(await screen.findByText(/Not at the hub yet/)).toBeDefined();
  engine.answer(keeping() as never);
  deliver('sync', quiet.sync);
  expect(await screen.findByText(/^Saved \d/)).toBeDefined();
  expect(engine.inputs('planning.change').at(-1)?.settings.name).toBe('Rennes');
});

it('[PLAN-22] says step by step who may be called, and puts them on the list', async () => {
  const file = { ...tried, id: id(77), brandId: 'solvenne', state: 'done' as const };
  const { engine, user } = await openDraft({
    'imports.list': () => succeed({ imports: [tried, { ...file, fileName: 'salon-habitat.csv' }] }),
  });
  await goTo(user, 'Qui');
  const funnel = await screen.findByRole('list', { name: 'Qui peut être appelé' });
  expect(plain(funnel)).toContain('Aucun accord pour un appel−3 9045 991L223-1');
  expect(plain(funnel)).toContain('Groupe témoin, 8 % tirés au sort−3664 212mesure');
  await user.click(screen.getByRole('button', { name: 'Par département' }));
  await user.type(screen.getByLabelText('Départements'), '35, 22');
  await user.selectOptions(screen.getByLabelText('Commandes'), 'never');
  await waitFor(() =>
    expect(engine.inputs('planning.list').at(-1)).toMatchObject({
      query: { departments: ['35', '22'], bought: 'never' },
      dryRun: true,
    }),
  );
  await user.click(screen.getByRole('button', { name: /^Ajouter 4.212 fiches/ }));
  await waitFor(() =>
    expect(engine.inputs('planning.list').some(({ dryRun }) => dryRun === undefined)).toBe(true),
  );
  // A file of the brand that was imported; others and unfinished ones are not offered.
  await user.selectOptions(screen.getByLabelText('Fichier importé'), 'salon-habitat.csv');
  await user.click(screen.getByRole('button', { name: 'Ajouter le fichier' }));
  await waitFor(() =>
    expect(engine.inputs('planning.list')).toContainEqual(
      expect.objectContaining({ importId: id(77) }),
    ),
  );
});

const set = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('[PLAN-23] every setting can be reached', async () => {
  const { engine, user } = await openDraft();
  set('Nom', 'Autre');
  set('But', 'sales');
  set('Nature des appels', 'service');
  set('En rapport avec le contrat en cours', 'yes');
  set('Objectif', '7');
  set('Premier jour', '2026-11-09');
  set('Dernier jour', '2026-12-09');
  set('Joints par conseiller et par jour', '9');
  set('Groupe témoin, en %', '12,5');
  set(/Durée de vie/, '4');
  set('Budget, en €', '900');
  set('Valeur d’un abouti, en €', '18');
  set('Visite d’un commercial sans appel, en €', '150');
  await goTo(user, 'Qui');
  set('VIP', 'yes');
  await user.click(screen.getByRole('checkbox', { name: 'Panier laissé' }));
  await goTo(user, 'Lettre et discours');
  set('Discours', 'solvenne-bilan-isolation');
  await user.click(screen.getByRole('checkbox', { name: 'Service clients' }));
  await user.click(screen.getByRole('checkbox', { name: /01 99 00 52 20/ }));
  set('Refus', 'refusal');
  await user.click(screen.getByRole('button', { name: 'Lettre' }));
  await goTo(user, 'Rythme');
  set('Mode', 'predictive');
  await user.click(screen.getByRole('button', { name: 'Planifier une expérience' }));
  set('Tentatives au plus', '6');
  await user.click(screen.getByRole('button', { name: 'Ôter : Règle 1' }));
  await goTo(user, 'Relire');
  const sent = engine.inputs('planning.change').at(-1)?.settings ?? {};
  const before = draft.settings as Readonly<Record<string, unknown>>;
  const same = Object.keys(campaignSettingsSchema.shape).filter(
    (key) =>
      JSON.stringify((sent as Readonly<Record<string, unknown>>)[key]) ===
      JSON.stringify(before[key]),
  );
  // A campaign keeps the brand that it was made for.
  expect(same).toEqual(['brandId']);
  expect(sent).toMatchObject({
    controlPercent: 12.5,
    budgetCents: 90_000,
    costs: { visitCents: 15_000 },
    outcomes: [{ dispositionCode: 'refus', consequence: 'refusal' }],
    retry: { maxAttempts: 6 },
  });
});

it('[PLAN-23] hours of a rule are read as people write them, and a wrong span is not sent', async () => {
  const { engine, user } = await openDraft();
  await goTo(user, 'Rythme');
  const rule = screen.getByRole('listitem', { name: 'Règle 2' });
  const span = within(rule).getByLabelText('Rappeler entre');
  fireEvent.change(span, { target: { value: '20-17' } });
  expect(plain(rule)).toContain('Par exemple 17:00-20:00');
  fireEvent.change(span, { target: { value: '18h30-20' } });
  await goTo(user, 'Relire');
  const rules = engine.inputs('planning.change').at(-1)?.settings.retry?.rules;
  expect(rules?.[1]?.tryBetween).toEqual([18 * 60 + 30, 20 * 60]);
});

it('[PLAN-23] those who run it change its rules while it runs', async () => {
  const { engine, user } = await openDraft();
  await user.keyboard('{Escape}');
  const [open] = await screen.findAllByRole('button', { name: 'Ouvrir' });
  await user.click(open as HTMLElement);
  await user.click(await screen.findByRole('tab', { name: 'Règles' }));
  set('Limite d’abandons, en %', '2');
  await waitFor(() =>
    expect(engine.inputs('planning.change').at(-1)).toMatchObject({
      campaignId: running.id,
      settings: { dialling: { abandonLimitPercent: 2 } },
    }),
  );
});

it('[PLAN-24] a number stands with what the law says of it for the mode', async () => {
  const { user } = await openDraft();
  await goTo(user, 'Lettre et discours');
  expect(screen.getByRole('checkbox', { name: '01 99 00 52 20 permis' })).toBeDefined();
  await goTo(user, 'Rythme');
  set('Mode', 'progressive');
  await goTo(user, 'Lettre et discours');
  expect(
    screen.getByRole('checkbox', { name: /01 99 00 52 20 refusé : un automate/ }),
  ).toBeDefined();
});

const listed = { ...draft, counts: { ...draft.counts, waiting: 1900 }, problems: [] };
const ready = {
  'planning.campaigns': () => succeed({ campaigns: [listed, ...campaigns.slice(1)] }),
  'planning.see': () => succeed(listed),
};

it('[PLAN-25] the simulation says when it is done, what it brings, and what one advisor more would', async () => {
  const { engine, user } = await openDraft(ready);
  await goTo(user, 'Relire');
  const sheet = (await screen.findByRole('heading', { name: 'Ce que cela donne' })).closest(
    'section',
  ) as HTMLElement;
  await waitFor(() => expect(plain(sheet)).toMatch(/Avec 8 conseillers : (fait|pas fini) en/));
  expect(plain(sheet)).toMatch(/de chances d’atteindre 120avec 9 conseillers : \d+ %/);
  expect(plain(sheet)).toContain('visite sans appel : 148 €');
  expect(within(sheet).getByRole('img', { name: /9 fois sur 10/ })).toBeDefined();
  fireEvent.change(within(sheet).getByLabelText('Conseillers'), { target: { value: '12' } });
  await waitFor(() => expect(plain(sheet)).toMatch(/Avec 12 conseillers/));
  const asked = engine.inputs('planning.forecast').map(({ advisors }) => advisors);
  expect(asked).toContain(13);
});

it('[PLAN-26] stands on campaigns of the same brand and goal, else of the goal, else it supposes', () => {
  expect(experienceOf(draft, campaigns)).toMatchObject({
    campaigns: 1,
    reached: { of: running.counts.attempts, was: running.counts.reached },
  });
  expect(experienceOf(draft, [draft, paused])).toMatchObject({
    campaigns: 1,
    reached: { of: paused.counts.attempts },
  });
  expect(experienceOf(draft, [draft])).toMatchObject({ campaigns: 0, reached: { of: 30 } });
});

it('[PLAN-27] starts once nothing is missing, and then shows how it runs', async () => {
  const missing = await openDraft();
  await goTo(missing.user, 'Relire');
  await missing.user.keyboard('{Control>}{Enter}{/Control}');
  expect(missing.engine.inputs('planning.move')).toEqual([]);
});

it('[PLAN-27] in English, with nothing missing', async () => {
  const started = { ...listed, status: 'running' as const };
  const { engine, user } = await openDraft(
    { ...ready, 'planning.move': () => succeed(started) },
    'en',
  );
  await goTo(user, 'Review');
  expect(screen.getByText('Nothing is missing: it may start.')).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(engine.inputs('planning.move')).toHaveLength(1));
  expect(await screen.findByRole('tab', { name: 'Live' })).toBeDefined();
});

it('[SEQ-13] says how many of the list only get the letter, and does not count them as calls', async () => {
  const asked: { contacts: number }[] = [];
  const { user } = await openDraft({
    'planning.list': () => succeed({ ...report, onlyLetter: 1_212 }),
    'planning.forecast': (plan: Parameters<(typeof planningAnswers)['planning.forecast']>[0]) => {
      asked.push(plan);
      return planningAnswers['planning.forecast'](plan);
    },
  });
  await goTo(user, 'Qui');
  const said = await screen.findByText(/ne reçoivent que la lettre/);
  expect(plain(said)).toBe(
    'Dont 1 212 personnes qui ne reçoivent que la lettre : personne ne les appelle avant leur accord.',
  );
  await waitFor(() => expect(asked.at(-1)?.contacts).toBe(draft.counts.waiting + 3_000));
});
