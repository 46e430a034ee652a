/**
 * What happens to each person of a campaign, one step after the other: a letter, an e-mail or a short
 * message before the call, documentation and an appointment after it, a reminder before the appointment.
 * Pure: the hub asks what is next, and does it.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { isFrenchHoliday } from '../calendar/french-holidays.ts';
import {
  instantOf,
  type LocalDate,
  localDateOf,
  minuteOfDayOf,
  nextDay,
  weekdayOf,
} from '../calendar/zoned-time.ts';

export const stepKinds = [
  'letter',
  'email',
  'sms',
  'call',
  'documentation',
  'appointment',
  'reminder',
] as const;
export type StepKind = (typeof stepKinds)[number];
export const stepConditions = ['always', 'no-answer', 'agreed', 'not-reached'] as const;

export const sequenceStepSchema = z.object({
  /** Of its own within the sequence: by it the hub knows what is done. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  kind: z.enum(stepKinds),
  /** After the step before; of a reminder, before the appointment. */
  afterDays: z.number().int().min(0).max(90).default(0),
  /** Working days are Monday to Friday, without public holidays. */
  days: z.enum(['calendar', 'working']).default('calendar'),
  when: z.enum(stepConditions).default('always'),
  /** By which documentation and reminders go; the others are their own. */
  channel: z.enum(['post', 'email', 'sms']).default('email'),
  templateId: idSchema.nullable().default(null),
});
export type SequenceStep = z.infer<typeof sequenceStepSchema>;

const isWritten = ({ kind }: SequenceStep): boolean => kind !== 'call' && kind !== 'appointment';

/** Callers at once, as a campaign without a sequence does. */
const callOnly = [{ id: 'call', kind: 'call' as const }];

export const sequenceSchema = z
  .object({
    steps: z
      .array(sequenceStepSchema)
      .max(12)
      .default(() => sequenceStepSchema.array().parse(callOnly)),
    /** A letter may ask for the consent to call: who has given none is on the list for it (SEQ-13). */
    lettersWithoutConsent: z.boolean().default(false),
  })
  .superRefine(({ steps }, context) => {
    const say = (message: string, at: number) =>
      context.addIssue({ code: 'custom', path: ['steps', at], message });
    const calls = steps.filter(({ kind }) => kind === 'call');
    if (calls.length !== 1) say('a sequence has one call', 0);
    const callAt = steps.findIndex(({ kind }) => kind === 'call');
    const visitAt = steps.findIndex(({ kind }) => kind === 'appointment');
    for (const [at, { id, kind }] of steps.entries()) {
      if (steps.findIndex((one) => one.id === id) !== at) say(`two steps are called "${id}"`, at);
      if ((kind === 'documentation' || kind === 'appointment') && at < callAt)
        say(`${kind} comes after the call`, at);
      if (kind === 'reminder' && (visitAt === -1 || at < visitAt))
        say('a reminder comes after an appointment', at);
    }
  });
export type Sequence = z.infer<typeof sequenceSchema>;

/** Steps that cannot be written: nobody chose what is in them. */
export const stepsWithoutTemplate = ({ steps }: Sequence): readonly string[] =>
  steps.filter((step) => isWritten(step) && step.templateId === null).map(({ id }) => id);

export const channelOfStep = ({ kind, channel }: SequenceStep): 'post' | 'email' | 'sms' => {
  if (kind === 'letter') return 'post';
  return kind === 'email' || kind === 'sms' ? kind : channel;
};

/** What she asked for, or is about her own appointment, serves her; the rest sells when the campaign does. */
export const purposeOfStep = (
  { kind }: Pick<SequenceStep, 'kind'>,
  callKind: 'commercial' | 'service',
): 'commercial' | 'service' =>
  kind === 'reminder' || kind === 'documentation' ? 'service' : callKind;

/** It is written, and sells. */
export const isWrittenToSell = (step: SequenceStep, callKind: 'commercial' | 'service'): boolean =>
  isWritten(step) && purposeOfStep(step, callKind) === 'commercial';

export type SequenceFacts = {
  readonly zone: string;
  readonly addedAtMs: number;
  readonly state: 'waiting' | 'over' | 'control';
  readonly overBecause: string | null;
  /** When the call ended it. */
  readonly overAtMs: number;
  /** When she last came to the brand by herself. */
  readonly answeredAtMs: number | null;
  readonly done: ReadonlyMap<string, number>;
};
export type SequenceTurn =
  | { readonly do: 'send'; readonly step: SequenceStep; readonly dueMs: number }
  | { readonly do: 'call'; readonly fromMs: number }
  | { readonly do: 'end' };

const isWorkingDay = (date: LocalDate): boolean => weekdayOf(date) <= 5 && !isFrenchHoliday(date);

/** SEQ-2: the same day at once; later days from their first minute where she lives. */
export const dueAfter = (
  baseMs: number,
  { afterDays, days }: Pick<SequenceStep, 'afterDays' | 'days'>,
  zone: string,
): number => {
  if (afterDays === 0) return baseMs;
  let date = localDateOf(baseMs, zone);
  for (let left = afterDays; left > 0; ) {
    date = nextDay(date);
    if (days === 'calendar' || isWorkingDay(date)) left -= 1;
  }
  return instantOf(date, 0, zone);
};

/** From when a message may arrive: Monday to Saturday, 9:00 to 19:00 of her day, on no public holiday (SEQ-4). */
export const decentFrom = (ms: number, zone: string): number => {
  const opens = 540;
  const closes = 1140;
  const isDecent = (date: LocalDate): boolean => weekdayOf(date) <= 6 && !isFrenchHoliday(date);
  let date = localDateOf(ms, zone);
  const minute = minuteOfDayOf(ms, zone);
  if (isDecent(date) && minute >= opens && minute < closes) return ms;
  if (!isDecent(date) || minute >= closes) {
    do date = nextDay(date);
    while (!isDecent(date));
  }
  return instantOf(date, opens, zone);
};

/** What the call ended with, as the steps after it ask for it; null: nothing more may follow (SEQ-5). */
const endings: { readonly [because: string]: 'agreed' | 'documentation' | 'not-reached' } = {
  success: 'agreed',
  documentation: 'documentation',
  attempts: 'not-reached',
  rule: 'not-reached',
};

const isFor = (
  { kind, when }: SequenceStep,
  ending: 'agreed' | 'documentation' | 'not-reached',
): boolean => {
  if (kind === 'appointment' || kind === 'reminder') return false;
  if (kind === 'documentation') return ending === 'documentation';
  if (when === 'always') return true;
  return when === 'agreed' ? ending !== 'not-reached' : ending === 'not-reached';
};

type Walk = { readonly next: SequenceTurn | null; readonly baseMs: number };

/** The first of some steps that is not done; each counts from the one before it that was. */
const walk = (
  steps: readonly SequenceStep[],
  { zone, done }: SequenceFacts,
  fromMs: number,
  isWanted: (step: SequenceStep) => boolean,
): Walk => {
  let baseMs = fromMs;
  for (const step of steps) {
    const doneMs = done.get(step.id);
    if (doneMs !== undefined) {
      baseMs = Math.max(baseMs, doneMs);
      continue;
    }
    if (!isWanted(step)) continue;
    const dueMs = dueAfter(baseMs, step, zone);
    return { next: { do: 'send', step, dueMs }, baseMs };
  }
  return { next: null, baseMs };
};

export const nextTurn = ({ steps }: Sequence, facts: SequenceFacts): SequenceTurn => {
  const callAt = steps.findIndex(({ kind }) => kind === 'call');
  const call = steps[callAt];
  if (facts.state === 'control' || call === undefined) return { do: 'end' };
  if (facts.state === 'waiting') {
    const hasAnswered = facts.answeredAtMs !== null && facts.answeredAtMs >= facts.addedAtMs;
    const wanted = ({ when }: SequenceStep): boolean => when === 'always' || !hasAnswered;
    const { next, baseMs } = walk(steps.slice(0, callAt), facts, facts.addedAtMs, wanted);
    return next ?? { do: 'call', fromMs: dueAfter(baseMs, call, facts.zone) };
  }
  const ending = endings[facts.overBecause ?? ''];
  if (ending === undefined) return { do: 'end' };
  const after = walk(steps.slice(callAt + 1), facts, facts.overAtMs, (step) => isFor(step, ending));
  return after.next ?? { do: 'end' };
};

/** When a reminder of an appointment goes out; null: it is too late for one (SEQ-12). */
export const reminderDue = (
  startsAtMs: number,
  { afterDays }: Pick<SequenceStep, 'afterDays'>,
  zone: string,
  nowMs: number,
): number | null => {
  const date = localDateOf(startsAtMs, zone);
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day - afterDays));
  const wanted = {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
  };
  const dueMs = decentFrom(Math.max(instantOf(wanted, 600, zone), nowMs), zone);
  return dueMs < startsAtMs ? dueMs : null;
};
