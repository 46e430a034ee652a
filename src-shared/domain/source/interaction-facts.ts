/** One interaction out of what its source said of it: it happened, and what was corrected later. */
import type { Channel, Direction } from '../interaction/channel.ts';
import type { Outcome } from '../interaction/interaction.ts';
import type { Satisfaction } from '../survey/satisfaction-answer.ts';
import { type Dated, inOrder } from './facts.ts';

/** What a source may say, and correct, of an interaction. */
export type Told = {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly zone: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly outcome: Outcome;
  readonly title: string;
  readonly customerWords: string | null;
  readonly summary: string | null;
  readonly reasonCode: string | null;
  readonly queue: string | null;
  readonly satisfaction?: Satisfaction | null;
};

export type InteractionFact =
  | { readonly kind: 'happened'; readonly told: Told }
  | { readonly kind: 'corrected'; readonly why: string; readonly change: Partial<Told> };

/** What it was before, when it was corrected and why. */
export type Step = {
  readonly at: string;
  readonly key: string;
  readonly why: string;
  readonly before: Told;
};
export type Folded = {
  readonly told: Told;
  readonly steps: readonly Step[];
  /** Corrections after which it would end before it began: they are not made. */
  readonly contrary: ReadonlySet<string>;
};

/** Null while only corrections are there: they wait for their interaction. */
export const foldInteraction = (facts: readonly Dated<InteractionFact>[]): Folded | null => {
  const ordered = inOrder(facts);
  const first = ordered.find(({ fact }) => fact.kind === 'happened');
  if (first?.fact.kind !== 'happened') return null;
  let told = first.fact.told;
  const steps: Step[] = [];
  const contrary = new Set<string>();
  for (const one of ordered) {
    if (one === first) continue;
    const { at, key, fact } = one;
    const change = fact.kind === 'happened' ? fact.told : fact.change;
    const why = fact.kind === 'happened' ? '' : fact.why;
    const next = { ...told, ...change };
    if (next.endedAt !== null && next.endedAt < next.startedAt) {
      contrary.add(key);
      continue;
    }
    steps.push({ at, key, why, before: told });
    told = next;
  }
  return { told, steps, contrary };
};
