/** Why a customer may be calling, from what is open, unanswered, broken off or recent. */
import { type Callback, isPromise } from '../callback/callback.ts';
import type { CustomerCase } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type Ivr, ivrWords } from '../ivr/ivr.ts';

export type LikelyReason = {
  readonly kind:
    | 'open-case'
    | 'unanswered'
    | 'abandoned'
    | 'recent-order'
    | 'callback-due'
    | 'returned-call'
    | 'ivr';
  readonly title: string;
  readonly at: string | null;
  readonly channel: string | null;
  readonly verdict: 'almost-sure' | 'likely' | 'possible';
};

type Known = {
  readonly cases: readonly CustomerCase[];
  readonly callbacks: readonly Callback[];
  readonly interactions: readonly Interaction[];
};

const dayMs = 86_400_000;
const written = new Set(['email', 'form', 'chat', 'sms', 'social', 'post']);

const fromCases = ({ cases }: Known, brandId: string): LikelyReason[] =>
  cases
    .filter((one) => one.brandId === brandId && (one.status === 'open' || one.status === 'waiting'))
    .map((one) => ({
      kind: 'open-case',
      title: one.title,
      at: one.openedAt,
      channel: null,
      verdict: one.kind === 'complaint' ? 'almost-sure' : 'likely',
    }));

const fromInteractions = (
  { interactions }: Known,
  brandId: string,
  now: number,
): LikelyReason[] => {
  const recent = interactions.filter(
    (one) =>
      one.brandId === brandId &&
      now - Date.parse(one.startedAt) < 14 * dayMs &&
      Date.parse(one.startedAt) <= now,
  );
  const reasons: LikelyReason[] = [];
  for (const one of recent) {
    const base = { title: one.title, at: one.startedAt, channel: one.channel };
    const ageMs = now - Date.parse(one.startedAt);
    if (one.direction === 'inbound' && written.has(one.channel) && one.outcome === 'unanswered') {
      reasons.push({ ...base, kind: 'unanswered', verdict: 'almost-sure' });
    } else if (one.outcome === 'abandoned' && ageMs < dayMs) {
      reasons.push({ ...base, kind: 'abandoned', verdict: 'likely' });
    } else if (
      one.channel === 'phone' &&
      one.direction === 'outbound' &&
      one.outcome === 'no-answer' &&
      ageMs < 2 * dayMs
    ) {
      reasons.push({ ...base, kind: 'returned-call', verdict: 'likely' });
    } else if (one.channel === 'web' && one.direction === 'inbound' && one.outcome === 'done') {
      reasons.push({ ...base, kind: 'recent-order', verdict: 'possible' });
    }
  }
  return reasons;
};

const order = { 'almost-sure': 0, likely: 1, possible: 2 } as const;

/** At most three, most likely first. */
export const likelyReasons = (known: Known, brandId: string, now: number): LikelyReason[] => {
  const due: LikelyReason[] = known.callbacks
    .filter(
      (one) =>
        one.brandId === brandId &&
        one.status === 'open' &&
        isPromise(one.kind) &&
        Math.abs(Date.parse(one.dueAt) - now) < dayMs,
    )
    .map((one) => ({
      kind: 'callback-due',
      title: one.reason,
      at: one.dueAt,
      channel: null,
      verdict: 'likely',
    }));
  return [...fromCases(known, brandId), ...due, ...fromInteractions(known, brandId, now)]
    .sort((a, b) => order[a.verdict] - order[b.verdict] || (b.at ?? '').localeCompare(a.at ?? ''))
    .slice(0, 3);
};

/** What the choice at the voice server stands for comes first: nothing is likelier than his own word. */
export const withIvrReason = (
  reasons: readonly LikelyReason[],
  ivr: Ivr | undefined,
  reasonLabel: string | null,
): LikelyReason[] => {
  const title = reasonLabel ?? (ivr === undefined ? null : ivrWords(ivr).choice);
  if (title === null) return [...reasons];
  const own = { kind: 'ivr', title, at: null, channel: null, verdict: 'almost-sure' } as const;
  return [own, ...reasons.filter(({ kind }) => kind !== 'ivr')].slice(0, 3);
};
