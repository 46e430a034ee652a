/**
 * What became of calls in queues, folded from what the switch told and from what its log says. Both tell
 * the same things, in any order, twice, or not at all: a fact is the same one within two seconds.
 */
type LeftBecause = 'hung-up' | 'too-long' | 'nobody-there' | 'sent-on';

type About = {
  readonly queue: string;
  /** The caller's own leg, as the switch's queue log names it. */
  readonly legId: string;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly at: number;
};
export type QueueFact = About &
  (
    | { readonly kind: 'joined' }
    | { readonly kind: 'taken'; readonly waitedS: number; readonly agent: string }
    | {
        readonly kind: 'left';
        readonly waitedS: number;
        readonly because: LeftBecause;
      }
    | { readonly kind: 'ended'; readonly talkedS: number }
  );

export type QueueCall = {
  readonly queue: string;
  readonly legId: string;
  readonly joinedAt: number;
  /** `waiting` too where its end was not heard. */
  readonly outcome: 'waiting' | 'taken' | LeftBecause;
  readonly waitedS: number | null;
  /** Null: it still is talked in, or its end was not heard. */
  readonly talkedS: number | null;
};

const sameWithinMs = 2000;
const order = ['joined', 'taken', 'left', 'ended'] as const;
const placeOf = ({ kind }: QueueFact): number => order.indexOf(kind);

const isSame = (one: QueueFact, other: QueueFact): boolean =>
  one.queue === other.queue &&
  one.legId === other.legId &&
  one.kind === other.kind &&
  Math.abs(one.at - other.at) <= sameWithinMs;

/** Of some facts those that are not among the known ones, each once. */
export const newFacts = (known: readonly QueueFact[], told: readonly QueueFact[]): QueueFact[] => {
  const added: QueueFact[] = [];
  const byLeg = new Map<string, QueueFact[]>();
  const ofLeg = ({ queue, legId }: QueueFact): QueueFact[] => {
    const key = `${queue}\n${legId}`;
    const facts = byLeg.get(key) ?? [];
    byLeg.set(key, facts);
    return facts;
  };
  for (const fact of known) ofLeg(fact).push(fact);
  for (const fact of told) {
    const facts = ofLeg(fact);
    if (facts.some((one) => isSame(one, fact))) continue;
    facts.push(fact);
    added.push(fact);
  }
  return added;
};

type Visit = { -readonly [key in keyof QueueCall]: QueueCall[key] };

const taken = (visits: Visit[], make: (joinedAt: number) => Visit, fact: QueueFact): void => {
  if (fact.kind !== 'taken' && fact.kind !== 'left') return;
  const open = visits.at(-1);
  const visit = open?.outcome === 'waiting' ? open : make(fact.at - fact.waitedS * 1000);
  visit.outcome = fact.kind === 'taken' ? 'taken' : fact.because;
  visit.waitedS = fact.waitedS;
};

/** The calls of one leg in one queue: it may come back to it. */
const visitsOf = (facts: readonly QueueFact[]): QueueCall[] => {
  const visits: Visit[] = [];
  for (const fact of [...facts].sort((a, b) => a.at - b.at || placeOf(a) - placeOf(b))) {
    const { queue, legId } = fact;
    const make = (joinedAt: number, outcome: QueueCall['outcome'] = 'waiting'): Visit => {
      const visit: Visit = { queue, legId, joinedAt, outcome, waitedS: null, talkedS: null };
      visits.push(visit);
      return visit;
    };
    if (fact.kind === 'joined') make(fact.at);
    else if (fact.kind !== 'ended') taken(visits, make, fact);
    else {
      const last = visits.at(-1);
      const isOpen =
        last !== undefined && last.talkedS === null && /^(taken|waiting)$/.test(last.outcome);
      const visit = isOpen ? last : make(fact.at - fact.talkedS * 1000, 'taken');
      visit.outcome = 'taken';
      visit.talkedS = fact.talkedS;
    }
  }
  return visits;
};

/** All calls that these facts tell of. */
export const queueCalls = (facts: readonly QueueFact[]): QueueCall[] => {
  const byLeg = new Map<string, QueueFact[]>();
  for (const fact of newFacts([], facts)) {
    const key = `${fact.queue}\n${fact.legId}`;
    byLeg.set(key, [...(byLeg.get(key) ?? []), fact]);
  }
  return [...byLeg.values()].flatMap(visitsOf);
};
