/**
 * Weeks of calls of a campaign, each recorded as a desktop does it: on days and hours that the law allows,
 * more of them answered in the early evening, and nobody called again the same day.
 */
import { findContacts } from '@api/modules/campaigns/contact-repository.ts';
import { followCall } from '@api/modules/campaigns/follow-call.ts';
import type { CampaignHub } from '@api/modules/campaigns/service.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { isCallingDay } from '@shared/domain/campaign/planned-pace.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { User } from '@shared/domain/user/user.ts';
import { atClock, minuteMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { type Random, randomOf } from '../random.ts';
import { instant } from './telling.ts';

const callers = ['camille.roussel', 'yanis.morel', 'maelle.lebris', 'aicha.benali'] as const;

/** Of a hundred attempts of each hour of the household's day, how many reach somebody. */
const reachedByHour = [
  [10, 16],
  [11, 21],
  [12, 25],
  [14, 22],
  [15, 24],
  [16, 27],
  [17, 34],
  [18, 41],
  [19, 31],
] as const;
/** How talks end, out of a hundred; the rest agrees to be called again. */
const endings = [
  ['rendez-vous-pris', 34],
  ['refus', 22],
  ['opposition', 4],
] as const;
const mostAttempts = 3;

type Told = {
  readonly campaignId: string;
  readonly title: string;
  readonly lead: User;
  readonly fromDaysAgo: number;
  readonly untilDaysAgo: number;
  /** Calls in each hour. */
  readonly each: number;
};

type Slot = { readonly startedMs: number; readonly reached: number };

/** Each hour of those days `each` times, the oldest first. */
const slotsOf = (nowMs: number, { fromDaysAgo, untilDaysAgo, each }: Told): Slot[] => {
  const slots: Slot[] = [];
  for (let daysAgo = fromDaysAgo; daysAgo >= untilDaysAgo; daysAgo -= 1) {
    if (!isCallingDay(localDateOf(atClock(nowMs, daysAgo, '12:00'), 'Europe/Paris'))) continue;
    for (const [hour, reached] of reachedByHour)
      for (let turn = 0; turn < each; turn += 1) {
        const minute = String(4 + turn * 9).padStart(2, '0');
        slots.push({ startedMs: atClock(nowMs, daysAgo, `${hour}:${minute}`), reached });
      }
  }
  return slots;
};

const dispositionOf = (random: Random): string => {
  let left = random.next() * 100;
  for (const [code, share] of endings) {
    left -= share;
    if (left < 0) return code;
  }
  return 'rappel-convenu';
};

const callOf = (
  { id, campaignId, customerId }: CampaignContact,
  { startedMs, reached }: Slot,
  random: Random,
  title: string,
): Interaction => {
  const isReached = random.next() * 100 < reached;
  const talkMs = (2 + random.next() * 4) * minuteMs;
  const endedMs = startedMs + (isReached ? talkMs : minuteMs / 2);
  return {
    id: nameId(`campaign-call:${id}:${startedMs}`),
    customerId,
    brandId: 'solvenne',
    channel: 'phone',
    direction: 'outbound',
    startedAt: instant(startedMs),
    endedAt: instant(endedMs),
    recordedAt: null,
    outcome: isReached ? 'answered' : random.chance(0.15) ? 'busy' : 'no-answer',
    advisorId: demoUser(random.pick(callers)).id,
    queue: null,
    campaignId,
    reasonCode: isReached ? 'isolation' : null,
    dispositionCode: isReached ? dispositionOf(random) : null,
    title,
    customerWords: null,
    summary: null,
    notes: [],
    caseId: null,
    threadId: null,
    call: null,
    speech: null,
    wrapUpEndedAt: isReached ? instant(endedMs + minuteMs) : null,
  };
};

/** Half of the people are called, up to three times; who is told of by name stays to be called. */
export const tellCalls = async (
  { database }: CampaignHub,
  told: Told,
  nowMs: number,
): Promise<void> => {
  const { campaignId, title, lead } = told;
  const wanted = { state: 'waiting', limit: 1000 } as const;
  const contacts = await findContacts(database.db, campaignId, wanted);
  const queue = contacts
    .filter(({ customerName }) => customerName !== 'Gilles Armand')
    .slice(0, Math.floor(contacts.length / 2))
    .map((contact) => ({ contact, made: 0, lastMs: 0 }));
  const random = randomOf(`campaign-calls:${title}`);
  await database.db.transaction().execute(async (tx) => {
    for (const slot of slotsOf(nowMs, told)) {
      const next = queue[0];
      if (next === undefined) return;
      // Whoever comes round too soon waits, and so do those behind her.
      if (slot.startedMs - next.lastMs < 20 * 60 * minuteMs) continue;
      queue.shift();
      const row = callOf(next.contact, slot, random, title);
      await insertInteraction(tx, row, instant(nowMs));
      await followCall({ tx, user: lead }, row);
      const made = next.made + 1;
      if (row.outcome !== 'answered' && made < mostAttempts)
        queue.push({ ...next, made, lastMs: slot.startedMs });
    }
  });
};
