/** Who did and saw what, with the correlation id of the request; never the seen data itself. */

import type { HubTables } from '@api/db/tables.ts';
import type { AuditPage, AuditQuery } from '@shared/contracts/http/audit.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Row = Omit<AuditPage['entries'][number], 'who' | 'about'>;

const columns = [
  'id',
  'at',
  'user_id as userId',
  'action',
  'entity',
  'entity_id as entityId',
  'detail',
  'correlation_id as correlationId',
] as const;

export type AuditEntry = {
  readonly userId: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
};

export const recordAudit = async (db: Kysely<HubTables>, entry: AuditEntry): Promise<void> => {
  await db
    .insertInto('audit_log')
    .values({
      user_id: entry.userId,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
      correlation_id: entry.correlationId,
    })
    .execute();
};

/** What a search text may stand for. */
export type Meant = {
  readonly word: string;
  readonly userIds: readonly string[];
  readonly customerIds: readonly string[];
};

export const userIdsByName = async (db: Db, text: string): Promise<string[]> => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const { rows } = await sql<{ id: string }>`
    select id from users where not exists (
      select from unnest(${words}::text[]) word
      where not starts_with(lower(first_name), word) and not starts_with(lower(last_name), word)
        and lower(login) <> word)`.execute(db);
  return rows.map(({ id }) => id);
};

const named = async (db: Db, page: readonly Row[]): Promise<AuditPage['entries']> => {
  const customerIds = page.flatMap(({ entity, entityId }) =>
    entity === 'customer' && entityId !== null ? [entityId] : [],
  );
  const name = sql<string>`coalesce(nullif(trim(first_name || ' ' || last_name), ''), company_name)`;
  const customers = await db
    .selectFrom('customers')
    .select(['id', name.as('name')])
    .where(sql<boolean>`id::text = any(${customerIds}::text[])`)
    .execute();
  const users = await db
    .selectFrom('users')
    .select(['id', sql<string>`trim(first_name || ' ' || last_name)`.as('name')])
    .where('id', 'in', sql<string>`(select unnest(${page.map(({ userId }) => userId)}::uuid[]))`)
    .execute();
  const names = new Map([...users, ...customers].map((one) => [one.id, one.name]));
  return page.map((row) => ({
    ...row,
    who: names.get(row.userId ?? '') ?? null,
    about: row.entity === 'customer' ? (names.get(row.entityId ?? '') ?? null) : null,
  }));
};

/** One page, newest first. */
export const readAudit = async (
  db: Db,
  query: Omit<AuditQuery, 'text'>,
  meant: Meant | null = null,
): Promise<AuditPage> => {
  let select = db.selectFrom('audit_log').select(columns).orderBy('id', 'desc').limit(query.limit);
  if (query.entity !== undefined) select = select.where('entity', '=', query.entity);
  if (query.entityId !== undefined) select = select.where('entity_id', '=', query.entityId);
  if (query.userId !== undefined) select = select.where('user_id', '=', query.userId);
  if (query.action !== undefined) select = select.where('action', '=', query.action);
  if (query.before !== undefined) select = select.where('id', '<', query.before);
  if (meant !== null) {
    const { word, userIds, customerIds } = meant;
    select = select.where(sql<boolean>`(user_id = any(${userIds}::uuid[])
      or (entity = 'customer' and entity_id = any(${customerIds}::text[]))
      or action = ${word} or entity = ${word} or entity_id = ${word})`);
  }
  const page = await select.execute();
  const entries = await named(db, page);
  return { entries, next: page.length < query.limit ? null : (page.at(-1)?.id ?? null) };
};
