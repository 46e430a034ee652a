/** How long what is kept; each purge is a link of a chain. */
import { createHash } from 'node:crypto';
import type { HubTables } from '@api/db/tables.ts';
import type { Purge, RetentionKind } from '@shared/contracts/http/privacy.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** The rows of one kind that are older, as a condition on a table called `one`. */
type Kind = { readonly table: string; readonly older: (before: string) => RawBuilder<boolean> };

const lastContact = sql`greatest(
  (select max(started_at) from interactions where customer_id = one.id), one.updated_at)`;
const hasWords = sql<boolean>`(one.customer_words is not null or one.summary is not null
  or one.notes <> '[]'::jsonb or one.message->>'to' is not null
  or jsonb_path_exists(one.speech, '$.asked') or jsonb_path_exists(one.speech, '$.from')
  or jsonb_path_exists(one.speech, '$.fields.*')
  or jsonb_path_exists(one.speech, '$.trace[*].words'))`;
/** The way through the speech stays, for the measure; what was answered and said on it goes. */
const withoutWords = sql`one.speech - 'asked' - 'from' || '{"fields": {}}'::jsonb || coalesce(
  (select jsonb_build_object('trace', jsonb_agg(step - 'words'))
    from jsonb_array_elements(one.speech->'trace') step having count(*) > 0), '{}')`;

export const retained: { readonly [kind in RetentionKind]: Kind } = {
  /** Whole customers without any contact since, and with nothing open. */
  'inactive-customers': {
    table: 'customers',
    older: (before) => sql`(${lastContact} < ${before} and not exists (
      select from cases where customer_id = one.id and status in ('open', 'waiting')))`,
  },
  /** What was said and noted; that an exchange took place stays. */
  'words-and-notes': {
    table: 'interactions',
    older: (before) => sql`(one.started_at < ${before} and ${hasWords})`,
  },
  /** Three years after a consent has ended (décret 2026-662); an opposition has no end. */
  'consent-proofs': {
    table: 'consents',
    older: (before) => sql`(one.until < ${before} and one.status <> 'opposed')`,
  },
  'audit-log': { table: 'audit_log', older: (before) => sql`one.at < ${before}` },
  /** The proof that a call was lawful, as long as that of its consent. */
  'dial-decisions': { table: 'dial_decisions', older: (before) => sql`one.at < ${before}` },
  /** What visitors of the open page did: nothing of them is kept, and its figures are of a year. */
  'help-visits': { table: 'help_events', older: (before) => sql`one.at < ${before}` },
  /** Who read, copied and judged which article. */
  'article-notes': { table: 'article_notes', older: (before) => sql`one.at < ${before}` },
  practice: { table: 'practice_calls', older: (before) => sql`one.started_at < ${before}` },
};

export const countDue = async (db: Db, kind: RetentionKind, before: string): Promise<number> => {
  const { table, older } = retained[kind];
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} one where ${older(before)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
};

export const inactiveCustomers = async (
  db: Db,
  before: string,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from customers one where ${retained['inactive-customers'].older(before)}
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

/** Everything but whole customers. @returns how many. */
export const purgeRows = async (
  tx: Db,
  kind: Exclude<RetentionKind, 'inactive-customers'>,
  before: string,
): Promise<number> => {
  const { table, older } = retained[kind];
  const statement =
    kind === 'words-and-notes'
      ? sql`update interactions one set customer_words = null, summary = null, notes = '[]',
          speech = case when one.speech is null then null else ${withoutWords} end,
          message = case when one.message is null then null
            else jsonb_set(one.message, '{to}', 'null') end
          where ${older(before)}`
      : sql`delete from ${sql.table(table)} one where ${older(before)}`;
  const { numAffectedRows } = await statement.execute(tx);
  return Number(numAffectedRows ?? 0);
};

const begin = 'parlance';
type Link = Omit<Purge, 'seq' | 'digest'>;

/** SHA-256 over the purge and the link before it. */
const digestOf = (former: string, { kind, at, before, count }: Link): string =>
  createHash('sha256').update([former, kind, at, before, count].join('\n')).digest('hex');

export const addPurge = async (tx: Db, link: Link): Promise<Purge> => {
  await sql`lock table purges in exclusive mode`.execute(tx);
  const last = await tx
    .selectFrom('purges')
    .select('digest')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const former = last?.digest ?? begin;
  const digest = digestOf(former, link);
  const { seq } = await tx
    .insertInto('purges')
    .values({ ...link, former_digest: former, digest })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return { ...link, seq, digest };
};

export const findPurges = async (db: Db): Promise<(Purge & { former: string })[]> =>
  db
    .selectFrom('purges')
    .select(['seq', 'kind', 'at', 'before', 'count', 'digest', 'former_digest as former'])
    .orderBy('seq')
    .execute();

/** The number of the first link that is not what it was; null when the chain is whole. */
export const brokenLink = (purges: readonly (Purge & { former: string })[]): number | null => {
  let former = begin;
  for (const purge of purges) {
    if (purge.former !== former || digestOf(former, purge) !== purge.digest) return purge.seq;
    former = purge.digest;
  }
  return null;
};

export const findRules = (db: Db) =>
  db
    .selectFrom('retention_rules')
    .select(['kind', 'days', 'changed_by as changedBy', 'changed_at as changedAt', 'why'])
    .orderBy('kind')
    .execute();

export const changeRule = async (
  tx: Db,
  kind: RetentionKind,
  change: { readonly days: number; readonly why: string; readonly by: string; readonly at: string },
): Promise<void> => {
  await tx
    .updateTable('retention_rules')
    .set({ days: change.days, why: change.why, changed_by: change.by, changed_at: change.at })
    .where('kind', '=', kind)
    .execute();
};
