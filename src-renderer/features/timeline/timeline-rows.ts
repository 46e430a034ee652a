/**
 * The rows of the thread: heads of days, exchanges newest first, and the breaks where an exchange
 * failed on one channel and went on in another. Pure.
 */
import type { Channel } from '@shared/domain/interaction/channel.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { satisfactionByContact, surveyedContact } from '@shared/domain/survey/surveyed-contact.ts';
import { brokenBefore, hasFailed } from '@shared/domain/thread/break-point.ts';
import { threadsOf } from '@shared/domain/thread/threads-of.ts';

export type DayHead =
  | { readonly kind: 'today' }
  | { readonly kind: 'yesterday' }
  | { readonly kind: 'day' | 'month' | 'month-year'; readonly at: string };

export type OtherHalf = {
  readonly interaction: Interaction;
  /** From one half to the other, in milliseconds. */
  readonly afterMs: number;
};

/** The exchange in progress, as far as a break before it can be told. */
export type CurrentExchange = Pick<
  Interaction,
  'channel' | 'direction' | 'startedAt' | 'brandId' | 'threadId'
>;

export type TimelineRow =
  | { readonly type: 'current'; readonly key: 'current' }
  | { readonly type: 'head'; readonly key: string; readonly head: DayHead }
  | {
      readonly type: 'entry';
      readonly key: string;
      readonly interaction: Interaction;
      /** The answer to this exchange, or the exchange that this one answers. */
      readonly other: OtherHalf | null;
      /** Something the customer wrote that nobody answered. */
      readonly unanswered: boolean;
      /** The answer of a survey that was about it. */
      readonly rated: Interaction | null;
      /** What this answer of a survey is about. */
      readonly about: Interaction | null;
    }
  | {
      readonly type: 'break';
      readonly key: string;
      readonly from: Channel;
      readonly to: Channel;
      readonly afterMs: number;
    };

export type TimelineFilter = {
  readonly channel: Channel | null;
  readonly brandId: string | null;
  /** Only what began less than so many days ago. */
  readonly days: number | null;
};

export const everything: TimelineFilter = { channel: null, brandId: null, days: null };

const dayMs = 86_400_000;
const written: ReadonlySet<Channel> = new Set([
  'email',
  'form',
  'chat',
  'post',
  'social',
  'sms',
  'app',
]);

/** Times of one form, compared as they are written: by a locale ten thousand take many frames. */
const newestFirst = (a: Interaction, b: Interaction): number => {
  if (a.startedAt === b.startedAt) return 0;
  return a.startedAt < b.startedAt ? 1 : -1;
};

const headOf = (startedAt: string, nowMs: number): DayHead => {
  const at = new Date(startedAt);
  const now = new Date(nowMs);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (at.getTime() >= midnight) return { kind: 'today' };
  if (at.getTime() >= midnight - dayMs) return { kind: 'yesterday' };
  if (at.getTime() >= midnight - 6 * dayMs) return { kind: 'day', at: startedAt };
  const kind = at.getFullYear() === now.getFullYear() ? 'month' : 'month-year';
  return { kind, at: startedAt };
};

const headKey = (head: DayHead): string => {
  if (head.kind === 'today' || head.kind === 'yesterday') return head.kind;
  return `${head.kind} ${head.at.slice(0, head.kind === 'day' ? 10 : 7)}`;
};

const matches = (one: Interaction, filter: TimelineFilter, nowMs: number): boolean =>
  (filter.channel === null || one.channel === filter.channel) &&
  (filter.brandId === null || one.brandId === filter.brandId) &&
  (filter.days === null || nowMs - Date.parse(one.startedAt) <= filter.days * dayMs);

/** The hub's threads, and by the same rule those of what the hub has not seen yet. */
const threadsIn = (all: readonly Interaction[]): ReadonlyMap<Interaction, string> => {
  const rows = all.map((one) => ({
    ...one,
    conversation: one.threadId,
    answers: one.message?.inReplyTo,
  }));
  const found = threadsOf(rows, []);
  return new Map(
    all.flatMap((one) => {
      const threadId = found.get(one.id) ?? null;
      return threadId === null ? [] : [[one, threadId] as const];
    }),
  );
};

/** Exchanges of one thread, oldest first. */
const byThread = (
  threadOf: ReadonlyMap<Interaction, string>,
): ReadonlyMap<string, Interaction[]> => {
  const threads = new Map<string, Interaction[]>();
  for (const [one, threadId] of threadOf) {
    const thread = threads.get(threadId) ?? [];
    thread.push(one);
    threads.set(threadId, thread);
  }
  for (const thread of threads.values()) thread.sort((a, b) => -newestFirst(a, b));
  return threads;
};

/** The nearest exchange of the other direction: for what came in the answer, else the question. */
const otherHalf = (one: Interaction, thread: readonly Interaction[]): OtherHalf | null => {
  const at = thread.indexOf(one);
  const others = one.direction === 'inbound' ? thread.slice(at + 1) : thread.slice(0, at).reverse();
  const found = others.find(
    (other) => other.direction !== one.direction && !hasFailed(other.outcome),
  );
  if (found === undefined) return null;
  const afterMs = Math.abs(Date.parse(found.startedAt) - Date.parse(one.startedAt));
  return { interaction: found, afterMs };
};

const breakRow = (
  later: CurrentExchange,
  earlier: Interaction | undefined,
  key: string,
): TimelineRow[] => {
  const afterMs = brokenBefore(later, earlier);
  if (afterMs === null || earlier === undefined) return [];
  return [
    { type: 'break', key: `break ${key}`, from: earlier.channel, to: later.channel, afterMs },
  ];
};

type Around = {
  readonly all: readonly Interaction[];
  readonly threads: ReadonlyMap<string, Interaction[]>;
  readonly rated: ReadonlyMap<string, Interaction>;
};

const entryRow = (
  interaction: Interaction,
  { all, threads, rated }: Around,
  threadId: string | undefined,
): TimelineRow => {
  const thread = threadId === undefined ? [] : (threads.get(threadId) ?? []);
  const other = otherHalf(interaction, thread);
  const unanswered =
    other === null &&
    interaction.direction === 'inbound' &&
    written.has(interaction.channel) &&
    interaction.outcome === 'unanswered';
  return {
    type: 'entry',
    key: interaction.id,
    interaction,
    other,
    unanswered,
    rated: rated.get(interaction.id) ?? null,
    about: interaction.satisfaction == null ? null : surveyedContact(all, interaction),
  };
};

/** @param current the call in progress, which stands on top whatever the filter */
export const timelineRows = (
  all: readonly Interaction[],
  filter: TimelineFilter,
  nowMs: number,
  current: CurrentExchange | null,
): TimelineRow[] => {
  const threadOf = threadsIn(all);
  const around = { all, threads: byThread(threadOf), rated: satisfactionByContact(all) };
  const shown = all.filter((one) => matches(one, filter, nowMs)).sort(newestFirst);
  const rows: TimelineRow[] = [];
  let lastHead = '';
  const addHead = (startedAt: string) => {
    const head = headOf(startedAt, nowMs);
    if (headKey(head) === lastHead) return;
    lastHead = headKey(head);
    rows.push({ type: 'head', key: lastHead, head });
  };
  if (current !== null) {
    addHead(current.startedAt);
    rows.push({ type: 'current', key: 'current' }, ...breakRow(current, shown[0], 'current'));
  }
  for (const [at, interaction] of shown.entries()) {
    addHead(interaction.startedAt);
    rows.push(
      entryRow(interaction, around, threadOf.get(interaction)),
      ...breakRow(interaction, shown[at + 1], interaction.id),
    );
  }
  return rows;
};

/** Channels that occur, most frequent first: one filter each. */
export const channelsOf = (all: readonly Interaction[]): Channel[] => {
  const counts = new Map<Channel, number>();
  for (const { channel } of all) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([channel]) => channel);
};
