/** Alerts as leads read them and take them up, and what a team decided of them. */
import type { HubTables } from '@api/db/tables.ts';
import type { KeptAlertRules, LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import { alertRulesSchema, usualAlertRules } from '@shared/domain/lead-alert/alert-rules.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;

const personName = (alias: string) =>
  sql.raw(`trim(${alias}.first_name || ' ' || ${alias}.last_name)`);

const readAlerts = async (db: Db, where: RawBuilder<unknown>): Promise<LeadAlert[]> => {
  const { rows } = await sql<LeadAlert>`
    select alert.id, alert.team_id as "teamId", team.name as "teamName", alert.kind,
      jsonb_build_object('id', alert.subject, 'name', coalesce(${personName('person')},
        (select min(label) from brand_numbers where queue = alert.subject), alert.subject)) as subject,
      alert.brand_ids as "brandIds", alert.since, alert.told_at as "toldAt",
      alert.escalated_at as "escalatedAt",
      case when taker.id is null then null
        else jsonb_build_object('id', taker.id, 'name', ${personName('taker')}) end as "takenBy",
      alert.taken_at as "takenAt", alert.ended_at as "endedAt"
    from lead_alerts alert
    join teams team on team.id = alert.team_id
    left join users person on person.id::text = alert.subject
    left join users taker on taker.id = alert.taken_by
    where ${where}
    order by alert.since desc limit 500`.execute(db);
  return rows;
};

type Reader = {
  readonly userId: string;
  readonly teamIds: readonly string[];
  readonly brandIds: readonly string[];
};

/** Of her teams or gone further to her, for one of her brands. */
const isHers = ({ userId, teamIds, brandIds }: Reader): RawBuilder<unknown> => sql`
  alert.brand_ids && ${[...brandIds]}::text[]
  and (alert.team_id = any(${[...teamIds]}::uuid[]) or ${userId}::uuid = any(alert.escalated_to))`;

export const openAlertsOf = (db: Db, reader: Reader): Promise<LeadAlert[]> =>
  readAlerts(db, sql`alert.ended_at is null and alert.told_at is not null and ${isHers(reader)}`);

export const alertOf = async (db: Db, id: string, reader: Reader): Promise<LeadAlert | null> =>
  (await readAlerts(db, sql`alert.id = ${id} and ${isHers(reader)}`))[0] ?? null;

export const alertsSince = (db: Db, from: string, reader: Reader): Promise<LeadAlert[]> =>
  readAlerts(
    db,
    sql`alert.since >= ${from} and alert.team_id = any(${[...reader.teamIds]}::uuid[])
      and alert.brand_ids && ${[...reader.brandIds]}::text[]`,
  );

/** @returns whether nobody had before */
export const takeAlert = async (
  db: Db,
  id: string,
  { userId, at }: { readonly userId: string; readonly at: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('lead_alerts')
    .set({ taken_by: userId, taken_at: at })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const findAlertRules = async (db: Db, teamId: string): Promise<KeptAlertRules> => {
  const row = await db
    .selectFrom('team_alert_rules')
    .selectAll()
    .where('team_id', '=', teamId)
    .executeTakeFirst();
  return row === undefined
    ? { teamId, version: 0, rules: usualAlertRules }
    : { teamId, version: row.version, rules: alertRulesSchema.parse(row.rules) };
};

/** @returns whether the version is still the one that was read */
export const writeAlertRules = async (
  db: Db,
  { teamId, version, rules }: KeptAlertRules,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into team_alert_rules (team_id, rules, version)
    select ${teamId}, ${JSON.stringify(rules)}::jsonb, 1
    where ${version} = 0 or exists (select from team_alert_rules where team_id = ${teamId})
    on conflict (team_id) do update set rules = excluded.rules,
      version = team_alert_rules.version + 1
    where team_alert_rules.version = ${version}
    returning team_id`.execute(db);
  return rows.length === 1;
};

/** Who can be told what no lead took up, by name. */
export const nameablePeople = async (
  db: Db,
): Promise<{ readonly id: string; readonly name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${personName('users')} as name from users
    where active and role in ('team-lead', 'brand-manager', 'administrator')
    order by 2, 1 limit 1000`.execute(db);
  return rows;
};
