/** Who helps whom now, and the policy in force. */
import type { HubTables } from '@api/db/tables.ts';
import type { Help, KeptHelpPolicy } from '@shared/contracts/http/team-help.ts';
import { firstHelpPolicy, type HelpWay } from '@shared/domain/team-help/policy.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const findExtension = async (db: Db, userId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('lines')
      .select('extension')
      .where('user_id', '=', userId)
      .executeTakeFirst()
  )?.extension ?? null;

/** False when she is in another one. */
export const insertHelp = async (
  tx: Db,
  help: Pick<Help, 'helpId' | 'leadId' | 'advisorId' | 'brandId' | 'callId' | 'way' | 'reason'> & {
    readonly at: string;
  },
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('help_sessions')
    .values({
      id: help.helpId,
      lead_id: help.leadId,
      advisor_id: help.advisorId,
      brand_id: help.brandId,
      call_id: help.callId,
      way: help.way,
      reason: help.reason,
      started_at: help.at,
      taken_over_at: null,
      ended_at: null,
      ended_because: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
};

const fullName = (table: string) =>
  sql<string>`trim(${sql.ref(`${table}.first_name`)} || ' ' || ${sql.ref(`${table}.last_name`)})`;

const open = (db: Db) =>
  db
    .selectFrom('help_sessions as help')
    .innerJoin('users as lead', 'lead.id', 'help.lead_id')
    .innerJoin('users as advisor', 'advisor.id', 'help.advisor_id')
    .select([
      'help.id as helpId',
      'lead_id as leadId',
      fullName('lead').as('leadName'),
      'advisor_id as advisorId',
      fullName('advisor').as('advisorName'),
      'way',
      'reason',
      'call_id as callId',
      'brand_id as brandId',
      'started_at as since',
      'taken_over_at as takenOverAt',
    ])
    .where('ended_at', 'is', null);

export const openHelps = (db: Db): Promise<Help[]> => open(db).execute();

export const openHelpsOf = (db: Db, userId: string): Promise<Help[]> =>
  open(db)
    .where((row) => row.or([row('lead_id', '=', userId), row('advisor_id', '=', userId)]))
    .orderBy('started_at')
    .execute();

/** The open one of this lead; null: it is over, or another's. */
export const findHelp = async (db: Db, helpId: string, leadId: string): Promise<Help | null> =>
  (await open(db).where('help.id', '=', helpId).where('lead_id', '=', leadId).executeTakeFirst()) ??
  null;

export const setWay = async (tx: Db, helpId: string, way: HelpWay): Promise<void> => {
  await tx.updateTable('help_sessions').set({ way }).where('id', '=', helpId).execute();
};

export const setTakenOver = async (tx: Db, helpId: string, at: string | null): Promise<void> => {
  await tx
    .updateTable('help_sessions')
    .set({ taken_over_at: at })
    .where('id', '=', helpId)
    .execute();
};

/** True for the first who says so. */
export const endHelp = async (
  tx: Db,
  helpId: string,
  { at, because }: { readonly at: string; readonly because: 'over' | 'by-lead' | 'refused' },
): Promise<boolean> => {
  const ended = await tx
    .updateTable('help_sessions')
    .set({ ended_at: at, ended_because: because })
    .where('id', '=', helpId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
};

/** Tells the desktops of both that it is another than before. */
export const announceHelp = async (
  tx: Db,
  { leadId, advisorId }: Pick<Help, 'leadId' | 'advisorId'>,
): Promise<void> => {
  await sql`select pg_notify('team_help', ${`${leadId},${advisorId}`})`.execute(tx);
};

export const findPolicy = async (db: Db): Promise<KeptHelpPolicy> =>
  (await db
    .selectFrom('help_policy')
    .select(['version', 'policy', 'changed_by as changedBy', 'changed_at as changedAt'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? {
    version: 0,
    policy: firstHelpPolicy,
    changedBy: null,
    changedAt: null,
  };

/** False when somebody changed it after that version was read. */
export const writePolicy = async (
  tx: Db,
  {
    version,
    policy,
    by,
    at,
  }: Pick<KeptHelpPolicy, 'version' | 'policy'> & { by: string; at: string },
): Promise<boolean> => {
  const { version: current } = await findPolicy(tx);
  if (current !== version) return false;
  const written = await tx
    .insertInto('help_policy')
    .values({
      version: version + 1,
      policy: JSON.stringify(policy),
      changed_by: by,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
};
