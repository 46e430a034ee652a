/** Grids and assessments, as the people that they concern see them. */
import type { HubTables } from '@api/db/tables.ts';
import type { Assessment, GridView } from '@shared/contracts/http/assessments.ts';
import type { Grid } from '@shared/domain/assessment/grid.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Kysely, sql } from 'kysely';

export type Db = Kysely<HubTables>;

/** The newest version of each. */
export const findGrids = async (db: Db, brandIds: readonly string[]): Promise<GridView[]> => {
  const { rows } = await sql<Omit<GridView, keyof Grid> & { content: Grid }>`
    select distinct on (id) id, version, brand_id as "brandId", content,
      to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"
    from grids where brand_id = any(${[...brandIds]}::text[])
    order by id, version desc`.execute(db);
  return rows.map(({ content, ...row }) => ({ ...row, ...content }));
};

export const insertGrid = async (
  tx: Db,
  one: {
    readonly id: string;
    readonly version: number;
    readonly brandId: string;
    readonly grid: Grid;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('grids')
    .values({
      id: one.id,
      version: one.version,
      brand_id: one.brandId,
      content: JSON.stringify(one.grid),
      published_by: one.by,
      published_at: one.at,
    })
    .execute();
};

type Row = Omit<Assessment, 'grid'> & {
  readonly content: Grid;
  readonly gridId: string;
  readonly gridVersion: number;
  readonly publishedAt: string;
  readonly brandId: string;
};

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of her own calls what was sent to her; a lead's team, but nobody else's draft or calibration. */
export const findAssessments = async (
  db: Db,
  { id, role, teamId, brandIds }: User,
  only: string | null = null,
): Promise<Assessment[]> => {
  const { rows } = await sql<Row>`
    select one.id, one.recording_id as "recordingId", one.kind, one.state,
      recording.advisor_id as "advisorId", one.evaluator_id as "evaluatorId", one.marks,
      one.comments, one.reply, one.score, one.plan, ${instant('one.sent_at')} as "sentAt",
      ${instant('one.final_at')} as "finalAt",
      trim(advisor.first_name || ' ' || advisor.last_name) as "advisorName",
      trim(evaluator.first_name || ' ' || evaluator.last_name) as "evaluatorName",
      grid.content, one.grid_id as "gridId", one.grid_version as "gridVersion",
      grid.brand_id as "brandId", ${instant('grid.published_at')} as "publishedAt"
    from assessments one
    join recordings recording on recording.id = one.recording_id
    join users advisor on advisor.id = recording.advisor_id
    join users evaluator on evaluator.id = one.evaluator_id
    join grids grid on grid.id = one.grid_id and grid.version = one.grid_version
    where recording.brand_id = any(${[...brandIds]}::text[])
      and (${only}::uuid is null or one.id = ${only})
      and (one.evaluator_id = ${id}
        or (one.kind = 'assessment' and one.state <> 'draft' and (recording.advisor_id = ${id}
          or (${role === 'team-lead'} and advisor.team_id = ${teamId}))))
    order by one.sent_at desc nulls first, one.id limit 200`.execute(db);
  return rows.map(({ content, gridId, gridVersion, brandId, publishedAt, ...row }) => ({
    ...row,
    grid: { ...content, id: gridId, version: gridVersion, brandId, publishedAt },
  }));
};

type Written = Pick<Assessment, 'marks' | 'comments' | 'score'>;

/** False: it was sent already and is no draft any more. */
export const saveDraft = async (
  tx: Db,
  one: Written & {
    readonly id: string;
    readonly recordingId: string;
    readonly kind: Assessment['kind'];
    readonly gridId: string;
    readonly gridVersion: number;
    readonly evaluatorId: string;
  },
): Promise<string | null> => {
  const written = {
    marks: JSON.stringify(one.marks),
    comments: JSON.stringify(one.comments),
    score: one.score,
  };
  const row = await tx
    .insertInto('assessments')
    .values({
      id: one.id,
      recording_id: one.recordingId,
      kind: one.kind,
      state: 'draft',
      grid_id: one.gridId,
      grid_version: one.gridVersion,
      evaluator_id: one.evaluatorId,
      ...written,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['recording_id', 'kind', 'evaluator_id'])
        .doUpdateSet(written)
        .where('assessments.state', '=', 'draft'),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const changeAssessment = async (
  tx: Db,
  id: string,
  change: {
    readonly state?: Assessment['state'];
    readonly reply?: string;
    readonly marks?: Assessment['marks'];
    readonly score?: number | null;
    readonly sentAt?: string;
    readonly finalAt?: string;
    readonly plan?: NonNullable<Assessment['plan']>;
  },
): Promise<void> => {
  const { marks, plan, sentAt, finalAt, ...rest } = change;
  await tx
    .updateTable('assessments')
    .set({
      ...rest,
      ...(marks === undefined ? {} : { marks: JSON.stringify(marks) }),
      ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
      ...(sentAt === undefined ? {} : { sent_at: sentAt }),
      ...(finalAt === undefined ? {} : { final_at: finalAt }),
    })
    .where('id', '=', id)
    .execute();
};

export const lockAssessment = async (tx: Db, id: string): Promise<Assessment['state'] | null> =>
  (
    await tx
      .selectFrom('assessments')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.state ?? null;

export const findCalibration = (db: Db, recordingId: string) =>
  db
    .selectFrom('assessments')
    .innerJoin('users', 'users.id', 'evaluator_id')
    .innerJoin('grids', (join) =>
      join.onRef('grids.id', '=', 'grid_id').onRef('grids.version', '=', 'grid_version'),
    )
    .select([
      'evaluator_id as evaluatorId',
      sql<string>`trim(users.first_name || ' ' || users.last_name)`.as('evaluatorName'),
      'marks',
      'content',
    ])
    .where('recording_id', '=', recordingId)
    .where('kind', '=', 'calibration')
    .orderBy('assessments.id')
    .execute();

export const calibratedRecordings = (db: Db, recordingIds: readonly string[]) =>
  db
    .selectFrom('assessments')
    .innerJoin('grids', (join) =>
      join.onRef('grids.id', '=', 'grid_id').onRef('grids.version', '=', 'grid_version'),
    )
    .select(['recording_id as recordingId', 'evaluator_id as evaluatorId', 'marks', 'content'])
    .where('recording_id', 'in', sql<string>`(select unnest(${[...recordingIds]}::uuid[]))`)
    .where('kind', '=', 'calibration')
    .execute();
