/** What queues achieved, with each figure's definition in words; and the times of which nothing is known. */
import type { QueueCall } from './queue-call.ts';

export type QueueTarget = {
  /** A call taken within it is taken in time. */
  readonly targetS: number;
  /** Who hangs up sooner is counted apart: she dialled wrongly, or thought better of it. */
  readonly shortS: number;
};
export const usualTarget: QueueTarget = { targetS: 20, shortS: 5 };

export type QueueFigures = {
  readonly offered: number;
  readonly taken: number;
  readonly inTime: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly otherwiseLeft: number;
  readonly unknown: number;
  readonly serviceLevel: number | null;
  readonly averageWaitS: number | null;
  readonly longestWaitS: number | null;
  readonly talkS: number;
  readonly averageTalkS: number | null;
};

/** Calls that are alike in all that counts. */
export type CallGroup = Pick<QueueCall, 'queue' | 'outcome' | 'waitedS'> & {
  readonly calls: number;
  /** Those of them whose end was heard, and how long they were talked in together. */
  readonly talks: number;
  readonly talkS: number;
};

export const groupOf = ({ queue, outcome, waitedS, talkedS }: QueueCall): CallGroup => ({
  queue,
  outcome,
  waitedS,
  calls: 1,
  talks: talkedS === null ? 0 : 1,
  talkS: talkedS ?? 0,
});

const sum = (groups: readonly CallGroup[], of: (group: CallGroup) => number): number =>
  groups.reduce((total, group) => total + of(group), 0);
const count = (groups: readonly CallGroup[]): number => sum(groups, ({ calls }) => calls);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const queueFigures = (
  groups: readonly CallGroup[],
  targetOf: (queue: string) => QueueTarget,
): QueueFigures => {
  const taken = groups.filter(({ outcome }) => outcome === 'taken');
  const heard = taken.filter(({ waitedS }) => waitedS !== null);
  const inTime = heard.filter(({ queue, waitedS }) => (waitedS ?? 0) <= targetOf(queue).targetS);
  const hungUp = groups.filter(({ outcome }) => outcome === 'hung-up');
  const short = hungUp.filter(({ queue, waitedS }) => (waitedS ?? 0) < targetOf(queue).shortS);
  const unknown = groups.filter(({ outcome }) => outcome === 'waiting');
  const offered = count(groups);
  const talkS = sum(taken, (group) => group.talkS);
  const waits = groups.flatMap(({ waitedS }) => waitedS ?? []);
  return {
    offered,
    taken: count(taken),
    inTime: count(inTime),
    abandoned: count(hungUp) - count(short),
    shortAbandoned: count(short),
    otherwiseLeft: offered - count(taken) - count(hungUp) - count(unknown),
    unknown: count(unknown),
    serviceLevel: share(count(inTime), offered - count(short) - count(unknown)),
    averageWaitS: share(
      sum(heard, ({ waitedS, calls }) => (waitedS ?? 0) * calls),
      count(heard),
    ),
    longestWaitS: waits.length === 0 ? null : waits.reduce((most, wait) => Math.max(most, wait)),
    talkS,
    averageTalkS: share(
      talkS,
      sum(taken, ({ talks }) => talks),
    ),
  };
};

type Words = { readonly fr: string; readonly en: string };

export const figureWords: { readonly [figure in keyof QueueFigures]: Words } = {
  offered: {
    fr: 'Appels entrés dans la file pendant la période, par heure d’entrée ; un appel qui y revient compte à nouveau.',
    en: 'Calls that entered the queue in this time, by when they entered; one that comes back counts again.',
  },
  taken: {
    fr: 'Appels qu’un conseiller a pris.',
    en: 'Calls that an advisor took.',
  },
  inTime: {
    fr: 'Appels pris en attendant au plus la cible de la file (20 s par défaut).',
    en: 'Calls taken after a wait of no more than the queue’s target (20 s unless set).',
  },
  abandoned: {
    fr: 'Appelants qui ont raccroché en attendant, hors abandons courts.',
    en: 'Callers who hung up while they waited, short ones apart.',
  },
  shortAbandoned: {
    fr: 'Appelants qui ont raccroché avant la limite courte (5 s par défaut).',
    en: 'Callers who hung up before the short limit (5 s unless set).',
  },
  otherwiseLeft: {
    fr: 'Appels sortis de la file autrement : attente maximale atteinte, personne de présent, renvoi.',
    en: 'Calls that left the queue otherwise: waited as long as they may, nobody there, sent on.',
  },
  unknown: {
    fr: 'Appels qui attendent encore, ou dont la fin n’a pas été entendue.',
    en: 'Calls that still wait, or whose end was not heard.',
  },
  serviceLevel: {
    fr: 'Appels pris à temps ÷ (appels entrés − abandons courts − fins inconnues).',
    en: 'Calls taken in time ÷ (calls that entered − short abandoned ones − unknown ends).',
  },
  averageWaitS: {
    fr: 'Attente moyenne des appels pris, en secondes du commutateur.',
    en: 'Average wait of the calls taken, in the switch’s seconds.',
  },
  longestWaitS: {
    fr: 'La plus longue attente, appel pris ou non.',
    en: 'The longest wait, whether the call was taken or not.',
  },
  talkS: {
    fr: 'Durée en communication des appels pris, mises en garde comprises, jusqu’à la fin de l’appel.',
    en: 'Time in the calls that were taken, holds included, until they ended.',
  },
  averageTalkS: {
    fr: 'Durée moyenne en communication des appels dont la fin est connue.',
    en: 'Average time in calls whose end is known.',
  },
};

export type Span = { readonly from: number; readonly until: number };

/** What of a span was not heard, by anybody. */
export const gapsIn = ({ from, until }: Span, heard: readonly Span[]): Span[] => {
  const gaps: Span[] = [];
  let since = from;
  for (const span of [...heard].sort((a, b) => a.from - b.from)) {
    if (span.from > since && since < until)
      gaps.push({ from: since, until: Math.min(span.from, until) });
    since = Math.max(since, span.until);
  }
  if (since < until) gaps.push({ from: since, until });
  return gaps;
};
