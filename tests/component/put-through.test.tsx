/** A call that the hub dialled for a campaign and the switch puts through: how it is said and settled. */
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { CardPage } from '@renderer/card/card-page.tsx';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { states } from '../gallery/states.ts';
import { campaignAnswers, campaignReference, dialledCampaign, own } from './support/campaigns.ts';
import { FakeEngine } from './support/fake-engine.ts';
import { ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { callId, callWith, quiet, slicesWith, workWith, wrapUpWork } from './support/slices.ts';

const name = 'Isolation, été';
const call = callWith({ direction: 'outbound', putThrough: true, campaign: name });
const work = workWith({ direction: 'outbound', campaign: name, likelyReasons: [] });

it.each([
  ['fr', 'Vous appelez pour', 'Campagne « Isolation, été »', 'Décrocher'],
  ['en', 'You call for', 'Campaign “Isolation, été”', 'Answer'],
] as const)(
  '[DIAL-19] it rings as the brand’s own call, with its campaign, to be taken or refused (%s)',
  async (language, calling, campaign, take) => {
    const { engine, user } = openApp({ language, slices: { calls: [call], work: [work] } });
    expect(await screen.findByText(calling)).toBeDefined();
    expect(screen.getByText(new RegExp(`^${campaign} · 06`))).toBeDefined();
    expect(screen.getByRole('button', { name: new RegExp(take) })).toBeDefined();
    // Why she calls is the campaign, and nothing else has to be known.
    expect(await screen.findByText(campaign)).toBeDefined();
    expect(screen.queryByText(/laissez parler|let them speak/)).toBeNull();
    await user.keyboard('{F2}{Escape}');
    expect(engine.inputs('call.answer')).toEqual([{ callId }]);
    expect(engine.inputs('call.decline')).toEqual([{ callId }]);
  },
);

it.each([
  ['fr', 'Appel de campagne', 'Vous appelez pour', 'Campagne « Isolation, été »'],
  ['en', 'Campaign call', 'You call for', 'Campaign “Isolation, été”'],
] as const)(
  '[DIAL-19] the card above other windows says it too (%s)',
  (language, label, calling, campaign) => {
    const { card } = states['card']?.slices ?? {};
    if (card == null) throw new Error('there is a card');
    const engine = new FakeEngine(slicesWith({ card: { ...card, campaign: name } }));
    const services = createServices(engine, { now: () => ringNow }, () => undefined);
    render(<CardPage services={services} translator={createTranslator({ fr, en }, language)} />);
    const page = screen.getByRole('main', { name: label });
    expect(within(page).getByText(calling)).toBeDefined();
    expect(within(page).getByText(campaign)).toBeDefined();
  },
);

it.each([
  ['fr', 'Issues de la campagne', 'Souvent choisi'],
  ['en', 'Outcomes of the campaign', 'Often chosen'],
] as const)(
  '[DIAL-20] the campaign’s qualifications are offered first, each by one key (%s)',
  async (language, heading, usual) => {
    const outcomes = [{ dispositionCode: 'refus', consequence: 'refusal' as const }];
    const campaign = {
      ...dialledCampaign,
      settings: { ...dialledCampaign.settings, outcomes },
    };
    const ofCampaign = { campaign: name, campaignId: campaign.id };
    const wrapUp = wrapUpWork({ direction: 'outbound', brandId: 'solvenne', ...ofCampaign });
    const { engine, user } = openApp({
      language,
      slices: { work: [wrapUp], reference: campaignReference as never },
      answers: campaignAnswers(own([], { campaigns: [campaign] })) as never,
    });
    expect(await screen.findByText(heading)).toBeDefined();
    expect(screen.queryByText(usual)).toBeNull();
    await user.keyboard('{Alt>}1{/Alt}');
    expect(engine.inputs('work.save').at(-1)?.draft.dispositionCode).toBe('refus');
  },
);

it.each([
  [undefined, /se décrochent d’eux-mêmes/],
  [false, /décrochez dans les deux secondes/],
] as const)('[DIAL-22] whether calls take themselves up (%s) is said', async (takesUp, says) => {
  const told = own([], { campaigns: [dialledCampaign], signedInTo: dialledCampaign.id });
  const { user } = openApp({
    slices: {
      line: { ...quiet.line, ...(takesUp === undefined ? {} : { takesUp }) },
      reference: campaignReference as never,
    },
    answers: campaignAnswers(told) as never,
  });
  await user.click(await screen.findByRole('button', { name: 'Campagnes' }));
  expect(await screen.findByText(says)).toBeDefined();
});
