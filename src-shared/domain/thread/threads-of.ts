/**
 * Which exchanges of one customer are one matter, over all channels (THREAD-1 to THREAD-7). Links come
 * first from what the sender says (a conversation, a reply), then from a case, then from the same
 * reason soon after, then from a talk that was written after, then from an exchange that broke off and went on elsewhere. Depends on the set
 * of exchanges alone, never on the order in which they became known. Pure.
 */
import type { CustomerCase } from '../customer/customer.ts';
import type { Channel } from '../interaction/channel.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { brokenBefore, hasFailed } from './break-point.ts';
import { oldestFirst } from './oldest-first.ts';

/** Something about the same reason later than this is another matter. */
export const matterWithinMs = 7 * 86_400_000;
/** What she writes later than this after a talk may be about anything. */
const afterTalkMs = 86_400_000;

const talks: ReadonlySet<Channel> = new Set([
  'phone',
  'chat',
  'counter',
  'store',
  'representative',
]);
const writes: ReadonlySet<Channel> = new Set(['email', 'sms', 'form', 'app', 'social']);

export type Exchange = Pick<
  Interaction,
  | 'id'
  | 'channel'
  | 'direction'
  | 'startedAt'
  | 'endedAt'
  | 'outcome'
  | 'brandId'
  | 'threadId'
  | 'caseId'
  | 'reasonCode'
  | 'title'
> & {
  /** The sender's name of this exchange, of its conversation, and of the one that it answers. */
  readonly own?: string | null;
  readonly conversation?: string | null;
  readonly repliesTo?: string | null;
  /** The exchange that it answers, by its id: an advisor wrote it here. */
  readonly answers?: string | null | undefined;
};
type KnownCase = Pick<
  CustomerCase,
  'id' | 'brandId' | 'reference' | 'status' | 'openedAt' | 'updatedAt'
>;

/** Sets that are joined pair by pair. */
class Joined {
  readonly #parent = new Map<string, string>();
  of(id: string): string {
    const parent = this.#parent.get(id);
    if (parent === undefined || parent === id) return id;
    const root = this.of(parent);
    this.#parent.set(id, root);
    return root;
  }
  join(one: string, other: string): void {
    this.#parent.set(this.of(one), this.of(other));
  }
}

const isOpenAt = (one: KnownCase, at: string): boolean =>
  one.openedAt <= at && (['open', 'waiting'].includes(one.status) || one.updatedAt >= at);

const isWithin = (earlier: Exchange, later: Exchange, withinMs = matterWithinMs): boolean =>
  Date.parse(later.startedAt) - Date.parse(earlier.endedAt ?? earlier.startedAt) <= withinMs;

/** The reference as a word of its own: R-2081 is not named by R-20817. */
const names = (title: string, reference: string): boolean => {
  const [text, wanted] = [title.toUpperCase(), reference.toUpperCase()];
  const at = text.indexOf(wanted);
  const around = at === -1 ? '' : `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`;
  return at !== -1 && !/[\w-]/.test(around);
};

/** The case that it was filed under, or that its subject names. */
const caseOf = (row: Exchange, cases: readonly KnownCase[]): string | null =>
  row.caseId ??
  cases.find((one) => one.brandId === row.brandId && names(row.title, one.reference))?.id ??
  null;

type Links = {
  readonly joined: Joined;
  /** Joins a row with all that have the same key. */
  readonly under: (key: string, row: Exchange) => void;
};

const bySender = ({ under }: Links, row: Exchange, ids: ReadonlySet<string>): void => {
  if (row.own != null) under(`own ${row.own}`, row);
  if (row.repliesTo != null) under(`own ${row.repliesTo}`, row);
  if (row.conversation != null) under(`conversation ${row.conversation}`, row);
  // One that is the id of an exchange was made here, by this rule, and is made anew.
  if (row.threadId !== null && !ids.has(row.threadId)) under(`given ${row.threadId}`, row);
};

/** What follows something of its brand: the reason's last exchange, the open case's, the last talk. */
type Before = Map<string, Exchange>;

const byMatter = (
  { joined, under }: Links,
  row: Exchange,
  cases: readonly KnownCase[],
  before: Before,
): void => {
  const caseId = caseOf(row, cases);
  if (caseId !== null) {
    under(`case ${caseId}`, row);
    before.set(`case ${caseId}`, row);
  }
  if (row.reasonCode !== null) {
    const key = `reason ${row.brandId} ${row.reasonCode}`;
    const earlier = before.get(key);
    if (earlier !== undefined && isWithin(earlier, row)) joined.join(row.id, earlier.id);
    before.set(key, row);
  }
  if (caseId !== null || row.reasonCode !== null || row.direction !== 'inbound') return;
  const open = cases.filter((one) => one.brandId === row.brandId && isOpenAt(one, row.startedAt));
  const [only] = open;
  const earlier = only === undefined ? undefined : before.get(`case ${only.id}`);
  if (open.length === 1 && earlier !== undefined && isWithin(earlier, row)) {
    joined.join(row.id, earlier.id);
    return;
  }
  const talk = before.get(`talk ${row.brandId}`);
  const isNew = row.repliesTo == null && row.conversation == null;
  if (isNew && talk !== undefined && writes.has(row.channel) && isWithin(talk, row, afterTalkMs)) {
    joined.join(row.id, talk.id);
  }
};

/** The thread of each exchange: an id that its sender gave, else that of its oldest exchange. */
export const threadsOf = (
  rows: readonly Exchange[],
  cases: readonly KnownCase[],
): ReadonlyMap<string, string | null> => {
  const ordered = oldestFirst(rows);
  const ids = new Set(rows.map(({ id }) => id));
  const joined = new Joined();
  const firstOf = new Map<string, string>();
  const under = (key: string, row: Exchange) => {
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row.id);
    else joined.join(row.id, first);
  };
  const before: Before = new Map();
  ordered.forEach((row, at) => {
    bySender({ joined, under }, row, ids);
    if (row.answers != null && ids.has(row.answers)) joined.join(row.id, row.answers);
    byMatter({ joined, under }, row, cases, before);
    if (talks.has(row.channel) && !hasFailed(row.outcome)) before.set(`talk ${row.brandId}`, row);
    const earlier = ordered[at - 1];
    const goesOn = earlier !== undefined && hasFailed(earlier.outcome);
    if (
      goesOn &&
      brokenBefore({ ...row, threadId: null }, { ...earlier, threadId: null }) !== null
    ) {
      joined.join(row.id, earlier.id);
    }
  });
  const members = new Map<string, Exchange[]>();
  for (const row of ordered) {
    const root = joined.of(row.id);
    const group = members.get(root);
    if (group === undefined) members.set(root, [row]);
    else group.push(row);
  }
  const threads = new Map<string, string | null>();
  for (const group of members.values()) {
    const given = group.flatMap(({ threadId }) =>
      threadId !== null && !ids.has(threadId) ? [threadId] : [],
    );
    const thread = given.sort()[0] ?? (group.length > 1 ? (group[0]?.id ?? null) : null);
    for (const { id } of group) threads.set(id, thread);
  }
  return threads;
};
