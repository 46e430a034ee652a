/**
 * The campaigns of Solvenne, made, listed and started as anybody does it: « Bilan isolation » runs, with
 * weeks of calls behind it; an older one was stopped, and the opening of an agency is still a draft.
 */
import { findContacts } from '@api/modules/campaigns/contact-repository.ts';
import { addToList } from '@api/modules/campaigns/list-service.ts';
import {
  type CampaignHub,
  createCampaign,
  listCampaigns,
  moveCampaign,
} from '@api/modules/campaigns/service.ts';
import { demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { solvenneOutbound } from '@shared/domain/script/demo-scripts/solvenne-outbound.ts';
import { dayMs, dayOf } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { tellCalls } from './campaign-calls.ts';
import { tellOrders } from './campaign-orders.ts';
import { newWordsAt, type Telling } from './campaign-talk.ts';
import { runFlightCampaign } from './flight-campaign.ts';
import {
  bookVisits,
  insulationSequence,
  sendLetters,
  writeTemplates,
} from './insulation-sequence.ts';
import { got } from './telling.ts';

const brandId = 'solvenne';
/** When it began, with letters, and for how long it has called since. */
const begunDays = 34;
const calledDays = 27;
const nadia = demoUser('nadia.ferrand');

const settingsAt = (nowMs: number) =>
  campaignSettingsSchema.parse({
    name: 'Bilan isolation',
    brandId,
    goal: 'appointments',
    scriptId: solvenneOutbound.id,
    teamIds: nadia.teamId === null ? [] : [nadia.teamId],
    startsOn: dayOf(nowMs - begunDays * dayMs),
    endsOn: dayOf(nowMs + 22 * dayMs),
    presentedNumbers: demoNumbers.filter((one) => one.brandId === brandId).map(({ e164 }) => e164),
    outcomes: [
      { dispositionCode: 'rendez-vous-pris', consequence: 'success' },
      { dispositionCode: 'rappel-convenu', consequence: 'callback' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'opposition', consequence: 'opposition' },
    ],
    controlPercent: 8,
    target: 90,
    dailyGoals: { contacts: 12, successes: 3 },
    valueCents: 18_000,
    sequence: insulationSequence,
    // Nobody orders an insulation within a week: everybody is read who has had her month.
    experiment: {
      name: 'Appeler, ou ne pas appeler',
      outcome: 'ordered',
      windowDays: 30,
      baseline: 0.02,
      smallestEffect: 0.08,
      look: 'sequential',
    },
  });

const telling = (nowMs: number): Telling & { readonly lead: typeof nadia } => ({
  lead: nadia,
  brandId,
  title: 'Bilan isolation',
  reasonCode: 'isolation',
  callers: [
    ['camille.roussel', 1.15],
    ['yanis.morel', 0.8],
    ['maelle.lebris', 1],
    ['aicha.benali', 1.05],
  ],
  endings: [
    ['rendez-vous-pris', 34],
    ['refus', 22],
    ['opposition', 4],
  ],
  speech: solvenneOutbound,
  newWordsMs: newWordsAt(nowMs),
  dialled: false,
});

/** The opening of an agency: whom it is for is drawn, what is said is not chosen yet. */
const draftAt = (nowMs: number) =>
  campaignSettingsSchema.parse({
    ...settingsAt(nowMs),
    name: 'Ouverture de Rennes-Sud',
    scriptId: null,
    startsOn: dayOf(nowMs + 7 * dayMs),
    endsOn: dayOf(nowMs + 28 * dayMs),
    outcomes: [],
    experiment: {
      name: 'La lettre avant l’appel, ou l’appel seul',
      factors: [{ kind: 'order', levels: ['whole', 'call-only'] }],
      outcome: 'success',
      baseline: 0.12,
      smallestEffect: 0.05,
    },
    audience: { by: 'area', centre: '35238', radiusKm: 20, communes: ['35238'], bought: 'never' },
  });

const everybody = {
  query: { bought: 'any' as const },
  score: 0.5,
  dryRun: false,
  waitSeconds: 120,
};

type Who = Parameters<typeof createCampaign>[1];

/** Its people are free again for the next one. */
const stopOldOne = async (hub: CampaignHub, who: Who, nowMs: number): Promise<void> => {
  const settings = campaignSettingsSchema.parse({
    ...settingsAt(nowMs),
    name: 'Bilan isolation, été',
    sequence: {},
    experiment: null,
    startsOn: dayOf(nowMs - 80 * dayMs),
    endsOn: dayOf(nowMs - 70 * dayMs),
    target: 20,
  });
  const { id } = got(await createCampaign(hub, who, { ...settings, endsOn: dayOf(nowMs) }));
  const list = { ...everybody, query: { bought: 'any' as const, segments: ['premium' as const] } };
  // In a demo of a few people nobody may have been called then.
  if (got(await addToList(hub, who, id, list)).added === 0) return;
  got(await moveCampaign(hub, who, id, 'start'));
  const told = { ...telling(nowMs), campaignId: id, title: settings.name, each: 1, share: 0.5 };
  await tellCalls(hub, { ...told, fromDaysAgo: 80, untilDaysAgo: 70 }, nowMs);
  got(await moveCampaign(hub, who, id, 'stop'));
};

export const runInsulationCampaign = async (
  database: CampaignHub['database'],
  nowMs: number,
): Promise<void> => {
  // The same people are kept apart as its control group in every demo.
  let made = 0;
  const newId = () => {
    made += 1;
    return nameId(`insulation:${made}`);
  };
  const hubOf = (daysAgo: number): CampaignHub => ({
    database,
    clock: { now: () => nowMs - daysAgo * dayMs },
    newId,
  });
  const hub = hubOf(begunDays);
  const actor = { userId: nadia.id, correlationId: nameId('campaign:bilan-isolation') };
  const who = { user: nadia, actor };
  // A seeding that was cut short is begun anew.
  if ((await listCampaigns(hub, nadia, undefined)).length > 0) return;
  await writeTemplates(hub, nowMs);
  await stopOldOne(hubOf(81), who, nowMs);
  const { id } = got(await createCampaign(hub, who, settingsAt(nowMs)));
  got(await addToList(hub, who, id, everybody));
  got(await moveCampaign(hub, who, id, 'start'));
  await sendLetters(hub, id, nowMs - begunDays * dayMs);
  const told = { ...telling(nowMs), campaignId: id, each: 3, share: 0.5 };
  await tellCalls(hub, { ...told, fromDaysAgo: calledDays, untilDaysAgo: 1 }, nowMs);
  const over = await findContacts(database.db, id, { state: 'over', limit: 500 });
  const agreed = over.filter(({ overBecause }) => overBecause === 'success');
  await bookVisits(hubOf(0), nadia, agreed, nowMs);
  await tellOrders(hub, { campaignId: id, brandId, begunMs: nowMs - begunDays * dayMs }, nowMs);
  await runFlightCampaign(hubOf, who, nowMs);
  got(await createCampaign(hubOf(0), who, draftAt(nowMs)));
};
