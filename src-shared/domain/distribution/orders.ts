/** What has to be ordered so that the switch is as it is wanted; nothing of what is not driven from here. */
import type { WantedMember } from './wanted.ts';

export type PresentMember = {
  readonly extension: string;
  readonly penalty: number;
  readonly isPaused: boolean;
  readonly pauseReason: string;
  /** Written into the switch's own configuration. */
  readonly isFixed: boolean;
};

export type MemberOrder =
  | {
      readonly order: 'join';
      readonly queue: string;
      readonly extension: string;
      readonly penalty: number;
    }
  | { readonly order: 'leave'; readonly queue: string; readonly extension: string }
  | {
      readonly order: 'penalty';
      readonly queue: string;
      readonly extension: string;
      readonly penalty: number;
    }
  | {
      readonly order: 'pause';
      readonly queue: string;
      readonly extension: string;
      readonly reason: string;
    }
  | { readonly order: 'resume'; readonly queue: string; readonly extension: string };

/** Tells a pause of ours from one that somebody made at the telephone or in the switch. */
const mark = 'Parlance: ';
export const pauseReasonOf = (reason: string): string => `${mark}${reason}`;

const pauseOrders = (
  { queue, extension, pause }: WantedMember,
  present: PresentMember | undefined,
): MemberOrder[] => {
  const isOurs = present?.isPaused === true && present.pauseReason.startsWith(mark);
  if (pause === null) return isOurs ? [{ order: 'resume', queue, extension }] : [];
  const reason = pauseReasonOf(pause);
  // Whoever paused otherwise stays so, under the reason that was given there.
  if (present?.isPaused === true && (!isOurs || present.pauseReason === reason)) return [];
  return [{ order: 'pause', queue, extension, reason }];
};

const memberOrders = (wanted: WantedMember, present: PresentMember | undefined): MemberOrder[] => {
  const { queue, extension, penalty } = wanted;
  if (present === undefined)
    return [{ order: 'join', queue, extension, penalty }, ...pauseOrders(wanted, present)];
  const later: MemberOrder[] =
    present.penalty === penalty ? [] : [{ order: 'penalty', queue, extension, penalty }];
  return [...later, ...pauseOrders(wanted, present)];
};

/**
 * @param driven queues that are driven from here; a queue that the switch does not have is left alone
 * @param known extensions of people whom Parlance knows: others stay where they are
 */
export const ordersFor = (
  wanted: readonly WantedMember[],
  present: ReadonlyMap<string, readonly PresentMember[]>,
  { driven, known }: { readonly driven: readonly string[]; readonly known: ReadonlySet<string> },
): MemberOrder[] =>
  driven.flatMap((queue): MemberOrder[] => {
    const there = present.get(queue);
    if (there === undefined) return [];
    const here = wanted.filter((one) => one.queue === queue);
    const leaving = there
      .filter(({ extension, isFixed }) => !isFixed && known.has(extension))
      .filter(({ extension }) => !here.some((one) => one.extension === extension))
      .map(({ extension }): MemberOrder => ({ order: 'leave', queue, extension }));
    const staying = here.flatMap((one) =>
      memberOrders(
        one,
        there.find(({ extension }) => extension === one.extension),
      ),
    );
    return [...leaving, ...staying];
  });
