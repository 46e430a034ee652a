/** What was measured of a speech, and of one advisor for coaching. Practice calls count nowhere. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findExperiments } from '@api/modules/scripts/experiments-repository.ts';
import type { Reader } from '@api/modules/scripts/reader.ts';
import { findContent, findVersions } from '@api/modules/scripts/repository.ts';
import type { Experiment } from '@shared/contracts/http/script-experiments.ts';
import type { ExperimentMeasure, SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import { meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import { compareArms } from '@shared/domain/script/measure/verdict.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { aimAt, type Counts, versionMeasureOf } from './fold.ts';
import * as counts from './repository.ts';

type Db = HubDependencies['database']['db'];

const usualDays = 90;
const dayMs = 86_400_000;

export type Period = { readonly from?: string | undefined; readonly to?: string | undefined };

export const earlier = (a: string, b: string): string => (a < b ? a : b);

export const periodOf = ({ from, to }: Period, nowMs: number) => ({
  from: from ?? toInstant(nowMs - usualDays * dayMs),
  to: to ?? toInstant(nowMs),
});

const contentsOf = async (
  db: Db,
  { sight }: Reader,
  id: string,
  versions: readonly number[],
): Promise<Map<number, Script>> => {
  const found = new Map<number, Script>();
  for (const version of versions) {
    const content = await findContent(db, { id, version }, { ...sight, writes: true });
    if (content !== null) found.set(version, content);
  }
  return found;
};

const countAll = async (db: Db, scope: counts.Scope, now: string): Promise<Counts> => ({
  ends: await counts.findEnds(db, scope, now),
  stays: await counts.findStays(db, scope),
  answers: await counts.findNamed(db, scope, 'answer'),
  objections: await counts.findNamed(db, scope, 'objection'),
});

const ofVersion = (all: Counts, version: number): Counts => {
  const own = <T extends { readonly version: number }>(rows: readonly T[]) =>
    rows.filter((row) => row.version === version);
  return {
    ends: own(all.ends),
    stays: own(all.stays),
    answers: own(all.answers),
    objections: own(all.objections),
  };
};

const isSuccess = (
  { outcome }: Experiment,
  contents: ReadonlyMap<number, Script>,
  row: counts.ArmRow,
): boolean => {
  if (outcome === 'resolved') return row.resolved;
  const script = contents.get(row.version);
  return script !== undefined && aimAt(script, row.stepId) === true;
};

const experimentMeasure = async (
  db: Db,
  experiment: Experiment,
  around: { readonly scope: counts.Scope; readonly contents: ReadonlyMap<number, Script> },
): Promise<ExperimentMeasure> => {
  const { id, name, outcome, from, until, stoppedAt, plannedPerArm, arms } = experiment;
  const end = stoppedAt ?? until ?? around.scope.to;
  const scope = { ...around.scope, from, to: earlier(end, around.scope.to) };
  const rows = await counts.findArms(db, id, { scope, planned: plannedPerArm });
  const tallies = arms.map((arm) => {
    const own = rows.filter((row) => row.arm === arm.id);
    const sum = (some: readonly counts.ArmRow[], of: (row: counts.ArmRow) => number) =>
      some.reduce((all, row) => all + of(row), 0);
    const good = own.filter((row) => isSuccess(experiment, around.contents, row));
    return {
      arm,
      customers: sum(own, (row) => row.customers),
      satisfaction: meanOf(
        sum(own, (row) => row.rated),
        sum(own, (row) => row.ratings),
        sum(own, (row) => row.ratingsSquared),
      ),
      n: sum(own, (row) => row.counted),
      count: sum(good, (row) => row.counted),
    };
  });
  const [first] = tallies;
  return {
    ...{ id, name, outcome, from, until, stoppedAt, plannedPerArm },
    arms: tallies.map(({ arm, customers, satisfaction, n, count }, place) => {
      const compared =
        place === 0 || first === undefined
          ? null
          : compareArms({ count, n }, first, {
              planned: plannedPerArm,
              comparisons: arms.length - 1,
            });
      return {
        ...arm,
        customers,
        satisfaction,
        rate: rateOf(count, n),
        verdict: compared?.verdict ?? null,
        difference:
          compared === null || !('low' in compared)
            ? null
            : { difference: compared.difference, low: compared.low, high: compared.high },
      };
    }),
  };
};

export const speechMeasures = async (
  { database: { db }, clock }: HubDependencies,
  reader: Reader,
  scriptId: string,
  period: Period,
): Promise<Result<SpeechMeasures>> => {
  // Also of a version that so far is only on trial.
  const known = await findVersions(db, { ...reader.sight, writes: true }, scriptId);
  const { from, to } = periodOf(period, clock.now());
  const { brandIds } = reader.sight;
  if (known.length === 0) return fail('not-found');
  const scope = { scriptId, brandIds, from, to };
  const all = await countAll(db, scope, toInstant(clock.now()));
  const experiments = await findExperiments(db, brandIds, scriptId);
  const said = [
    ...new Set([
      ...all.ends.map(({ version }) => version),
      ...experiments.flatMap(({ arms }) => arms.map(({ version }) => version)),
    ]),
  ].sort((a, b) => b - a);
  const contents = await contentsOf(db, reader, scriptId, said);
  const around = { scope: { ...scope, to: toInstant(clock.now()) }, contents };
  const measured: ExperimentMeasure[] = [];
  for (const one of experiments) measured.push(await experimentMeasure(db, one, around));
  return succeed({
    scriptId,
    from,
    to,
    versions: [...contents.values()]
      .map((script) => versionMeasureOf(script, ofVersion(all, script.version)))
      .filter(({ calls }) => calls > 0),
    experiments: measured,
  });
};

export const auditLook = (db: Db, { trace }: Reader, userId: string): Promise<void> =>
  recordAudit(db, { ...trace, action: 'read', entity: 'speech-coaching', entityId: userId });
