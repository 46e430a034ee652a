/** Experiments on speeches. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Experiment } from '@shared/contracts/http/script-experiments.ts';
import type { SpeechExperiment } from '@shared/domain/script/choice/experiment.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const experiments = (db: Db, brandIds: readonly string[]) =>
  db
    .selectFrom('script_experiments')
    .select([
      'id',
      'script_id as scriptId',
      'brand_id as brandId',
      'name',
      'arms',
      'from_at as from',
      'until_at as until',
      'outcome',
      'planned_per_arm as plannedPerArm',
      'created_by as createdBy',
      'created_at as createdAt',
      'stopped_by as stoppedBy',
      'stopped_at as stoppedAt',
    ])
    .where(isOneOf('brand_id', brandIds));

export const findExperiments = (
  db: Db,
  brandIds: readonly string[],
  scriptId: string | undefined,
): Promise<Experiment[]> => {
  const all = experiments(db, brandIds).orderBy('from_at', 'desc').orderBy('id');
  return (scriptId === undefined ? all : all.where('script_id', '=', scriptId)).execute();
};

export const findExperiment = async (
  db: Db,
  brandIds: readonly string[],
  id: string,
): Promise<Experiment | null> =>
  (await experiments(db, brandIds).where('id', '=', id).executeTakeFirst()) ?? null;

/** Those that run or will, as a desktop needs them; their end is the planned one or the stop. */
export const findCurrentExperiments = async (
  db: Db,
  brandIds: readonly string[],
  now: string,
): Promise<SpeechExperiment[]> => {
  const rows = await experiments(db, brandIds)
    .where('stopped_at', 'is', null)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id, scriptId, from, until, arms }) => ({ id, scriptId, from, until, arms }));
};

export const insertExperiment = async (db: Db, given: Experiment): Promise<void> => {
  await db
    .insertInto('script_experiments')
    .values({
      id: given.id,
      script_id: given.scriptId,
      brand_id: given.brandId,
      name: given.name,
      arms: JSON.stringify(given.arms),
      from_at: given.from,
      until_at: given.until,
      outcome: given.outcome,
      planned_per_arm: given.plannedPerArm,
      created_by: given.createdBy,
      created_at: given.createdAt,
      stopped_by: null,
      stopped_at: null,
    })
    .execute();
};

export const markStopped = async (
  db: Db,
  id: string,
  by: { readonly userId: string; readonly at: string },
): Promise<void> => {
  await db
    .updateTable('script_experiments')
    .set({ stopped_by: by.userId, stopped_at: by.at })
    .where('id', '=', id)
    .execute();
};
