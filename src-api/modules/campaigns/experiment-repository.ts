/** The people of a campaign for its experiment: everybody who was drawn, with what she did in her days. */
import type { HubTables } from '@api/db/tables.ts';
import type { ExperimentOutcome } from '@shared/domain/experiment/design.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { attemptsOf } from './figures-repository.ts';

type Db = Kysely<HubTables>;

export type DrawnPerson = {
  readonly id: string;
  readonly customerId: string;
  readonly addedAt: string;
  readonly control: boolean;
  /** Her days are over. */
  readonly isThrough: boolean;
  /** Null: nobody asked her, or she did not answer. */
  readonly did: boolean | null;
};

const satisfied = 0.75;

/** Within `days` after `one` came onto the list. */
const didSo = (outcome: ExperimentOutcome, brandId: string, days: number): RawBuilder<unknown> => {
  const within = (at: string) =>
    sql.raw(`${at} >= one.added_at and
    ${at} <= one.added_at + make_interval(days => ${Math.trunc(days)})`);
  switch (outcome) {
    case 'ordered':
      return sql`exists (select from orders where orders.customer_id = one.customer_id
        and orders.brand_id = ${brandId} and ${within('orders.placed_at')})`;
    case 'opposed':
      return sql`exists (select from consents said where said.customer_id = one.customer_id
        and said.brand_id = ${brandId} and said.status = 'opposed' and ${within('said.given_at')})`;
    case 'success':
      // Whom nobody has called yet did not, and counts (EXP-8).
      return sql`coalesce(one.over_because = 'success'
        and ${within(`(one.attempts->-1->>'at')::timestamptz`)}, false)`;
    case 'satisfied':
      return sql`(select ((said.satisfaction->>'score')::float8
          - (said.satisfaction->'scale'->>'min')::float8)
        / ((said.satisfaction->'scale'->>'max')::float8
          - (said.satisfaction->'scale'->>'min')::float8) >= ${satisfied}
        from interactions said where said.customer_id = one.customer_id
          and said.brand_id = ${brandId} and said.satisfaction is not null
          and ${within('said.started_at')} order by said.started_at limit 1)`;
  }
};

type Asked = {
  readonly campaignId: string;
  readonly brandId: string;
  readonly outcome: ExperimentOutcome;
  readonly windowDays: number;
  readonly at: string;
};

/** The next ones in the order in which they came onto the list. */
export const findDrawn = async (
  db: Db,
  { campaignId, brandId, outcome, windowDays, at }: Asked,
  after: Pick<DrawnPerson, 'addedAt' | 'id'> | null,
  limit: number,
): Promise<DrawnPerson[]> => {
  const { rows } = await sql<DrawnPerson>`
    select one.id, one.customer_id as "customerId", one.added_at as "addedAt",
      one.state = 'control' as control,
      one.added_at + make_interval(days => ${windowDays}::int) <= ${at}::timestamptz as "isThrough",
      ${didSo(outcome, brandId, windowDays)} as did
    from campaign_contacts one
    where one.campaign_id = ${campaignId} and (${after?.id ?? null}::uuid is null
      or (one.added_at, one.id) > (${after?.addedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by one.added_at, one.id limit ${limit}`.execute(db);
  return rows;
};

/** Seconds that advisors spent with it so far, and how many people were called. */
export const timeSpent = async (
  db: Db,
  campaignId: string,
): Promise<{ readonly seconds: number; readonly people: number }> => {
  const { rows } = await sql<{ seconds: number; people: number }>`
    select coalesce(sum(seconds), 0)::float8 as seconds, count(distinct contact_id)::int as people
    from (${attemptsOf(campaignId)}) made`.execute(db);
  return rows[0] ?? { seconds: 0, people: 0 };
};
