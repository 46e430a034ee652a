/** The advisor's campaign: who is next, what the law says, one key for each act. */
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import {
  bilan,
  campaignAnswers,
  campaignPeople,
  campaignReference,
  dialledCampaign,
  kept,
  own,
} from './support/campaigns.ts';
import { at } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { camille, id } from './support/organisation.ts';
import { quiet, wrapUpWork } from './support/slices.ts';

type Told = ReturnType<typeof own>;
const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const names = { fr: 'Campagnes', en: 'Campaigns' } as const;

const openCampaign = async ({
  told = own(),
  language = 'fr',
  now,
}: {
  readonly told?: Told;
  readonly language?: 'fr' | 'en';
  readonly now?: string;
} = {}) => {
  const app = openApp({
    slices: { reference: campaignReference as never },
    bundles: campaignPeople,
    language,
    answers: campaignAnswers(told) as never,
    ...(now === undefined ? {} : { now: Date.parse(at(now)) }),
  });
  await app.user.click(await screen.findByRole('button', { name: names[language] }));
  return app;
};
const person = (name: string) => screen.findByRole('article', { name });

it('[CAMP-34] is in the rail of whoever works on a running campaign, and of nobody else', async () => {
  const { engine, deliver } = openApp({
    answers: campaignAnswers(own([], { campaigns: [] })) as never,
  });
  await waitFor(() => expect(engine.inputs('campaigns.mine')).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Campagnes' })).toBeNull();
  engine.answer(campaignAnswers() as never);
  deliver('sync', { ...quiet.sync, hub: 'offline' } as never);
  expect(await screen.findByRole('button', { name: 'Campagnes' })).toBeDefined();
  const manager = { ...camille, id: id(77), role: 'brand-manager' as const };
  deliver('session', { ...quiet.session, user: manager } as never);
  // What she has by that name is another screen, and the advisor's is not beside it.
  expect(screen.queryByRole('button', { name: 'À appeler' })).toBeNull();
});

it('[CAMP-45] one that is started while she looks appears by itself, and one that ends goes', async () => {
  const { engine, deliver } = openApp({
    answers: campaignAnswers(own([], { campaigns: [] })) as never,
  });
  await waitFor(() => expect(engine.inputs('campaigns.mine')).toHaveLength(1));
  engine.answer(campaignAnswers() as never);
  deliver('campaignsMoved', { times: 1 });
  const rail = await screen.findByRole('button', { name: 'Campagnes' });
  rail.click();
  expect(await person('Gilles Armand')).toBeDefined();
  engine.answer({ 'campaigns.mine': () => succeed(own([], { campaigns: [] })) });
  deliver('campaignsMoved', { times: 2 });
  await screen.findByRole('heading', { name: 'Aucune campagne en cours pour votre équipe' });
});

const previewed = {
  ...bilan,
  settings: { ...bilan.settings, dialling: { ...bilan.settings.dialling, previewSeconds: 90 } },
};

it('[CAMP-46] who does not decide in time gives all back, and is offered nobody until she goes on', async () => {
  const { engine, user, time } = await openCampaign({
    told: own(undefined, { campaigns: [previewed] }),
  });
  await person('Gilles Armand');
  expect(screen.getByRole('timer').textContent).toContain('1:30');
  time.now += 60_000;
  await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('0:30'));
  // Each has her own time, and looking at another one does not give more.
  await user.click(screen.getByRole('button', { name: /Solange Hoarau/ }));
  await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('1:30'));
  await user.click(screen.getByRole('button', { name: /Gilles Armand/ }));
  await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('0:30'));
  const asked = engine.inputs('campaigns.reserve').length;
  time.now += 30_000;
  expect(await screen.findByText('Le temps pour décider est écoulé')).toBeDefined();
  await waitFor(() => expect(engine.inputs('campaigns.give-back')).toHaveLength(3));
  expect(engine.inputs('campaigns.give-back').map(({ reason }) => reason)).toEqual([
    null,
    null,
    null,
  ]);
  time.now += 120_000;
  await waitFor(() => expect(engine.inputs('campaigns.mine').length).toBeGreaterThan(2));
  expect(engine.inputs('campaigns.reserve')).toHaveLength(asked);
  expect(engine.inputs('campaigns.call')).toEqual([]);
  engine.answer(campaignAnswers(own([kept.paul])) as never);
  await user.keyboard('{Enter}');
  await person('Paul Kervella');
  expect(engine.inputs('campaigns.call')).toEqual([]);
});

it('[CAMP-46] by hand and without the hub she has all the time', async () => {
  const dialling = { ...bilan.settings.dialling, mode: 'manual' as const };
  const byHand = { ...bilan, settings: { ...bilan.settings, dialling } };
  const { engine, deliver } = await openCampaign({ told: own(undefined, { campaigns: [byHand] }) });
  await person('Gilles Armand');
  expect(screen.queryByRole('timer')).toBeNull();
  engine.answer(campaignAnswers(own(undefined, { campaigns: [previewed], known: false })) as never);
  deliver('campaignsMoved', { times: 1 });
  await screen.findByText(/ces fiches restent à vous/);
  expect(screen.queryByRole('timer')).toBeNull();
});

it('[CAMP-35] says how it stands against its target, and of how many each figure is', async () => {
  await openCampaign();
  const column = await screen.findByRole('region', { name: 'Campagne' });
  expect(within(column).getByRole('heading', { level: 1 }).textContent).toBe('Bilan isolation');
  expect(plain(column)).toContain('74 rendez-vous sur 12062 %');
  expect(plain(column)).toContain('412pour 616 fiches');
  expect(plain(column)).toContain('274sur 616 fiches');
  expect(plain(column)).toContain('27 %sur 274 joints');
  expect(plain(column)).toContain('Groupe témoin : 8 % des fiches ne sont jamais appelées');
  expect(plain(column)).toContain('Objectif du jour, pour chacun : 12 joints, 3 aboutis');
  expect(plain(column)).toContain('Numéro présenté 01 99 00 52 20');
});

it('[CAMP-35] says no share of nobody, in English too', async () => {
  const counts = { ...bilan.counts, attempts: 0, reached: 0, successes: 0 };
  await openCampaign({
    told: own(undefined, { campaigns: [{ ...bilan, counts }] }),
    language: 'en',
  });
  const column = await screen.findByRole('region', { name: 'Campaign' });
  expect(plain(column)).toContain('–of 0 reached');
  expect(plain(column)).toContain('0 appointments of 1200 %');
});

it('[CAMP-36] shows who is next: why, what is worth knowing, the law by rule, and the first words', async () => {
  await openCampaign();
  const sheet = await person('Gilles Armand');
  expect(plain(sheet)).toContain('06 39 98 27 60');
  expect(plain(sheet)).toContain('Dernier échange à son initiative, 4 nov. : Combles, 92 m²');
  const law = within(sheet).getByRole('region', { name: 'Ce que dit la loi' });
  expect(plain(law)).toContain('Appel autorisé jusqu’à 13:00');
  expect(plain(law)).toContain('11:44à Rennes, jeudi');
  expect(plain(law)).toContain('Consentementdu 03/02/2026, jusqu’au 03/02/2027L223-1');
  expect(plain(law)).toContain('Pression1 appel sur 4 en 30 jours, toutes campagnesD223-9');
  expect(plain(law)).toContain(
    'Horairesdu lundi au vendredi, 10–13 h et 14–20 h, sauf fériésD223-9',
  );
  expect(plain(sheet)).toMatch(/Bonjour Monsieur Armand, Camille Roussel, pour Solvenne Énergie/);
  expect(plain(screen.getByRole('region', { name: 'Fil des échanges' }))).toContain('2');
});

it('[CAMP-37] refused: why, by which article and from when in her own hours; no call, the next one by Enter', async () => {
  const { engine, user } = await openCampaign();
  await person('Gilles Armand');
  await user.click(screen.getByRole('button', { name: /Solange Hoarau/ }));
  const sheet = await person('Solange Hoarau');
  const law = within(sheet).getByRole('region', { name: 'Ce que dit la loi' });
  expect(plain(law)).toContain('Appel refusé jusqu’au 21 décembre à 10:00');
  expect(plain(law)).toContain('14:44à Saint-Denis, jeudi');
  expect(plain(law)).toContain('Refus exprimérefus en conversation il y a moins de 60 joursD223-9');
  const rule = within(sheet).getByRole('region', { name: 'La règle en clair' });
  expect(plain(rule)).toContain('Soixante jours sans appel après un refus en conversation.');
  expect(plain(rule)).toMatch(/D223-9.* Seul un administrateur peut la suspendre/);
  expect(screen.queryByRole('button', { name: /Appeler/ })).toBeNull();
  await user.keyboard('{Enter}');
  await person('Paul Kervella');
  expect(screen.queryByRole('region', { name: 'La règle en clair' })).toBeNull();
  expect(engine.inputs('campaigns.call')).toEqual([]);
});

it('[CAMP-37] in English too', async () => {
  const { user } = await openCampaign({ language: 'en' });
  await person('Gilles Armand');
  await user.click(screen.getByRole('button', { name: /Solange Hoarau/ }));
  const law = within(await person('Solange Hoarau')).getByRole('region', {
    name: 'What the law says',
  });
  expect(plain(law)).toMatch(/Call refused until 21 December at 10:00/);
  expect(screen.getByRole('button', { name: /Next: Paul Kervella/ })).toBeDefined();
});

it('[CAMP-38] one key calls, and after the wrap-up the screen comes back to whoever is next', async () => {
  const { engine, user, deliver } = await openCampaign();
  await person('Gilles Armand');
  await user.keyboard('{Enter}');
  const called = { campaignId: bilan.id, contactId: kept.gilles.id };
  await waitFor(() => expect(engine.inputs('campaigns.call')).toEqual([called]));
  engine.answer(campaignAnswers(own([kept.paul])) as never);
  deliver('work', [wrapUpWork({ direction: 'outbound', brandId: 'solvenne' })]);
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Gilles Armand' })).toBeNull());
  deliver('work', []);
  expect(await person('Paul Kervella')).toBeDefined();
  expect(plain(await person('Paul Kervella'))).toContain(
    'Rappel promis pour jeudi 5 novembre à 11:45',
  );
});

it('[DIAL-15] after a call that was put through to her the screen is the campaign again', async () => {
  const told = own([], { campaigns: [dialledCampaign], signedInTo: dialledCampaign.id });
  const { deliver } = await openCampaign({ told });
  const leave = { name: 'Ne plus prendre les appels' };
  await screen.findByRole('button', leave);
  deliver('work', [wrapUpWork({ direction: 'outbound', brandId: 'solvenne' })]);
  await waitFor(() => expect(screen.queryByRole('button', leave)).toBeNull());
  deliver('work', []);
  expect(await screen.findByRole('button', leave)).toBeDefined();
});

it('[CAMP-38] R keeps her for later, P passes her over with a reason', async () => {
  const { engine, user } = await openCampaign();
  await person('Gilles Armand');
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('r');
  await person('Solange Hoarau');
  await user.keyboard('p');
  const why = screen.getByRole('group', { name: /Pourquoi passer cette fiche/ });
  expect(within(why).getAllByRole('button')).toHaveLength(5);
  await user.keyboard('3');
  await person('Paul Kervella');
  await user.keyboard('p{Escape}');
  expect(engine.inputs('campaigns.give-back').map(({ reason }) => reason)).toEqual([
    'later',
    'not-concerned',
  ]);
});

it('[CAMP-39] « Ne plus appeler » is asked once, and done by a second key only', async () => {
  const { engine, user } = await openCampaign();
  await person('Gilles Armand');
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{Shift>}N{/Shift}');
  expect(screen.getByRole('group', { name: /Gilles Armand ne veut plus d’appels/ })).toBeDefined();
  await user.keyboard('{Enter}{Escape}');
  expect(engine.inputs('campaigns.oppose')).toEqual([]);
  expect(engine.inputs('campaigns.call')).toEqual([]);
  await user.keyboard('{Shift>}N{/Shift}o');
  await person('Solange Hoarau');
  expect(engine.inputs('campaigns.oppose')).toEqual([
    { campaignId: bilan.id, contactId: kept.gilles.id },
  ]);
});

it('[CAMP-40] nobody to call: it says when the law allows the next calls', async () => {
  await openCampaign({ told: own([]), now: '2026-11-06T20:30:00' });
  expect(await screen.findByText('Personne à appeler maintenant')).toBeDefined();
  expect(
    screen.getByText(/La loi permet les prochains appels le 9 novembre à 10:00, heure de Paris/),
  ).toBeDefined();
});

it('[CAMP-40] while the hub is away her people stay, are called, and it is said', async () => {
  const { engine, user } = await openCampaign({
    told: own(undefined, { known: false }),
    language: 'en',
  });
  await person('Gilles Armand');
  expect(screen.getByText(/The hub does not answer: these people stay yours/)).toBeDefined();
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(engine.inputs('campaigns.call')).toHaveLength(1));
  expect(engine.inputs('campaigns.reserve')).toEqual([]);
});

it('[CAMP-40] without a campaign, or without an answer, the screen says so', async () => {
  const { engine, services } = await openCampaign();
  engine.answer({ 'campaigns.mine': () => succeed(own([], { campaigns: [] })) });
  services.screen.setState({ screen: 'day' });
  await screen.findByRole('heading', { name: /jeudi 5 novembre/i });
  services.screen.setState({ screen: 'campaign' });
  expect(
    await screen.findByRole('heading', { name: 'Aucune campagne en cours pour votre équipe' }),
  ).toBeDefined();
});

it.each([
  [
    'fr',
    'Prendre les appels',
    'Ne plus prendre les appels',
    'Les appels de la campagne arrivent',
    /Le prochain appel s’ouvre dès que quelqu’un décroche/,
  ],
  [
    'en',
    'Take the calls',
    'Take no more calls',
    'The calls of the campaign come',
    /The next call opens as soon as somebody picks up/,
  ],
] as const)(
  '[DIAL-15] of a campaign that the hub dials she takes the calls, and leaves them, by one button of its screen (%s)',
  async (language, take, leave, says, waits) => {
    const told = own([], { campaigns: [dialledCampaign] });
    const { engine, user } = await openCampaign({ told, language });
    const button = await screen.findByRole('button', { name: take });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await user.click(button);
    const pressed = await screen.findByRole('button', { name: leave });
    expect(pressed.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(new RegExp(says))).toBeDefined();
    expect(screen.getByText(waits)).toBeDefined();
    await user.click(pressed);
    await screen.findByRole('button', { name: take });
    expect(engine.inputs('campaigns.sign-in')).toEqual([
      { campaignId: dialledCampaign.id },
      { campaignId: null },
    ]);
  },
);

it('[DIAL-15] without the hub the button says why it does nothing; by hand there is none', async () => {
  await openCampaign({ told: own([], { campaigns: [dialledCampaign], known: false }) });
  const button = await screen.findByRole('button', { name: 'Prendre les appels' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getAllByRole('button', { name: 'Prendre les appels' })).toHaveLength(1);
});
