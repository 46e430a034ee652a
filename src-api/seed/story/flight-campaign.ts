/**
 * « Vols modifiés » of Lorvane: a service call to whoever has a trip, dialled ahead of the advisors by the
 * hub, and paused over night. An experiment asks in which hours of the day people take a new flight.
 */
import { addToList } from '@api/modules/campaigns/list-service.ts';
import {
  type CampaignHub,
  changeCampaign,
  createCampaign,
  moveCampaign,
} from '@api/modules/campaigns/service.ts';
import { demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { lorvaneOutbound } from '@shared/domain/script/demo-scripts/lorvane-outbound.ts';
import { dayMs, dayOf } from '../calendar.ts';
import { demoUser } from '../organisation-data.ts';
import { tellCalls } from './campaign-calls.ts';
import { newWordsAt } from './campaign-talk.ts';
import { got } from './telling.ts';

const brandId = 'lorvane';
const begunDays = 18;
const nadia = demoUser('nadia.ferrand');

/** Of the range that ARCEP set apart for machines that dial (02 70, 01 62 and others). */
const automated = '+33162000001';

const settingsAt = (nowMs: number) =>
  campaignSettingsSchema.parse({
    name: 'Vols modifiés',
    brandId,
    goal: 'information',
    callKind: 'service',
    scriptId: lorvaneOutbound.id,
    teamIds: nadia.teamId === null ? [] : [nadia.teamId],
    startsOn: dayOf(nowMs - begunDays * dayMs),
    endsOn: dayOf(nowMs + 12 * dayMs),
    presentedNumbers: [
      automated,
      ...demoNumbers.filter((one) => one.brandId === brandId).map(({ e164 }) => e164),
    ],
    dialling: { mode: 'manual' },
    outcomes: [
      { dispositionCode: 'nouveau-vol-accepte', consequence: 'success' },
      { dispositionCode: 'rappel-convenu', consequence: 'callback' },
      { dispositionCode: 'remboursement-lance', consequence: 'close' },
    ],
    target: 120,
    valueCents: 9_000,
    costs: { centsPerHour: 2800, visitCents: 6_500 },
    experiment: {
      name: 'Le matin ou le soir',
      factors: [
        {
          kind: 'hours',
          levels: [
            { from: 10, to: 13 },
            { from: 16, to: 20 },
          ],
        },
      ],
      outcome: 'success',
      windowDays: 14,
      baseline: 0.2,
      smallestEffect: 0.15,
      look: 'sequential',
    },
  });

type Who = Parameters<typeof createCampaign>[1];

export const runFlightCampaign = async (
  hubOf: (daysAgo: number) => CampaignHub,
  who: Who,
  nowMs: number,
): Promise<void> => {
  const hub = hubOf(begunDays);
  const settings = settingsAt(nowMs);
  const { id } = got(await createCampaign(hub, who, settings));
  const list = {
    query: { bought: 'any' as const, segments: ['loyal' as const, 'premium' as const] },
    score: 0.5,
    dryRun: false,
    waitSeconds: 120,
  };
  // In a demo of a few people nobody may have a trip.
  if (got(await addToList(hub, who, id, list)).added === 0) return;
  got(await moveCampaign(hub, who, id, 'start'));
  await tellCalls(
    hub,
    {
      campaignId: id,
      lead: nadia,
      brandId,
      title: settings.name,
      reasonCode: 'vol-modifie',
      callers: [
        ['camille.roussel', 1.1],
        ['lea.fontaine', 1.2],
        ['theo.garnier', 0.8],
        ['aicha.benali', 1],
      ],
      endings: [
        ['nouveau-vol-accepte', 46],
        ['remboursement-lance', 24],
      ],
      speech: lorvaneOutbound,
      newWordsMs: newWordsAt(nowMs),
      dialled: true,
      share: 0.85,
      each: 5,
      fromDaysAgo: begunDays,
      untilDaysAgo: 1,
    },
    nowMs,
  );
  const paused = got(await moveCampaign(hubOf(0), who, id, 'pause'));
  // Told last: a hub without a switch starts none that needs one, and the demo has its past all the same.
  const dialling = { ...settings.dialling, mode: 'predictive' as const };
  const change = { revision: paused.revision, settings: { ...settings, dialling } };
  got(await changeCampaign(hubOf(0), who, id, change));
};
