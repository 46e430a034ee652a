/** Desktops as they told of themselves, orders to destroy what they hold, and the rules for all. */
import type { HubTables } from '@api/db/tables.ts';
import type {
  CheckIn,
  DesktopRulesView,
  Device,
  WipeOrder,
} from '@shared/contracts/http/devices.ts';
import { type DesktopRules, usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Told = CheckIn & { readonly deviceId: string; readonly userId: string; readonly at: string };

const machinesKeptFor = sql`interval '30 days'`;

export const keepCheckIn = async (tx: Db, told: Told): Promise<void> => {
  const row = {
    user_id: told.userId,
    machine_name: told.machineName,
    program: told.program,
    platform: told.platform,
    protocol: told.protocol,
    customers: told.customers,
    waiting: told.waiting,
    parked: told.parked,
    locked: told.locked,
    clock_ahead_ms: Date.parse(told.clock) - Date.parse(told.at),
    last_seen_at: told.at,
  };
  await tx
    .insertInto('devices')
    .values({ id: told.deviceId, ...row })
    .onConflict((known) => known.column('id').doUpdateSet(row))
    .execute();
  const machine = { machine_name: told.machineName, last_seen_at: told.at };
  await tx
    .insertInto('device_machines')
    .values({ device_id: told.deviceId, machine: told.machine, ...machine })
    .onConflict((known) => known.columns(['device_id', 'machine']).doUpdateSet(machine))
    .execute();
};

/** Whether another machine said this id of late. */
export const isCopied = async (db: Db, { deviceId, machine, at }: Told): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from device_machines where device_id = ${deviceId}
      and machine <> ${machine} and last_seen_at > ${at}::timestamptz - ${machinesKeptFor}) as found
  `.execute(db);
  return rows[0]?.found ?? false;
};

export const findOrder = async (db: Db, deviceId: string): Promise<WipeOrder | null> =>
  (await db
    .selectFrom('device_wipes')
    .select(['id', 'reason', 'ordered_at as orderedAt'])
    .where('device_id', '=', deviceId)
    .where('done_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()) ?? null;

export type NewOrder = WipeOrder & { readonly deviceId: string; readonly by: string };

/** Ordered twice it is one order, with the first reason. */
export const insertOrder = async (tx: Db, order: NewOrder): Promise<void> => {
  await sql`
    insert into device_wipes (id, device_id, reason, ordered_by, ordered_at)
    values (${order.id}, ${order.deviceId}, ${order.reason}, ${order.by}, ${order.orderedAt})
    on conflict (device_id) where done_at is null and withdrawn_at is null do nothing`.execute(tx);
};

/** @returns whether there was an order that had not been carried out. */
export const withdrawOrder = async (tx: Db, deviceId: string, at: string): Promise<boolean> => {
  const done = await tx
    .updateTable('device_wipes')
    .set({ withdrawn_at: at })
    .where('device_id', '=', deviceId)
    .where('done_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
};

type Done = { readonly wipeId: string; readonly deviceId: string };

/** @returns whether this desktop had that order; said again it is done already. */
export const finishOrder = async (
  tx: Db,
  { wipeId, deviceId }: Done,
  said: { readonly left: number; readonly at: string },
): Promise<boolean> => {
  const done = await tx
    .updateTable('device_wipes')
    .set({ done_at: said.at, left_unsent: said.left })
    .where('id', '=', wipeId)
    .where('device_id', '=', deviceId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (done === undefined) return false;
  await tx.updateTable('devices').set({ customers: 0 }).where('id', '=', deviceId).execute();
  return true;
};

/** Every session on it: whoever used it signs in anew. */
export const endSessionsOfDevice = async (tx: Db, deviceId: string, at: string): Promise<void> => {
  await tx
    .updateTable('session_families')
    .set({ ended_at: at, ended_because: 'wiped' })
    .where('device_id', '=', deviceId)
    .where('ended_at', 'is', null)
    .execute();
};

/** As if they had ended: the instances look at their live channels and close these. */
export const tellSessionsEnded = async (tx: Db, deviceId: string): Promise<void> => {
  await sql`select pg_notify('session_ended', id::text) from session_families
    where device_id = ${deviceId}`.execute(tx);
};

const iso = (column: string) =>
  sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Those seen within ninety days, the latest first; or the one that is named. */
export const findDevices = async (
  db: Db,
  deviceId: string | null,
  at: string,
): Promise<Device[]> => {
  const { rows } = await sql<Device>`
    with last_session as (
      select distinct on (session.device_id) session.device_id, session.user_id,
        session.started_at, session.ended_at, (select max(token.issued_at) from refresh_tokens token
          where token.family_id = session.id) as seen
      from session_families session
      where ${deviceId}::uuid is null or session.device_id = ${deviceId}::uuid
      order by session.device_id, session.started_at desc
    ), last_wipe as (
      select distinct on (device_id) * from device_wipes where withdrawn_at is null
      order by device_id, ordered_at desc
    ), known as (
      select id as device_id, user_id from devices
        where ${deviceId}::uuid is null or id = ${deviceId}::uuid
      union all
      select device_id, user_id from last_session
        where device_id not in (select id from devices)
    )
    select known.device_id as "deviceId", known.user_id as "userId",
      trim(person.first_name || ' ' || person.last_name) as "userName",
      case when wipe.id is not null and wipe.done_at is null then 'wipe-ordered'
        when wipe.done_at >= coalesce(session.started_at, wipe.done_at) then 'wiped'
        when session.started_at is null or session.ended_at is not null then 'signed-out' else 'active' end as state,
      greatest(told.last_seen_at, session.seen, session.started_at) as "lastSeenAt",
      case when told.id is null then null else jsonb_build_object(
        'machineName', told.machine_name, 'program', told.program, 'platform', told.platform,
        'protocol', told.protocol, 'customers', told.customers, 'waiting', told.waiting,
        'parked', told.parked, 'locked', told.locked,
        'clockAheadMs', told.clock_ahead_ms) end as told,
      array(select machine.machine_name from device_machines machine
        where machine.device_id = known.device_id
          and machine.last_seen_at > ${at}::timestamptz - ${machinesKeptFor}
        order by machine.last_seen_at desc) as machines,
      case when wipe.id is null then null else jsonb_build_object(
        'id', wipe.id, 'reason', wipe.reason, 'orderedBy', wipe.ordered_by,
        'orderedAt', ${iso('wipe.ordered_at')}, 'doneAt', ${iso('wipe.done_at')},
        'left', wipe.left_unsent) end as wipe
    from known
    join users person on person.id = known.user_id
    left join last_session session on session.device_id = known.device_id
    left join devices told on told.id = known.device_id
    left join last_wipe wipe on wipe.device_id = known.device_id
    where greatest(told.last_seen_at, session.seen, session.started_at)
      > ${at}::timestamptz - interval '90 days'
    order by "lastSeenAt" desc limit 2000`.execute(db);
  return rows;
};

export const findDesktopRules = async (db: Db): Promise<DesktopRulesView> =>
  (await db
    .selectFrom('desktop_rules')
    .select([
      'customers_at_most as customersAtMost',
      'months_at_most as monthsAtMost',
      'lock_after_minutes as lockAfterMinutes',
      'expires_after_hours as expiresAfterHours',
      'changed_by as changedBy',
      'changed_at as changedAt',
      'why',
    ])
    .executeTakeFirst()) ?? { ...usualDesktopRules, changedBy: null, changedAt: null, why: null };

type RulesChange = { readonly by: string | null; readonly at: string; readonly why: string };

export const changeDesktopRules = async (
  tx: Db,
  rules: DesktopRules,
  change: RulesChange,
): Promise<void> => {
  const row = {
    customers_at_most: rules.customersAtMost,
    months_at_most: rules.monthsAtMost,
    lock_after_minutes: rules.lockAfterMinutes,
    expires_after_hours: rules.expiresAfterHours,
    changed_by: change.by,
    changed_at: change.at,
    why: change.why,
  };
  await tx
    .insertInto('desktop_rules')
    .values(row)
    .onConflict((known) => known.column('one').doUpdateSet(row))
    .execute();
};
