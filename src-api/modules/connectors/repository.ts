/** Declared systems; their sealed secrets leave here only towards the question. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type {
  Connector,
  ConnectorChange,
  NewConnector,
  OutsideFailure,
} from '@shared/contracts/http/connectors.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'brand_id as brandId',
  'name',
  'card',
  'address',
  'source_id as sourceId',
  'secret_header as secretHeader',
  'time_limit_ms as timeLimitMs',
  'fresh_seconds as freshSeconds',
  'keep_hours as keepHours',
  'roles',
  'behind',
  'active',
  'created_at as createdAt',
  'last_answer_at as lastAnswerAt',
  'last_failure as lastFailure',
  'last_failure_at as lastFailureAt',
] as const;

const select = (db: Db) =>
  db
    .selectFrom('connectors')
    .select(columns)
    .select(sql<boolean>`secret is not null`.as('hasSecret'));

export const findConnectors = (db: Db, brandIds: readonly string[]): Promise<Connector[]> =>
  select(db).where(isOneOf('brand_id', brandIds)).orderBy('name').orderBy('id').execute();

export const findConnector = async (
  db: Db,
  id: string,
  brandIds: readonly string[],
): Promise<Connector | null> =>
  (await select(db).where('id', '=', id).where(isOneOf('brand_id', brandIds)).executeTakeFirst()) ??
  null;

export const findSecret = async (db: Db, id: string): Promise<Buffer | null> =>
  (await db.selectFrom('connectors').select('secret').where('id', '=', id).executeTakeFirst())
    ?.secret ?? null;

export const insertConnector = async (
  db: Db,
  given: Omit<NewConnector, 'secret'> & {
    readonly id: string;
    readonly secret: Buffer | null;
    readonly createdBy: string;
    readonly createdAt: string;
  },
): Promise<void> => {
  await db
    .insertInto('connectors')
    .values({
      id: given.id,
      brand_id: given.brandId,
      name: given.name,
      card: given.card,
      address: given.address,
      source_id: given.sourceId,
      secret_header: given.secretHeader,
      secret: given.secret,
      time_limit_ms: given.timeLimitMs,
      fresh_seconds: given.freshSeconds,
      keep_hours: given.keepHours,
      roles: given.roles,
      behind: given.behind,
      created_by: given.createdBy,
      created_at: given.createdAt,
      last_answer_at: null,
      last_failure: null,
      last_failure_at: null,
    })
    .execute();
};

const columnOf = {
  name: 'name',
  card: 'card',
  address: 'address',
  sourceId: 'source_id',
  secretHeader: 'secret_header',
  timeLimitMs: 'time_limit_ms',
  freshSeconds: 'fresh_seconds',
  keepHours: 'keep_hours',
  roles: 'roles',
  behind: 'behind',
  active: 'active',
} as const satisfies Record<keyof Omit<ConnectorChange, 'secret'>, string>;

/** @param secret sealed; undefined leaves it as it is */
export const updateConnector = async (
  db: Db,
  id: string,
  change: Omit<ConnectorChange, 'secret'>,
  secret: Buffer | null | undefined,
): Promise<void> => {
  const named = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = change[field as keyof typeof columnOf];
    return value === undefined ? [] : [[column, value] as const];
  });
  await db
    .updateTable('connectors')
    .set({ id, ...Object.fromEntries(named), ...(secret === undefined ? {} : { secret }) })
    .where('id', '=', id)
    .execute();
};

export const deleteConnector = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('connectors').where('id', '=', id).execute();
};

/** How it last went, for the administrator. */
export const noteHeard = async (
  db: Db,
  id: string,
  failure: OutsideFailure | null,
  at: string,
): Promise<void> => {
  await db
    .updateTable('connectors')
    .set(failure === null ? { last_answer_at: at } : { last_failure: failure, last_failure_at: at })
    .where('id', '=', id)
    .execute();
};

export const isSource = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('sources').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined;
