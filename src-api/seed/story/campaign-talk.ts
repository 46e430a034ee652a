/** One call of a campaign of the demo, as a desktop records it: who made it, how it went, with which words. Pure. */
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { dayMs, minuteMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import type { Random } from '../random.ts';
import { instant } from './telling.ts';

export type Slot = {
  readonly hour: number;
  readonly startedMs: number;
  /** Of a hundred attempts, how many reach somebody. */
  readonly reached: number;
};

export type Telling = {
  readonly brandId: string;
  readonly title: string;
  readonly reasonCode: string;
  /** Who calls, and how much more or less often than the others she brings it to its goal. */
  readonly callers: readonly (readonly [login: string, skill: number])[];
  /** How talks end, out of a hundred, the goal first; the rest agrees to be called again. */
  readonly endings: readonly (readonly [code: string, share: number])[];
  /** In its version before, until `newWordsMs`, which brought a little less. */
  readonly speech: Pick<Script, 'id' | 'version' | 'firstStep'>;
  readonly newWordsMs: number;
  /** By the hub's dialler, which tells of those who were not reached itself. */
  readonly dialled: boolean;
};

const olderWords = 0.85;

const dispositionOf = (random: Random, { endings }: Telling, skill: number): string => {
  let left = random.next() * 100;
  for (const [place, [code, share]] of endings.entries()) {
    left -= place === 0 ? share * skill : share;
    if (left < 0) return code;
  }
  return 'rappel-convenu';
};

export const talkOf = (
  { id, campaignId, customerId }: CampaignContact,
  { startedMs, reached }: Slot,
  random: Random,
  told: Telling,
): Interaction => {
  const { brandId, title, reasonCode, speech } = told;
  const isReached = random.next() * 100 < reached;
  const [login, skill] = random.pick(told.callers);
  const isOlder = startedMs < told.newWordsMs;
  const version = Math.max(1, speech.version - Number(isOlder));
  const talkMs = (2 + random.next() * 4) * minuteMs;
  const endedMs = startedMs + (isReached ? talkMs : minuteMs / 2);
  return {
    id: nameId(`campaign-call:${id}:${startedMs}`),
    customerId,
    brandId,
    channel: 'phone',
    direction: 'outbound',
    startedAt: instant(startedMs),
    endedAt: instant(endedMs),
    recordedAt: null,
    outcome: isReached ? 'answered' : random.chance(0.15) ? 'busy' : 'no-answer',
    advisorId: demoUser(login).id,
    queue: null,
    campaignId,
    reasonCode: isReached ? reasonCode : null,
    dispositionCode: isReached
      ? dispositionOf(random, told, skill * (isOlder ? olderWords : 1))
      : null,
    title,
    customerWords: null,
    summary: null,
    notes: [],
    caseId: null,
    threadId: null,
    call: null,
    speech: isReached
      ? {
          scriptId: speech.id,
          version,
          stepId: speech.firstStep,
          path: [],
          choices: {},
          fields: {},
          objections: [],
        }
      : null,
    wrapUpEndedAt: isReached ? instant(endedMs + minuteMs) : null,
  };
};

/** Two weeks ago the words changed. */
export const newWordsAt = (nowMs: number): number => nowMs - 14 * dayMs;
