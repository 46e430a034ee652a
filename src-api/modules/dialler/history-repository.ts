/** What the pace is learned from, and what became of the calls of a day. */
import type { HubTables } from '@api/db/tables.ts';
import { durationsOf } from '@shared/domain/campaign/durations.ts';
import type { PacingHistory } from '@shared/domain/campaign/pacing.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** How many of the last calls say how people answer now, and how long it takes. */
const REMEMBERED = 300;

export type DayCounts = {
  readonly dialled: number;
  readonly answered: number;
  readonly reached: number;
  readonly busy: number;
  readonly noAnswer: number;
  readonly machine: number;
  readonly wrongNumber: number;
  readonly failed: number;
  readonly abandoned: number;
  readonly refused: number;
};

export const countDay = async (db: Db, campaignId: string, from: string): Promise<DayCounts> => {
  const { rows } = await sql<DayCounts>`
    select count(*)::int as dialled,
      count(answered_at)::int as answered,
      count(*) filter (where result = 'reached')::int as reached,
      count(*) filter (where result = 'busy')::int as busy,
      count(*) filter (where result = 'no-answer')::int as "noAnswer",
      count(*) filter (where result = 'machine')::int as machine,
      count(*) filter (where result = 'wrong-number')::int as "wrongNumber",
      count(*) filter (where result = 'failed')::int as failed,
      count(*) filter (where result = 'abandoned')::int as abandoned,
      (select count(*)::int from dial_decisions where campaign_id = ${campaignId}
        and way = 'dialler' and at >= ${from} and not allowed) as refused
    from dialled_calls where campaign_id = ${campaignId} and placed_at >= ${from}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count is one row');
  return row;
};

export type Machines = {
  readonly because: string;
  readonly count: number;
  readonly called: number;
  readonly reached: number;
};

/** Taken for machines of a day, by the first word of the reason; measures follow it. */
export const findMachines = async (
  db: Db,
  campaignId: string,
  from: string,
): Promise<Machines[]> => {
  const { rows } = await sql<Machines>`
    select split_part(coalesce(call.heard_because, ''), '-', 1) as because, count(*)::int as count,
      count(*) filter (where later.called)::int as called,
      count(*) filter (where later.reached)::int as reached
    from dialled_calls call
    left join lateral (
      select true as called, bool_or(made.result = 'reached') as reached from campaign_attempts made
      where made.contact_id = call.contact_id and made.at > call.placed_at and made.advisor_id is not null
        and not exists (select from dialled_calls other
          where other.contact_id = made.contact_id and other.placed_at = made.at)
      having count(*) > 0
    ) later on true
    where call.campaign_id = ${campaignId} and call.placed_at >= ${from} and call.result = 'machine'
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
};

type Learned = {
  readonly rang: number | null;
  readonly handled: number | null;
  readonly answered: boolean;
};

export const findPacingHistory = async (
  db: Db,
  campaignId: string,
  { answered, abandoned }: Pick<DayCounts, 'answered' | 'abandoned'>,
): Promise<Omit<PacingHistory, 'limitReached'>> => {
  const { rows } = await sql<Learned>`
    select extract(epoch from answered_at - placed_at)::float8 as rang,
      extract(epoch from handled_at - taken_at)::float8 as handled,
      answered_at is not null as answered
    from dialled_calls where campaign_id = ${campaignId} and ended_at is not null
      and result <> 'failed'
    order by placed_at desc limit ${REMEMBERED}`.execute(db);
  const present = (values: readonly (number | null)[]) =>
    durationsOf(values.filter((one) => one !== null));
  return {
    lately: { dialled: rows.length, answered: rows.filter((one) => one.answered).length },
    answered,
    abandoned,
    ringS: present(rows.map(({ rang }) => rang)),
    handlingS: present(rows.map(({ handled }) => handled)),
  };
};
