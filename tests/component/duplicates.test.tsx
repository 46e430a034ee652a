import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { reasonsAgainst, reasonsFor } from '@shared/domain/identity/verdict.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { nadia } from '../gallery/training-states.ts';
import { listing, pair } from './support/duplicates.ts';
import { helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const asLead = { session: { ...quiet.session, user: nadia } };
const ok = <T,>(value: T) => ({ ok: true as const, value });

const openScreen = async (language: 'fr' | 'en' = 'fr', found = listing) => {
  let left = found;
  const answers = {
    'duplicates.list': () => ok(left),
    'duplicates.merge': () => {
      left = { ...left, duplicates: [], total: 0 };
      return ok({ mergeId: id(85), customerId: helene });
    },
    'duplicates.dismiss': () => {
      left = { ...left, duplicates: [], total: 0 };
      return ok(null);
    },
  };
  const app = openApp({ slices: asLead, answers, language });
  await app.user.click(
    screen.getByRole('button', { name: language === 'fr' ? 'Doublons' : 'Duplicates' }),
  );
  await screen.findByRole('heading', {
    level: 1,
    name: language === 'fr' ? 'Doublons' : 'Duplicates',
  });
  return app;
};

it('[IDENT-37] every reason has its sentence in both languages', () => {
  for (const catalogue of [fr, en]) {
    expect(Object.keys(catalogue.duplicates.reason).sort()).toEqual(
      [...reasonsFor, ...reasonsAgainst].sort(),
    );
  }
});

it.each([
  ['fr', 'Même mobile', 'Adresses différentes', 'Prénom'],
  ['en', 'Same mobile', 'Different addresses', 'First name'],
] as const)(
  '[IDENT-37] [IDENT-38] the pair with its reasons, what differs framed (%s)',
  async (language, reason, doubt, field) => {
    await openScreen(language);
    const panel = screen.getByRole('article');
    expect(within(panel).getByText(reason)).toBeDefined();
    expect(within(panel).getByText(doubt)).toBeDefined();
    const row = within(panel).getByRole('row', { name: new RegExp(`^${field}`) });
    expect(row.querySelectorAll('[class*=differs]')).toHaveLength(2);
    expect(row.querySelectorAll('[class*=taken]')).toHaveLength(1);
    const sameRow = within(panel)
      .getAllByRole('row')
      .find((one) => one.textContent?.includes('Vasseur'));
    expect(sameRow?.querySelectorAll('[class*=differs]')).toHaveLength(0);
  },
);

it('[IDENT-38] an advisor has no such screen', () => {
  openApp();
  expect(screen.getByRole('button', { name: 'Clients' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Doublons' })).toBeNull();
});

it('[IDENT-39] digits turn, M merges, and the pair is gone', async () => {
  const { engine, user } = await openScreen();
  await user.keyboard('1');
  await user.keyboard('2');
  expect(screen.getByRole('button', { name: 'Prénom : réunie. Changer' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Téléphone : gardée. Changer' })).toBeDefined();
  await user.keyboard('m');
  await screen.findByText('Aucun doublon à décider');
  expect(engine.inputs('duplicates.merge')).toEqual([
    {
      survivorId: pair.one.id,
      absorbedId: pair.other.id,
      choices: { ...pair.choices, firstName: 'absorbed', phones: 'survivor' },
    },
  ]);
});

it('[IDENT-39] N says that they are two', async () => {
  const { engine, user } = await openScreen();
  await user.keyboard('n');
  await screen.findByText('Aucun doublon à décider');
  expect(engine.inputs('duplicates.dismiss')).toEqual([
    { oneId: pair.one.id, otherId: pair.other.id },
  ]);
});

it('[IDENT-40] what was merged is parted from the list', async () => {
  const { engine, user } = await openScreen();
  const made = screen.getByRole('list', { name: 'Réunies' });
  expect(within(made).getByText('ARMAND GILLES → Gilles Armand')).toBeDefined();
  await user.click(within(made).getByRole('button', { name: 'Séparer ARMAND GILLES' }));
  expect(engine.inputs('duplicates.undo')).toEqual([{ mergeId: id(82) }]);
});

it('[IDENT-41] the 360 says whom she may be as well, and reports it', async () => {
  const likeness = {
    customerId: id(81),
    name: 'H. Vasseur',
    place: 'Brest',
    verdict: 'probable' as const,
    for: ['same-mobile' as const],
    reported: false,
  };
  const answers = { 'duplicates.of': () => ok({ likenesses: [likeness] }) };
  const slices = { calls: [talkingCall()], work: [talkingWork()] };
  const { engine, user } = openApp({ slices, answers });
  expect(await screen.findByText(/Peut-être aussi H. Vasseur, Brest/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Signaler comme doublon' }));
  expect(await screen.findByText('Signalé')).toBeDefined();
  expect(engine.inputs('duplicates.report')).toEqual([{ oneId: helene, otherId: id(81) }]);
});

it('[IDENT-41] without a likeness nothing is said', async () => {
  const { engine } = openApp({ slices: { calls: [talkingCall()], work: [talkingWork()] } });
  await waitFor(() => expect(engine.inputs('duplicates.of').length).toBeGreaterThan(0));
  expect(screen.queryByText(/Peut-être aussi/)).toBeNull();
});

it('[IDENT-42] without the hub it says so', async () => {
  const answers = {
    'duplicates.list': () => ({ ok: false as const, error: { code: 'hub-unreachable' as const } }),
  };
  const { user } = openApp({ slices: asLead, answers });
  await user.click(screen.getByRole('button', { name: 'Doublons' }));
  expect(await screen.findByText(/se décident en ligne/)).toBeDefined();
});
