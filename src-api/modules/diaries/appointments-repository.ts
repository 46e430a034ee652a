/** Appointments and other busy times as they are kept. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { AppointmentsQuery, Diary } from '@shared/contracts/http/diaries.ts';
import type { Appointment, AppointmentStatus } from '@shared/domain/diary/appointment.ts';
import type { Busy } from '@shared/domain/diary/free-slots.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'one.id',
  'one.representative_id as representativeId',
  'one.customer_id as customerId',
  sql<string>`coalesce(card.company_name, trim(card.first_name || ' ' || card.last_name))`.as(
    'customerName',
  ),
  'one.brand_id as brandId',
  'one.campaign_id as campaignId',
  'one.starts_at as startsAt',
  'one.ends_at as endsAt',
  'one.place',
  'one.note',
  'one.status',
  'one.sequence',
  'one.moves',
  'one.booked_by as bookedBy',
  'one.booked_at as bookedAt',
  'one.changed_at as changedAt',
] as const;

const all = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('appointments as one')
    .innerJoin('customers as card', 'card.id', 'one.customer_id')
    .select(columns)
    .where(isOneOf('one.brand_id', scope));

const mostAtOnce = 2000;

export const findAppointments = (
  db: Db,
  scope: readonly string[],
  query: AppointmentsQuery & { readonly representativeId?: string },
): Promise<Appointment[]> => {
  const { customerId, campaignId, representativeId, from, to } = query;
  return all(db, scope)
    .$if(customerId !== undefined, (one) => one.where('one.customer_id', '=', customerId ?? ''))
    .$if(campaignId !== undefined, (one) => one.where('one.campaign_id', '=', campaignId ?? ''))
    .$if(representativeId !== undefined, (one) =>
      one.where('one.representative_id', '=', representativeId ?? ''),
    )
    .$if(from !== undefined, (one) => one.where('one.ends_at', '>', from ?? ''))
    .$if(to !== undefined, (one) => one.where('one.starts_at', '<', to ?? ''))
    .orderBy('one.starts_at')
    .orderBy('one.id')
    .limit(mostAtOnce)
    .execute();
};

export const findAppointment = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Appointment | null> =>
  (await all(db, scope).where('one.id', '=', id).executeTakeFirst()) ?? null;

/** Whoever's they are, the earliest first. */
export const findAppointmentsOf = (db: Db, ids: readonly string[]): Promise<Appointment[]> =>
  db
    .selectFrom('appointments as one')
    .innerJoin('customers as card', 'card.id', 'one.customer_id')
    .select(columns)
    .where(isOneOf('one.id', [...ids]))
    .orderBy('one.starts_at')
    .orderBy('one.id')
    .execute();

/** One booking that is told twice at once is told one after the other. */
export const holdBooking = async (db: Db, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${id}`}, 0))`.execute(db);
};

export const insertAppointment = async (db: Db, row: Appointment): Promise<void> => {
  await db
    .insertInto('appointments')
    .values({
      id: row.id,
      representative_id: row.representativeId,
      customer_id: row.customerId,
      brand_id: row.brandId,
      campaign_id: row.campaignId,
      starts_at: row.startsAt,
      ends_at: row.endsAt,
      place: JSON.stringify(row.place),
      note: row.note,
      status: row.status,
      booked_by: row.bookedBy,
      booked_at: row.bookedAt,
      changed_at: row.changedAt,
    })
    .execute();
};

export const changeAppointment = async (
  db: Db,
  id: string,
  change: {
    readonly status?: AppointmentStatus;
    readonly representativeId?: string;
    readonly startsAt?: string;
    readonly endsAt?: string;
    readonly note?: string;
    readonly at: string;
  },
): Promise<void> => {
  const { status, representativeId, startsAt, endsAt, note, at } = change;
  await db
    .updateTable('appointments')
    .set((row) => ({
      sequence: row('sequence', '+', 1),
      changed_at: at,
      ...(status === undefined ? {} : { status }),
      ...(representativeId === undefined ? {} : { representative_id: representativeId }),
      ...(startsAt === undefined ? {} : { starts_at: startsAt, moves: row('moves', '+', 1) }),
      ...(endsAt === undefined ? {} : { ends_at: endsAt }),
      ...(note === undefined ? {} : { note }),
    }))
    .where('id', '=', id)
    .execute();
};

const dayMs = 86_400_000;

/**
 * What fills the diaries between two instants, and a day around: the way from a neighbour counts.
 * @param but an appointment that is being moved does not stand in its own way.
 */
export const findBusy = async (
  db: Db,
  representativeIds: readonly string[],
  { fromMs, toMs, but }: { readonly fromMs: number; readonly toMs: number; readonly but?: string },
): Promise<ReadonlyMap<string, readonly Busy[]>> => {
  const from = new Date(fromMs - dayMs).toISOString();
  const to = new Date(toMs + dayMs).toISOString();
  const { rows } = await sql<{ id: string; from: string; to: string; place: Busy['place'] }>`
    select representative_id as id, starts_at as from, ends_at as to, place from appointments
    where representative_id = any(${[...representativeIds]}::uuid[]) and status <> 'cancelled'
      and ends_at > ${from} and starts_at < ${to} and id is distinct from ${but ?? null}::uuid
    union all
    select representative_id, starts_at, ends_at, null from diary_busy
    where representative_id = any(${[...representativeIds]}::uuid[])
      and ends_at > ${from} and starts_at < ${to}`.execute(db);
  const found = new Map<string, Busy[]>(representativeIds.map((id) => [id, []]));
  for (const row of rows)
    found
      .get(row.id)
      ?.push({ fromMs: Date.parse(row.from), toMs: Date.parse(row.to), place: row.place });
  return found;
};

export const findOtherBusy = async (
  db: Db,
  representativeId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Diary['busy']> =>
  db
    .selectFrom('diary_busy as one')
    .innerJoin('diary_sources as source', 'source.id', 'one.source_id')
    .select(['one.starts_at as startsAt', 'one.ends_at as endsAt', 'source.name as source'])
    .where('one.representative_id', '=', representativeId)
    .where('one.ends_at', '>', from)
    .where('one.starts_at', '<', to)
    .orderBy('one.starts_at')
    .limit(mostAtOnce)
    .execute();

type Counted = { id: string; status: AppointmentStatus; count: number; moved: number };

export const countAppointments = async (
  db: Db,
  scope: readonly string[],
  { campaignId, from, to }: AppointmentsQuery,
): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    select representative_id as id, status, count(*)::int as count,
      count(*) filter (where moves > 0)::int as moved
    from appointments
    where brand_id = any(${[...scope]}::text[])
      and (${campaignId ?? null}::uuid is null or campaign_id = ${campaignId ?? null})
      and (${from ?? null}::timestamptz is null or ends_at > ${from ?? null})
      and (${to ?? null}::timestamptz is null or starts_at < ${to ?? null})
    group by 1, 2`.execute(db);
  return rows;
};
