/** The advisor's campaign: allowed, refused, nobody, away. */
import {
  campaignAnswers,
  campaignPeople,
  campaignReference,
  dialledCampaign,
  kept,
  own,
} from '../component/support/campaigns.ts';
import type { GalleryState } from './parts.ts';

const state = (told = own(), more: Partial<GalleryState> = {}): GalleryState => ({
  now: '11:44:06',
  slices: { reference: campaignReference as never },
  screen: 'campaign',
  bundles: campaignPeople,
  answers: campaignAnswers(told) as never,
  ...more,
});

const longName =
  'Résidence universitaire des Abers-Montjoie-Saint-Denis-en-Val-de-Loire-Atlantique';
const long = own([{ ...kept.gilles, customerName: longName }, kept.solange, kept.paul]);

const dialled = () => own([], { campaigns: [dialledCampaign] });

export const campaignStates: { readonly [name: string]: GalleryState } = {
  campaign: state(),
  'campaign-refused': state(own([kept.solange, kept.paul, kept.gilles])),
  'campaign-nobody': state(own([])),
  'campaign-away': state(own(undefined, { known: false })),
  'campaign-long': state({
    ...long,
    campaigns: long.campaigns.map((one) => ({
      ...one,
      settings: { ...one.settings, name: longName },
    })),
  }),
  'campaign-dialled': state(dialled()),
  'campaign-dialled-in': state({ ...dialled(), signedInTo: dialled().campaigns[0]?.id ?? null }),
  'campaign-pass': state(own(), { presses: [/^(Passer|Pass over)/] }),
  'campaign-none': state(own([], { campaigns: [] })),
  'campaign-unasked': state(own([], { campaigns: [], known: false })),
};
