/** The rules of brands, with every version that ever was in force. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { KeptRules } from '@shared/contracts/http/brand-rules.ts';
import type { BrandRules } from '@shared/domain/brand-rules/brand-rules.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

/** What a brand has before its rules are written: nothing is promised and nothing may be granted. */
export const noRules: BrandRules = {
  hours: { zone: 'Europe/Paris', openings: [], onHolidays: 'closed' },
  promises: [],
  escalateMinutes: 60,
  delegations: [],
  cards: [],
};

const columns = [
  'version',
  'content as rules',
  'changed_by as changedBy',
  'changed_at as changedAt',
] as const;

export const findRules = async (db: Db, brandId: string): Promise<KeptRules> =>
  (await db
    .selectFrom('brand_rules')
    .select(columns)
    .where('brand_id', '=', brandId)
    .executeTakeFirst()) ?? { version: 0, rules: noRules, changedBy: null, changedAt: null };

export const findRulesOf = async (
  db: Db,
  scope: readonly string[],
): Promise<(BrandRules & { brandId: string })[]> => {
  const rows = await db
    .selectFrom('brand_rules')
    .select(['brand_id as brandId', 'content'])
    .where(isOneOf('brand_id', scope))
    .orderBy('brand_id')
    .execute();
  return rows.map(({ brandId, content }) => ({ ...content, brandId }));
};

export const findRulesHistory = (db: Db, brandId: string): Promise<KeptRules[]> =>
  db
    .selectFrom('brand_rules_history')
    .select(columns)
    .where('brand_id', '=', brandId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();

export type RulesChange = {
  readonly brandId: string;
  readonly version: number;
  readonly rules: BrandRules;
  readonly by: string | null;
  readonly at: string;
};

/** False when somebody changed them after that version was read. */
export const writeRules = async (tx: Db, change: RulesChange): Promise<boolean> => {
  const row = {
    brand_id: change.brandId,
    version: change.version + 1,
    content: JSON.stringify(change.rules),
    changed_by: change.by,
    changed_at: change.at,
  };
  const { brand_id: _, ...values } = row;
  const written =
    change.version === 0
      ? await tx
          .insertInto('brand_rules')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('brand_rules')
          .set(values)
          .where('brand_id', '=', change.brandId)
          .where('version', '=', change.version)
          .returning('version')
          .executeTakeFirst();
  if (written === undefined) return false;
  await tx.insertInto('brand_rules_history').values(row).execute();
  return true;
};
