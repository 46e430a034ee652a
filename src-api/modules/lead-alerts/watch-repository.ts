/** What the hub that looks reads and writes. */
import type { HubTables } from '@api/db/tables.ts';
import { type AlertRules, alertRulesSchema } from '@shared/domain/lead-alert/alert-rules.ts';
import type { OpenAlert } from '@shared/domain/lead-alert/follow-alerts.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type WatchClaim = {
  readonly hubId: string;
  readonly untilMs: number;
  /** Another's is taken over when it ended before. */
  readonly freeBeforeMs: number;
};

/** @returns whether this hub is the one that looks, until then */
export const holdWatch = async (
  db: Db,
  { hubId, untilMs, freeBeforeMs }: WatchClaim,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into alert_watch (hub_id, until) values (${hubId}, ${toInstant(untilMs)})
    on conflict (only_one) do update set hub_id = excluded.hub_id, until = excluded.until
    where alert_watch.hub_id = excluded.hub_id or alert_watch.until < ${toInstant(freeBeforeMs)}
    returning hub_id`.execute(db);
  return rows.length === 1;
};

export const leaveWatch = async (db: Db, hubId: string): Promise<void> => {
  await db.deleteFrom('alert_watch').where('hub_id', '=', hubId).execute();
};

/** By team; a team without its own has none here. */
export const readAlertRules = async (db: Db): Promise<ReadonlyMap<string, AlertRules>> => {
  const rows = await db.selectFrom('team_alert_rules').select(['team_id', 'rules']).execute();
  return new Map(rows.map(({ team_id, rules }) => [team_id, alertRulesSchema.parse(rules)]));
};

export type OpenTeamAlert = OpenAlert & { readonly teamId: string };

export const readOpen = async (db: Db): Promise<OpenTeamAlert[]> => {
  const rows = await db
    .selectFrom('lead_alerts')
    .selectAll()
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    kind: row.kind,
    subject: row.subject,
    toldAt: row.told_at === null ? null : Date.parse(row.told_at),
    escalatedAt: row.escalated_at === null ? null : Date.parse(row.escalated_at),
    isTaken: row.taken_at !== null,
  }));
};

/** Teams of which a lead is at a desk that is heard. */
export const readLedTeams = async (db: Db): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ teamId: string }>`
    select distinct team.id as "teamId"
    from users
    join live_desks desk on desk.user_id = users.id and desk.lost_at is null
      and desk.now->>'state' <> 'offline'
    join teams team on team.id = users.team_id
      or exists (select from led_teams led where led.user_id = users.id and led.team_id = team.id)
    where users.active and users.role = 'team-lead'`.execute(db);
  return new Set(rows.map(({ teamId }) => teamId));
};

export type NewAlert = {
  readonly id: string;
  readonly teamId: string;
  readonly kind: OpenAlert['kind'];
  readonly subject: string;
  readonly brandIds: readonly string[];
  readonly since: number;
  readonly toldAt: number | null;
};

/** One that another hub has begun meanwhile stays as it is. */
export const beginAlert = async (db: Db, alert: NewAlert): Promise<void> => {
  await db
    .insertInto('lead_alerts')
    .values({
      id: alert.id,
      team_id: alert.teamId,
      kind: alert.kind,
      subject: alert.subject,
      brand_ids: [...alert.brandIds],
      since: toInstant(alert.since),
      told_at: alert.toldAt === null ? null : toInstant(alert.toldAt),
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
};

const stamp =
  (column: 'told_at' | 'escalated_at' | 'ended_at') =>
  async (db: Db, id: string, at: string): Promise<void> => {
    await db
      .updateTable('lead_alerts')
      .set({ [column]: at })
      .where('id', '=', id)
      .where(column, 'is', null)
      .execute();
  };
export const tellAlert = stamp('told_at');
export const endAlert = stamp('ended_at');

/** Once, and of nobody's that was taken up meanwhile. */
export const escalateAlert = async (
  db: Db,
  id: string,
  { at, to }: { readonly at: string; readonly to: readonly string[] },
): Promise<void> => {
  await db
    .updateTable('lead_alerts')
    .set({ escalated_at: at, escalated_to: [...to] })
    .where('id', '=', id)
    .where('escalated_at', 'is', null)
    .where('taken_at', 'is', null)
    .execute();
};

/** Every hub's desktops of leads ask anew. */
export const announceAlerts = async (db: Db): Promise<void> => {
  await sql`select pg_notify('lead_alerts', '')`.execute(db);
};

export const forgetAlerts = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('lead_alerts').where('ended_at', '<', before).execute();
};
