/**
 * « Bilan isolation » of Solvenne, which runs: made, listed and started as anybody does it, with two
 * weeks of calls behind it, each told as a desktop tells it.
 */
import { findContacts } from '@api/modules/campaigns/contact-repository.ts';
import { followCall } from '@api/modules/campaigns/follow-call.ts';
import { addToList } from '@api/modules/campaigns/list-service.ts';
import {
  type CampaignHub,
  createCampaign,
  listCampaigns,
  moveCampaign,
} from '@api/modules/campaigns/service.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import { localDateOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { Result } from '@shared/kernel/result.ts';
import { atClock, dayMs, dayOf, minuteMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import {
  bookVisits,
  insulationSequence,
  sendLetters,
  writeTemplates,
} from './insulation-sequence.ts';
import { instant } from './telling.ts';

const brandId = 'solvenne';
const nadia = demoUser('nadia.ferrand');
const callers = ['camille.roussel', 'yanis.morel', 'maelle.lebris', 'aicha.benali'] as const;
/** Brittany, where its agencies are. */
const departments = ['22', '29', '35', '56'];
const calledAtMost = 40;

const got = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`the campaign of the demo: ${result.error.code}`);
  return result.value;
};

const settingsAt = (nowMs: number) =>
  campaignSettingsSchema.parse({
    name: 'Bilan isolation',
    brandId,
    goal: 'appointments',
    scriptId: 'solvenne-bilan-isolation',
    teamIds: nadia.teamId === null ? [] : [nadia.teamId],
    startsOn: dayOf(nowMs - 14 * dayMs),
    endsOn: dayOf(nowMs + 22 * dayMs),
    presentedNumbers: demoNumbers.filter((one) => one.brandId === brandId).map(({ e164 }) => e164),
    outcomes: [
      { dispositionCode: 'rendez-vous-pris', consequence: 'success' },
      { dispositionCode: 'rappel-convenu', consequence: 'callback' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'opposition', consequence: 'opposition' },
    ],
    controlPercent: 8,
    target: 120,
    dailyGoals: { contacts: 12, successes: 3 },
    valueCents: 18_000,
    sequence: insulationSequence,
  });

/** What came of the calls, over and over: most find nobody. */
const endings = [
  ['no-answer', null],
  ['answered', 'rendez-vous-pris'],
  ['no-answer', null],
  ['answered', 'refus'],
  ['busy', null],
  ['answered', 'rendez-vous-pris'],
] as const;

/** How many days ago people could be called, of the last two weeks. */
const callingDays = (nowMs: number): readonly number[] =>
  Array.from({ length: 14 }, (_, at) => at + 1).filter((daysAgo) => {
    const date = localDateOf(atClock(nowMs, daysAgo, '12:00'), 'Europe/Paris');
    return weekdayOf(date) <= 5 && !isFrenchHoliday(date);
  });

const callOf = (
  { id, campaignId, customerId }: CampaignContact,
  at: number,
  nowMs: number,
): Interaction => {
  const [outcome, dispositionCode] = endings[at % endings.length] ?? endings[0];
  const days = callingDays(nowMs);
  const day = days[at % days.length] ?? 1;
  const startedMs = atClock(nowMs, day, at % 2 === 0 ? '10:40' : '15:20') + at * minuteMs;
  const isAnswered = outcome === 'answered';
  return {
    id: nameId(`campaign-call:${id}`),
    customerId,
    brandId,
    channel: 'phone',
    direction: 'outbound',
    startedAt: instant(startedMs),
    endedAt: instant(startedMs + (isAnswered ? 3 : 0.5) * minuteMs),
    recordedAt: null,
    outcome,
    advisorId: demoUser(callers[at % callers.length] ?? callers[0]).id,
    queue: null,
    campaignId,
    reasonCode: isAnswered ? 'isolation' : null,
    dispositionCode,
    title: 'Bilan isolation',
    customerWords: null,
    summary: null,
    notes: [],
    caseId: null,
    threadId: null,
    call: null,
    speech: null,
    wrapUpEndedAt: isAnswered ? instant(startedMs + 4 * minuteMs) : null,
  };
};

const tellCalls = async (hub: CampaignHub, campaignId: string, nowMs: number): Promise<void> => {
  const contacts = await findContacts(hub.database.db, campaignId, {
    state: 'waiting',
    limit: 500,
  });
  // Who is told of by name stays to be called.
  const called = contacts
    .filter(({ customerName }) => customerName !== 'Gilles Armand')
    .slice(0, Math.min(calledAtMost, Math.floor(contacts.length / 2)));
  for (const [at, contact] of called.entries())
    await hub.database.db.transaction().execute(async (tx) => {
      const row = callOf(contact, at, nowMs);
      await insertInteraction(tx, row, instant(nowMs));
      await followCall({ tx, user: nadia }, row);
    });
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
  const hub: CampaignHub = { database, clock: { now: () => nowMs }, newId };
  const actor = { userId: nadia.id, correlationId: nameId('campaign:bilan-isolation') };
  const who = { user: nadia, actor };
  // A seeding that was cut short is begun anew.
  if ((await listCampaigns(hub, nadia, undefined)).length > 0) return;
  await writeTemplates(hub, nowMs);
  const { id } = got(await createCampaign(hub, who, settingsAt(nowMs)));
  const query = { departments, bought: 'any' as const };
  const list = { query, score: 0.5, dryRun: false, waitSeconds: 120 };
  got(await addToList(hub, who, id, list));
  got(await moveCampaign(hub, who, id, 'start'));
  await sendLetters(hub, id, nowMs);
  await tellCalls(hub, id, nowMs);
  const over = await findContacts(database.db, id, { state: 'over', limit: 500 });
  const agreed = over.filter(({ overBecause }) => overBecause === 'success');
  await bookVisits(hub, nadia, agreed, nowMs);
};
