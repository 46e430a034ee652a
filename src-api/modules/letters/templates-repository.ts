/** What brands write, as it is kept. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { KeptTemplate } from '@shared/contracts/http/letters.ts';
import { type Template, templateSchema } from '@shared/domain/letter/template.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const shown = (row: KeptTemplate): KeptTemplate => ({
  ...row,
  template: templateSchema.parse(row.template),
});

const all = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('message_templates')
    .select(['id', 'revision', 'template'])
    .where(isOneOf('brand_id', scope));

export const findTemplates = async (db: Db, scope: readonly string[]): Promise<KeptTemplate[]> => {
  const rows = await all(db, scope).orderBy(sql`template->>'name'`).orderBy('id').execute();
  return rows.map(shown);
};

/** Their words alone: with its pictures a template is heavy. */
export const findBodies = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; body: string }>`
    select id, template->>'body' as body from message_templates
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, body }) => [id, body]));
};

export const findTemplate = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<KeptTemplate | null> => {
  const row = await all(db, scope).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : shown(row);
};

export const lockTemplate = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<KeptTemplate | null> => {
  const row = await all(db, scope).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : shown(row);
};

export const insertTemplate = async (
  db: Db,
  id: string,
  template: Template,
  createdAt: string,
): Promise<void> => {
  const { brandId } = template;
  await db
    .insertInto('message_templates')
    .values({
      id,
      brand_id: brandId,
      template: JSON.stringify(template),
      revision: 1,
      created_at: createdAt,
    })
    .execute();
};

export const updateTemplate = async (db: Db, id: string, template: Template): Promise<void> => {
  await db
    .updateTable('message_templates')
    .set((row) => ({ template: JSON.stringify(template), revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
};
