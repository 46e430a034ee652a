/** What each brand may record, who objected for ever, and the sample of a month. */
import { createHash } from 'node:crypto';
import type { HubTables } from '@api/db/tables.ts';
import type { Draw } from '@shared/domain/recording/draw.ts';
import { noRecording, type RecordingRules } from '@shared/domain/recording/purpose.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const findRecordingRules = async (db: Db, brandId: string) => {
  const row = await db
    .selectFrom('recording_rules')
    .select(['rules', 'changed_at as changedAt', 'why'])
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  return row ?? { rules: noRecording, changedAt: null, why: null };
};

export const setRecordingRules = async (
  tx: Db,
  brandId: string,
  change: {
    readonly rules: RecordingRules;
    readonly why: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> => {
  const values = {
    rules: JSON.stringify(change.rules),
    changed_by: change.by,
    changed_at: change.at,
    why: change.why,
  };
  await tx
    .insertInto('recording_rules')
    .values({ brand_id: brandId, ...values })
    .onConflict((conflict) => conflict.column('brand_id').doUpdateSet(values))
    .execute();
};

/** Of any card that was merged with hers. */
export const standingOf = async (
  db: Db,
  customerId: string | null,
): Promise<{ readonly opposed: boolean; readonly restricted: boolean }> => {
  if (customerId === null) return { opposed: false, restricted: false };
  const { rows } = await sql<{ opposed: boolean; restricted: boolean }>`
    with mine as (
      select ${customerId}::uuid as id
      union select root_id from merged_customers where customer_id = ${customerId}
    )
    select exists (select from recording_objections where customer_id in (select id from mine))
        as opposed,
      exists (select from customers where id in (select id from mine)
        and restricted_at is not null) as restricted`.execute(db);
  return rows[0] ?? { opposed: false, restricted: false };
};

/** How many calls she answered on a day of the last four weeks; null with fewer than five days. */
export const callsADay = async (db: Db, advisorId: string, now: string): Promise<number | null> => {
  const { rows } = await sql<{ days: number; calls: number }>`
    select count(distinct started_at::date)::int as days, count(*)::int as calls
    from interactions where advisor_id = ${advisorId} and channel = 'phone' and outcome = 'answered'
      and started_at > ${now}::timestamptz - interval '28 days' and started_at < ${now}`.execute(
    db,
  );
  const { days, calls } = rows[0] ?? { days: 0, calls: 0 };
  return days < 5 ? null : calls / days;
};

export const drawnInMonth = async (db: Db, advisorId: string, month: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from recording_draws draw
    where advisor_id = ${advisorId} and month = ${month} and unit < chance
      and not exists (
        select from recording_parts part join recordings one on one.id = part.recording_id
        where part.interaction_id = draw.interaction_id and one.state = 'void')`.execute(db);
  return rows[0]?.count ?? 0;
};

export const findDraw = async (db: Db, interactionId: string): Promise<Draw | null> => {
  const row = await db
    .selectFrom('recording_draws')
    .select(['month', 'unit', 'chance', 'drawn', 'per_month', 'expected_rest'])
    .where('interaction_id', '=', interactionId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { per_month: perMonth, expected_rest: expectedRest, ...rest } = row;
  return { ...rest, perMonth, expectedRest };
};

export const insertDraw = async (
  tx: Db,
  of: {
    readonly interactionId: string;
    readonly advisorId: string;
    readonly brandId: string;
    readonly at: string;
  },
  { perMonth, expectedRest, ...draw }: Draw,
): Promise<void> => {
  await tx
    .insertInto('recording_draws')
    .values({
      interaction_id: of.interactionId,
      advisor_id: of.advisorId,
      brand_id: of.brandId,
      at: of.at,
      per_month: perMonth,
      expected_rest: expectedRest,
      ...draw,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const drawsOf = (db: Db, month: string, brandIds: readonly string[]) =>
  db
    .selectFrom('recording_draws')
    .selectAll()
    .where('month', '=', month)
    .where('brand_id', 'in', [...brandIds])
    .orderBy('at')
    .limit(5_000)
    .execute();

/** The sealed key of a month, made by the first call that is drawn in it. */
export const keyOf = async (
  tx: Db,
  month: string,
  make: () => { readonly key: Buffer; readonly sealed: Buffer },
): Promise<{ readonly sealed: Buffer; readonly fingerprint: string }> => {
  const find = () =>
    tx
      .selectFrom('recording_keys')
      .select(['sealed', 'fingerprint'])
      .where('month', '=', month)
      .executeTakeFirst();
  const known = await find();
  if (known !== undefined) return known;
  const { key, sealed } = make();
  const fingerprint = createHash('sha256').update(key).digest('hex');
  await tx
    .insertInto('recording_keys')
    .values({ month, sealed, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find()) ?? { sealed, fingerprint };
};
