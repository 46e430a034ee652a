/**
 * Weeks of calls of a campaign, each recorded as a desktop does it: on days and hours that the law allows,
 * more of them answered in the early evening, and nobody called again the same day. What a dialler tried
 * and nobody answered is told by the hub alone.
 */
import { applyAttempt } from '@api/modules/campaigns/attempt-service.ts';
import { findContacts, lockContactOf } from '@api/modules/campaigns/contact-repository.ts';
import { followCall } from '@api/modules/campaigns/follow-call.ts';
import { findCampaign } from '@api/modules/campaigns/repository.ts';
import type { CampaignHub } from '@api/modules/campaigns/service.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import type { DialResult } from '@shared/domain/campaign/dial-result.ts';
import { isCallingDay } from '@shared/domain/campaign/planned-pace.ts';
import { windowFor } from '@shared/domain/experiment/design.ts';
import type { User } from '@shared/domain/user/user.ts';
import { atClock, minuteMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { type Random, randomOf } from '../random.ts';
import { type Slot, type Telling, talkOf } from './campaign-talk.ts';
import { instant } from './telling.ts';

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
const mostAttempts = 3;
const restMs = 20 * 60 * minuteMs;

type Told = Telling & {
  readonly campaignId: string;
  readonly lead: User;
  readonly fromDaysAgo: number;
  readonly untilDaysAgo: number;
  /** Calls in each hour. */
  readonly each: number;
  /** Of a list, how many are called. */
  readonly share: number;
};

/** Each hour of those days `each` times, the oldest first. */
const slotsOf = (nowMs: number, { fromDaysAgo, untilDaysAgo, each }: Told): Slot[] => {
  const slots: Slot[] = [];
  for (let daysAgo = fromDaysAgo; daysAgo >= untilDaysAgo; daysAgo -= 1) {
    if (!isCallingDay(localDateOf(atClock(nowMs, daysAgo, '12:00'), 'Europe/Paris'))) continue;
    for (const [hour, reached] of reachedByHour)
      for (let turn = 0; turn < each; turn += 1) {
        const minute = String(4 + turn * 9).padStart(2, '0');
        slots.push({ hour, startedMs: atClock(nowMs, daysAgo, `${hour}:${minute}`), reached });
      }
  }
  return slots;
};

/** Of a hundred calls that a dialler places and nobody takes. */
const unheard = (random: Random): DialResult => {
  const at = random.next() * 100;
  return at < 22 ? 'machine' : at < 33 ? 'busy' : at < 37 ? 'wrong-number' : 'no-answer';
};
/** Of a hundred who pick up, how many find no advisor. */
const abandonedOf100 = 2;

type Db = CampaignHub['database']['db'];
type Placed = { readonly slot: Slot; readonly contact: CampaignContact; readonly random: Random };

/** @returns whether she is through: reached, or not to be tried again. */
const place = async (
  tx: Db,
  campaign: Campaign,
  told: Told,
  { slot, contact, random }: Placed,
): Promise<boolean> => {
  const row = talkOf(contact, slot, random, told);
  const isHeard = row.outcome === 'answered';
  if (told.dialled && (!isHeard || random.next() * 100 < abandonedOf100)) {
    const locked = await lockContactOf(tx, campaign.id, contact.customerId);
    if (locked === null) return true;
    const result = isHeard ? 'abandoned' : unheard(random);
    const attempt = { result, at: row.startedAt, dispositionCode: null, callAgainAt: null };
    const ended = { campaign, contact: locked, told: attempt, user: null };
    await applyAttempt(tx, ended, nameId(`unheard:${row.id}`));
    return result === 'wrong-number';
  }
  await insertInteraction(tx, row, instant(slot.startedMs));
  await followCall({ tx, user: told.lead }, row);
  return isHeard;
};

/** A part of the people is called, up to three times; who is told of by name stays to be called. */
export const tellCalls = async (
  { database }: CampaignHub,
  told: Told,
  nowMs: number,
): Promise<void> => {
  const { campaignId, title, lead } = told;
  const campaign = await findCampaign(database.db, campaignId, lead.brandIds);
  if (campaign === null) throw new Error(`no campaign ${title}`);
  const wanted = { state: 'waiting', limit: 1000 } as const;
  const contacts = await findContacts(database.db, campaignId, wanted);
  const queue = contacts
    .filter(({ customerName }) => customerName !== 'Gilles Armand')
    .slice(0, Math.floor(contacts.length * told.share))
    .map((contact) => ({ contact, made: 0, lastMs: 0 }));
  const random = randomOf(`campaign-calls:${title}`);
  await database.db.transaction().execute(async (tx) => {
    for (const slot of slotsOf(nowMs, told)) {
      const at = queue.findIndex(({ contact, lastMs }) => {
        const hours = windowFor(campaign, contact.customerId) ?? { from: 0, to: 24 };
        const isHers = hours.from <= slot.hour && slot.hour < hours.to;
        return isHers && slot.startedMs - lastMs >= restMs;
      });
      const [next] = at === -1 ? [] : queue.splice(at, 1);
      if (next === undefined) continue;
      const { contact } = next;
      const isThrough = await place(tx, campaign, told, { slot, contact, random });
      const made = next.made + 1;
      if (!isThrough && made < mostAttempts) queue.push({ contact, made, lastMs: slot.startedMs });
    }
  });
};
