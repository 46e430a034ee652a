/** The versions that desktops hold: those said now, those to come, and those of calls still running. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { SpeechExperiment } from '@shared/domain/script/choice/experiment.ts';
import { saidAt } from '@shared/domain/script/choice/said-now.ts';
import { withoutPlaces } from '@shared/domain/script/editing/places.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Kysely } from 'kysely';
import { findCurrentExperiments } from './experiments-repository.ts';

type Db = Kysely<HubTables>;

/** No call and no wrap-up lasts longer; who opens one later finds its words in the record. */
const retiredForMs = 3 * 86_400_000;

type Row = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
};
type Dated = Row & { readonly publishedAt: string };
const keyOf = ({ id, version }: Pick<Row, 'id' | 'version'>) => `${id} ${version}`;

const isLatelyRetired = (one: Dated, published: readonly Dated[], nowMs: number): boolean => {
  const since = nowMs - retiredForMs;
  if (Date.parse(one.publishedAt) > nowMs) return false;
  if (one.withdrawnAt !== null) return Date.parse(one.withdrawnAt) > since;
  const follower = published.find(({ id, version }) => id === one.id && version > one.version);
  return follower !== undefined && Date.parse(follower.publishedAt) > since;
};

const findRows = async (db: Db, scope: readonly string[]): Promise<Row[]> => {
  const rows = await db
    .selectFrom('script_versions')
    .select([
      'script_id as id',
      'version',
      'status',
      'valid_from as publishedAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where(isOneOf('brand_id', scope))
    .orderBy('script_id')
    .orderBy('version')
    .execute();
  return rows;
};

const isDated = (row: Row): row is Dated => row.publishedAt !== null;

/** What an experiment says beside what is said anyway: approved, or published and followed. */
const onTrial = (
  rows: readonly Row[],
  experiments: readonly SpeechExperiment[],
  said: readonly Row[],
): Row[] =>
  rows.filter(
    (row) =>
      ['approved', 'published'].includes(row.status) &&
      !said.includes(row) &&
      experiments.some(
        ({ scriptId, arms }) =>
          scriptId === row.id && arms.some(({ version }) => version === row.version),
      ),
  );

const contentsOf = async (db: Db, wanted: readonly Row[]): Promise<Map<string, Script>> => {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('script_versions')
    .select(['script_id as id', 'version', 'content'])
    .where((eb) =>
      eb.or(
        wanted.map(({ id, version }) =>
          eb.and([eb('script_id', '=', id), eb('version', '=', version)]),
        ),
      ),
    )
    .execute();
  // Where its steps stand on the canvas is nothing to who says it.
  return new Map(rows.map((row) => [keyOf(row), withoutPlaces(row.content)]));
};

export const findSpokenScripts = async (db: Db, scope: readonly string[], nowMs: number) => {
  const rows = await findRows(db, scope);
  const all = rows.filter(isDated);
  const experiments = await findCurrentExperiments(db, scope, toInstant(nowMs));
  const published = all.filter(({ status }) => status === 'published');
  const said = saidAt(published, nowMs);
  const upcoming = published.filter(({ publishedAt }) => Date.parse(publishedAt) > nowMs);
  const retired = all.filter(
    (one) => !said.includes(one) && isLatelyRetired(one, published, nowMs),
  );
  const trial = onTrial(rows, experiments, said);
  const contents = await contentsOf(db, [...said, ...upcoming, ...retired, ...trial]);
  const whole = (some: readonly Row[]) => some.flatMap((one) => contents.get(keyOf(one)) ?? []);
  return {
    scripts: whole(said),
    upcomingScripts: whole(upcoming),
    retiredScripts: whole(retired),
    trialScripts: whole(trial),
    experiments,
  };
};
