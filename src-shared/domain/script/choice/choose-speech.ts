/**
 * The speech for a moment, and why it is that one. Of those that fit, one in the customer's language
 * comes first; then the one that asks for the most telling thing: the number called, the campaign,
 * the queue, the number's reason, the call's reason, the segment, the language, the hours. Of equal
 * ones the newest. Pure, and the same whatever order the speeches come in.
 */
import { z } from 'zod';
import { instantOf, localDateOf, weekdayOf } from '../../calendar/zoned-time.ts';
import type { Direction } from '../../interaction/channel.ts';
import { languagesOf, type Script } from '../script.ts';
import { armOf, runsAt, type SpeechExperiment } from './experiment.ts';
import type { OpensWhen } from './opens-when.ts';
import { saidAt } from './said-now.ts';

export const speechCauses = [
  'number',
  'brand',
  'campaign',
  'queue',
  'reason',
  'case',
  'segment',
  'language',
  'hours',
  'other-language',
] as const;
/** `value`: the number, code or id that it was; of `hours` the minute span, of languages the code. */
export const becauseSpeechSchema = z.object({
  by: z.enum(speechCauses),
  value: z.string().max(200),
});
export type BecauseSpeech = z.infer<typeof becauseSpeechSchema>;

export type SpeechMoment = {
  readonly brandId: string;
  readonly direction: Direction;
  readonly calledNumber: string | null;
  /** The reason that the called number stands for, if it has one. */
  readonly numberReason: string | null;
  readonly campaign: string | null;
  /** The speech that the campaign itself names: it is said, whatever it opens with otherwise. */
  readonly campaignSpeech?: string | null | undefined;
  readonly queue: string | null;
  readonly reason: string | null;
  /** The kind of the customer's open case with this brand, the newest first in doubt. */
  readonly openCase?: string | null | undefined;
  /** Of the customer with this brand; null while it is not known who calls. */
  readonly relation: { readonly segment: string; readonly vip: boolean } | null;
  readonly language: 'fr' | 'en';
  readonly atMs: number;
  readonly zone: string;
  /** The customer, or the call while it is not known who calls. */
  readonly who: string;
};

/** What a desktop holds of speeches. */
export type HeldSpeeches = {
  readonly scripts: readonly Script[];
  readonly upcomingScripts?: readonly Script[] | undefined;
  readonly retiredScripts?: readonly Script[] | undefined;
  /** Versions that only an experiment says. */
  readonly trialScripts?: readonly Script[] | undefined;
  readonly experiments?: readonly SpeechExperiment[] | undefined;
};

export type ChosenSpeech = {
  readonly script: Script;
  readonly because: readonly BecauseSpeech[];
  readonly experiment: { readonly id: string; readonly arm: string } | null;
};

type Asked = { readonly by: BecauseSpeech['by']; readonly met: string | null };

const within = ({ hours }: OpensWhen, { atMs, zone }: SpeechMoment): string | null => {
  const date = localDateOf(atMs, zone);
  const span = hours.find(
    ({ weekdays, from, to }) =>
      weekdays.includes(weekdayOf(date)) &&
      instantOf(date, from, zone) <= atMs &&
      atMs < instantOf(date, to, zone),
  );
  return span === undefined ? null : `${span.from}-${span.to}`;
};

const segmentMet = ({ segments }: OpensWhen, { relation }: SpeechMoment): string | null => {
  if (relation === null) return null;
  if (relation.vip && segments.includes('vip')) return 'vip';
  return segments.find((one) => one === relation.segment) ?? null;
};

const among = (list: readonly string[], value: string | null): string | null =>
  value !== null && list.includes(value) ? value : null;

/** Everything that a speech asks of a moment, the most telling first, and what met it. */
const askedBy = ({ reasonCodes, opensWhen }: Script, moment: SpeechMoment): Asked[] => {
  const { calledNumber, campaign, queue, language } = moment;
  const asked: Asked[] = [];
  const ask = (list: readonly unknown[], by: Asked['by'], met: () => string | null) => {
    if (list.length > 0) asked.push({ by, met: met() });
  };
  const when = opensWhen;
  if (when) {
    ask(when.numbers, 'number', () => among(when.numbers, calledNumber));
    ask(when.campaigns, 'campaign', () => among(when.campaigns, campaign));
    ask(when.queues, 'queue', () => among(when.queues, queue));
  }
  const byReason = among(reasonCodes, moment.numberReason) ?? among(reasonCodes, moment.reason);
  const untold = moment.numberReason === null && moment.reason === null;
  const byCase = when && untold ? among(when.cases ?? [], moment.openCase ?? null) : null;
  if (byReason === null && byCase !== null) asked.push({ by: 'case', met: byCase });
  else ask([...reasonCodes, ...(when?.cases ?? [])], 'reason', () => byReason);
  if (when) {
    ask(when.segments, 'segment', () => segmentMet(when, moment));
    ask(when.languages, 'language', () => among(when.languages, language));
    ask(when.hours, 'hours', () => within(when, moment));
  }
  return asked;
};

const fits = (script: Script, moment: SpeechMoment): boolean =>
  script.brandId === moment.brandId &&
  script.direction === moment.direction &&
  askedBy(script, moment).every(({ met }) => met !== null);

const speaks = (script: Script, language: SpeechMoment['language']): boolean =>
  languagesOf(script).includes(language);

/** One digit for each thing, the most telling first: compared as words are. */
const rankOf = (script: Script, moment: SpeechMoment): string => {
  const asked = new Set(askedBy(script, moment).map(({ by }) => by));
  const digit = (yes: boolean) => (yes ? '1' : '0');
  const byNumberReason = among(script.reasonCodes, moment.numberReason) !== null;
  return [
    speaks(script, moment.language),
    asked.has('number'),
    asked.has('campaign'),
    asked.has('queue'),
    byNumberReason,
    asked.has('reason') || asked.has('case'),
    asked.has('segment'),
    asked.has('language'),
    asked.has('hours'),
  ]
    .map(digit)
    .join('');
};

const newestFirst = (a: Script, b: Script): number =>
  b.publishedAt.localeCompare(a.publishedAt) ||
  b.version - a.version ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

const explain = (script: Script, moment: SpeechMoment): BecauseSpeech[] => {
  const { calledNumber, direction, brandId, language } = moment;
  const because: BecauseSpeech[] = [];
  if (calledNumber !== null && direction === 'inbound')
    because.push({ by: 'number', value: calledNumber });
  because.push({ by: 'brand', value: brandId });
  const isNamed = moment.campaignSpeech === script.id;
  if (isNamed) because.push({ by: 'campaign', value: moment.campaign ?? '' });
  for (const { by, met } of askedBy(script, moment))
    if (by !== 'number' && !(isNamed && by === 'campaign') && met !== null)
      because.push({ by, value: met });
  if (!speaks(script, language)) because.push({ by: 'other-language', value: script.locale });
  return because;
};

const tried = (
  script: Script,
  held: HeldSpeeches,
  said: readonly Script[],
  moment: SpeechMoment,
): ChosenSpeech | null => {
  const running = [...(held.experiments ?? [])]
    .filter((one) => one.scriptId === script.id && runsAt(one, moment.atMs))
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (running === undefined) return null;
  const arm = armOf(running, moment.who);
  const version = [...said, ...(held.trialScripts ?? [])].find(
    (one) => one.id === script.id && one.version === arm?.version,
  );
  // A version that was withdrawn, or is not for this moment, is said to nobody: the other one is.
  if (arm === undefined || version === undefined || !fits(version, moment)) return null;
  const experiment = { id: running.id, arm: arm.id };
  return { script: version, because: explain(version, moment), experiment };
};

const namedSpeech = (said: readonly Script[], moment: SpeechMoment): Script | undefined =>
  said.find(
    ({ id, brandId, direction }) =>
      id === moment.campaignSpeech && brandId === moment.brandId && direction === moment.direction,
  );

const fittest = (said: readonly Script[], moment: SpeechMoment): Script | undefined =>
  said
    .filter((one) => fits(one, moment))
    .map((one) => ({ one, rank: rankOf(one, moment) }))
    .sort((a, b) => (a.rank === b.rank ? newestFirst(a.one, b.one) : a.rank < b.rank ? 1 : -1))
    .map(({ one }) => one)[0];

/** null when the brand has published nothing that fits. */
export const chooseSpeech = (held: HeldSpeeches, moment: SpeechMoment): ChosenSpeech | null => {
  const said = saidAt([...held.scripts, ...(held.upcomingScripts ?? [])], moment.atMs);
  const script = namedSpeech(said, moment) ?? fittest(said, moment);
  if (script === undefined) return null;
  const plain = { script, because: explain(script, moment), experiment: null };
  return tried(script, held, said, moment) ?? plain;
};

/** The version that a call began with, as long as this desktop holds it. */
export const heldVersion = (
  held: HeldSpeeches,
  key: { readonly id: string; readonly version: number } | null,
): Script | null =>
  key === null
    ? null
    : ([
        ...held.scripts,
        ...(held.upcomingScripts ?? []),
        ...(held.retiredScripts ?? []),
        ...(held.trialScripts ?? []),
      ].find(({ id, version }) => id === key.id && version === key.version) ?? null);
