/** The small tables a desktop holds whole, as far as the user's brands reach. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { findRulesOf } from '@api/modules/brand-rules/repository.ts';
import { findSwitchesOff } from '@api/modules/law/repository.ts';
import { findSpokenScripts } from '@api/modules/scripts/spoken-repository.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Scope = readonly string[];

export const findBrands = (db: Db, scope: Scope) =>
  db
    .selectFrom('brands')
    .select([
      'id',
      'name',
      'monogram',
      'hue',
      'chroma',
      'wrap_up_seconds as wrapUpSeconds',
      'reason_required as reasonRequired',
      'disposition_required as dispositionRequired',
    ])
    .where(isOneOf('id', scope))
    .orderBy('name')
    .execute();

export const findNumbers = (db: Db, scope: Scope) =>
  db
    .selectFrom('brand_numbers')
    .select([
      'id',
      'e164',
      'brand_id as brandId',
      'label',
      'tariff_class as tariffClass',
      'queue',
      'reason_code as reasonCode',
    ])
    .where(isOneOf('brand_id', scope))
    .orderBy('e164')
    .execute();

export const findReasons = async (db: Db, scope: Scope) => {
  const rows = await db
    .selectFrom('reasons')
    .selectAll()
    .where(isOneOf('brand_id', scope))
    .orderBy('brand_id')
    .orderBy('label_fr')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    brandId: row.brand_id,
    label: { fr: row.label_fr, en: row.label_en },
  }));
};

export const findDispositions = async (db: Db, scope: Scope) => {
  const rows = await db
    .selectFrom('dispositions')
    .selectAll()
    .where(isOneOf('brand_id', scope))
    .orderBy('brand_id')
    .orderBy('rank')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    brandId: row.brand_id,
    label: { fr: row.label_fr, en: row.label_en },
    group: { fr: row.group_fr, en: row.group_en },
    synonyms: row.synonyms,
    resolvesCase: row.resolves_case,
    expectsCallback: row.expects_callback,
    ...(row.refuses_offer ? { refusesOffer: true } : {}),
    ...(row.opposes_calls ? { opposesCalls: true } : {}),
    rank: row.rank,
  }));
};

export const findUsers = (db: Db) =>
  db
    .selectFrom('users')
    .select([
      'id',
      'login',
      'first_name as firstName',
      'last_name as lastName',
      'role',
      'team_id as teamId',
      'locale',
      sql<string[]>`array(select brand_id from user_brands where user_id = users.id order by 1)`.as(
        'brandIds',
      ),
    ])
    .where('active', '=', true)
    .orderBy('last_name')
    .execute();

/** Everything small at once. */
export const loadReference = async (db: Db, scope: Scope, nowMs: number): Promise<Reference> => {
  return {
    brands: await findBrands(db, scope),
    numbers: await findNumbers(db, scope),
    ...(await findSpokenScripts(db, scope, nowMs)),
    reasons: await findReasons(db, scope),
    dispositions: await findDispositions(db, scope),
    users: await findUsers(db),
    rules: await findRulesOf(db, scope),
    ...(await findSwitchesOff(db)),
    teams: await db.selectFrom('teams').selectAll().orderBy('name').execute(),
  };
};
