/** The experiment of a campaign on the screen: planned with what it needs, read in plain words. */
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { experimentAnswers, experimenting, report } from './support/experiment.ts';
import { openApp } from './support/open-app.tsx';
import { draft, managing, planningAnswers } from './support/planning.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const open = async (answers: object = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: managing,
    answers: { ...planningAnswers, ...experimentAnswers, ...answers } as never,
    language,
  });
  await app.user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await app.user.click(
    await screen.findByRole('button', { name: /^(Ouvrir|Open|Continuer|Go on)$/ }),
  );
  return app;
};

it.each(['fr', 'en'] as const)(
  '[EXP-10] says in plain words what was compared, found, and how sure it is (%s)',
  async (language) => {
    await open({}, language);
    const table = await screen.findByRole('table', { name: report.name });
    const row = (name: RegExp) => plain(within(table).getByRole('row', { name }));
    expect(row(/^17/)).toMatch(
      language === 'fr'
        ? /1 370.*12,0 %.*\+7,7.*effet établi/
        : /1,370.*12\.0 %.*\+7\.7.*established/,
    );
    const sheet = screen.getByRole('region', { name: report.name });
    for (const sentence of report.words[language])
      expect(plain(sheet)).toContain(sentence.replaceAll(/\s+/g, ' '));
    expect(report.words.fr[2]).toMatch(
      /^Appeler plutôt que ne pas appeler donne plus de commandes/,
    );
  },
);

it('[EXP-5] a sealed result shows no figure at all', async () => {
  const sealed = {
    ...report,
    comparisons: report.comparisons.map((one) => ({
      ...one,
      groups: one.groups.map((group) => ({ ...group, count: null, rate: null })),
      against: one.against.map(({ level }) => ({
        level,
        verdict: 'sealed' as const,
        difference: null,
      })),
    })),
  };
  await open({ 'planning.experiment': () => succeed(sealed) });
  const table = await screen.findByRole('table', { name: report.name });
  expect(plain(table)).not.toMatch(/%|pts/);
  expect(within(table).getAllByText('fermé')).toHaveLength(3);
});

it('[EXP-5] without the hub it says so', async () => {
  await open({ 'planning.experiment': () => fail('hub-unreachable') });
  const sheet = await screen.findByRole('region', {
    name: experimenting.settings.experiment?.name,
  });
  await waitFor(() => expect(plain(sheet)).toContain('Serveur injoignable'));
});

const keeping = () => {
  let kept = draft;
  const change = ({ settings }: { readonly settings: typeof draft.settings }) => {
    kept = {
      ...kept,
      revision: kept.revision + 1,
      settings: campaignSettingsSchema.parse(settings),
    };
    return succeed(kept);
  };
  const campaigns = () => succeed({ campaigns: [kept] });
  const see = () => succeed(kept);
  return { 'planning.campaigns': campaigns, 'planning.change': change, 'planning.see': see };
};
const goTo = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => {
  const flow = await screen.findByRole('navigation', { name: /Étapes|Steps/ });
  await user.click(within(flow).getByRole('button', { name }));
};

it('[EXP-2] planned on the screen, it says how many people it needs before anybody is called', async () => {
  const { engine, user } = await open(keeping());
  await goTo(user, 'Rythme');
  await user.click(await screen.findByRole('button', { name: 'Planifier une expérience' }));
  const sheet = screen.getByRole('region', { name: 'Expérience' });
  expect(plain(sheet)).toContain('Rien n’est encore comparé');
  await user.click(within(sheet).getByRole('checkbox', { name: '10 h–13 h' }));
  await user.click(within(sheet).getByRole('checkbox', { name: '17 h–20 h' }));
  await waitFor(() => expect(plain(sheet)).toMatch(/Il faut 1 \d{3} personnes par groupe/));
  await waitFor(() =>
    expect(engine.inputs('planning.change').at(-1)?.settings.experiment).toMatchObject({
      factors: [
        {
          kind: 'hours',
          levels: [
            { from: 10, to: 13 },
            { from: 17, to: 20 },
          ],
        },
      ],
      outcome: 'success',
      look: 'fixed',
    }),
  );
});

it('[EXP-3] once it runs the plan is shown and cannot be changed', async () => {
  const { user } = await open();
  await user.click(await screen.findByText('Règles'));
  const sheet = await screen.findByRole('region', { name: 'Expérience' });
  expect(plain(sheet)).toContain('Le tirage est fait : le plan ne change plus.');
  expect(within(sheet).queryByRole('checkbox')).toBeNull();
  expect(plain(sheet)).toMatch(/Il faut [\d ]+ personnes par groupe/);
});

it('[LIST-7] what brings somebody in is chosen with its limit, and kept at the hub', async () => {
  const { engine, user } = await open(keeping());
  await goTo(user, 'Qui');
  const sheet = await screen.findByRole('region', { name: 'Ce qui fait entrer quelqu’un' });
  await user.click(within(sheet).getByRole('checkbox', { name: 'Panier laissé' }));
  const limit = within(sheet).getByLabelText('Panier : à partir de, en €');
  await user.clear(limit);
  await user.type(limit, '45,50');
  await waitFor(() =>
    expect(engine.inputs('planning.change').at(-1)?.settings.events).toEqual([
      { kind: 'cart', minAmountCents: 4550 },
    ]),
  );
});
