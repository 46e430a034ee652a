/** The reports of the hub, gathered: one for each time that somebody took a series. Pure. */
import type { RunOf } from '@shared/contracts/http/role-plays.ts';
import type { Series } from '@shared/domain/role-play/role-play.ts';

export type PastTaking = {
  readonly takingId: string;
  readonly userId: string;
  readonly userName: string;
  /** Of the series; of the role-play where it was played alone. */
  readonly title: string;
  readonly passMark: number;
  /** Oldest first. */
  readonly runs: readonly RunOf[];
  readonly endedAt: string;
};

const passMarkAlone = 4;

/** Newest first, as the runs come. */
export const pastTakings = (runs: readonly RunOf[], series: readonly Series[]): PastTaking[] => {
  const byTaking = new Map<string, RunOf[]>();
  for (const run of runs) byTaking.set(run.takingId, [run, ...(byTaking.get(run.takingId) ?? [])]);
  return [...byTaking].flatMap(([takingId, played]) => {
    const last = played.at(-1);
    if (last === undefined) return [];
    const of = series.find(({ id }) => id === last.seriesId);
    const { userId, userName, endedAt } = last;
    const title = of?.title ?? last.title;
    return [
      {
        takingId,
        userId,
        userName,
        title,
        passMark: of?.passMark ?? passMarkAlone,
        runs: played,
        endedAt,
      },
    ];
  });
};
