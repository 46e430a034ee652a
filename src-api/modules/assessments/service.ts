/** Assessing: a lead marks, the advisor answers before it is final, and both see what follows of it. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { listRecordings, recordingOf } from '@api/modules/recordings/hear-service.ts';
import type * as contract from '@shared/contracts/http/assessments.ts';
import { agreementOf } from '@shared/domain/assessment/agreement.ts';
import { type AssessmentMove, afterMove } from '@shared/domain/assessment/assessment-machine.ts';
import { isWhole, scoreOf } from '@shared/domain/assessment/grid.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import * as kept from './repository.ts';

type Who = { readonly user: User; readonly actor: Actor };
type Assessment = contract.Assessment;
/** As many as the screen lists. */
const mostRecordings = 200;
type Draft = z.output<typeof contract.draftAssessmentSchema>;

export const gridsOf = (hub: HubDependencies, user: User) =>
  kept.findGrids(hub.database.db, user.brandIds);

export const publishGrid = async (
  hub: HubDependencies,
  { user, actor }: Who,
  { id = hub.newId(), brandId, grid }: z.output<typeof contract.publishGridSchema>,
): Promise<Result<contract.GridView>> => {
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  const known = (await gridsOf(hub, user)).find((one) => one.id === id);
  if (known !== undefined && known.brandId !== brandId) return fail('not-found');
  const version = (known?.version ?? 0) + 1;
  const at = toInstant(hub.clock.now());
  const deed = { action: 'published', entity: 'grid', entityId: id, detail: { version } };
  await audited(hub, actor, deed, (tx) =>
    kept.insertGrid(tx, { id, version, brandId, grid, by: user.id, at }),
  );
  return succeed({ id, version, brandId, publishedAt: at, ...grid });
};

export const assessmentsOf = (hub: HubDependencies, user: User): Promise<Assessment[]> =>
  kept.findAssessments(hub.database.db, user);

const one = async (hub: HubDependencies, user: User, id: string): Promise<Result<Assessment>> => {
  const [found] = await kept.findAssessments(hub.database.db, user, id);
  return found === undefined ? fail('not-found') : succeed(found);
};

/** Her marks are whole and so are another's: what she gave blind stays as it was. */
const isSeen = async (hub: HubDependencies, user: User, recordingId: string): Promise<boolean> => {
  const all = await kept.findCalibration(hub.database.db, recordingId);
  const whole = all.filter(({ marks, content }) => isWhole(content, marks));
  return whole.length > 1 && whole.some(({ evaluatorId }) => evaluatorId === user.id);
};

/** Only who may hear the call assesses it, and nobody her own. */
export const saveDraft = async (
  hub: HubDependencies,
  user: User,
  { recordingId, kind, gridId, marks, comments }: Draft,
): Promise<Result<Assessment>> => {
  const recording = await recordingOf(hub, user, recordingId);
  if (!recording.ok) return recording;
  const { advisorId, state, analysisUntil } = recording.value;
  if (advisorId === user.id) return fail('role-not-allowed');
  // Nothing is made of it any more once what was made of it has gone.
  if (/^(stored|purged)$/.test(state) && analysisUntil === null)
    return fail('recording-not-there', 'its time is over');
  const grid = (await gridsOf(hub, user)).find(({ id }) => id === gridId);
  if (grid === undefined || grid.brandId !== recording.value.brandId) return fail('not-found');
  if (Object.keys(marks).some((id) => !grid.criteria.some((criterion) => criterion.id === id)))
    return fail('input-malformed', 'marks: no such criterion');
  if (kind === 'calibration' && (await isSeen(hub, user, recordingId)))
    return fail('assessment-not-in-state', 'the others’ marks could be seen');
  const id = await kept.saveDraft(hub.database.db, {
    id: hub.newId(),
    recordingId,
    kind,
    gridId,
    gridVersion: grid.version,
    evaluatorId: user.id,
    marks,
    comments,
    score: scoreOf(grid, marks),
  });
  return id === null ? fail('assessment-not-in-state') : one(hub, user, id);
};

/** Who may make this move of it. */
const mayMove = (
  user: User,
  { advisorId, evaluatorId, state, kind }: Assessment,
  move: AssessmentMove,
) => {
  if (kind === 'calibration') return false;
  if (move === 'answer' || move === 'contest') return advisorId === user.id;
  if (move === 'send') return evaluatorId === user.id;
  // What is contested is looked at by somebody else.
  return user.role === 'team-lead' && (state !== 'contested' || evaluatorId !== user.id);
};

export const move = async (
  hub: HubDependencies,
  { user, actor }: Who,
  asked: {
    readonly id: string;
    readonly move: AssessmentMove;
    readonly reply?: string;
    readonly marks?: Assessment['marks'] | undefined;
  },
): Promise<Result<Assessment>> => {
  const found = await one(hub, user, asked.id);
  if (!found.ok) return found;
  if (!mayMove(user, found.value, asked.move)) return fail('role-not-allowed');
  const { grid } = found.value;
  const marks = asked.marks ?? found.value.marks;
  if (!isWhole(grid, marks)) return fail('assessment-not-whole');
  const at = toInstant(hub.clock.now());
  const deed = { action: `assessment-${asked.move}`, entity: 'assessment', entityId: asked.id };
  const done = await audited(hub, actor, deed, async (tx) => {
    const state = await kept.lockAssessment(tx, asked.id);
    const next = state === null ? null : afterMove(state, asked.move);
    if (next === null) return fail('assessment-not-in-state');
    await kept.changeAssessment(tx, asked.id, {
      state: next,
      ...(asked.reply === undefined ? {} : { reply: asked.reply }),
      ...(asked.move === 'send' ? { sentAt: at } : {}),
      ...(asked.move === 'close' ? { marks, score: scoreOf(grid, marks), finalAt: at } : {}),
    });
    return succeed(null);
  });
  return done.ok ? one(hub, user, asked.id) : done;
};

/** Once she has answered: what to say next time, by when, and how it went. */
export const plan = async (
  hub: HubDependencies,
  { user, actor }: Who,
  { id, ...planned }: z.output<typeof contract.planSchema> & { readonly id: string },
): Promise<Result<Assessment>> => {
  const found = await one(hub, user, id);
  if (!found.ok) return found;
  if (user.role !== 'team-lead') return fail('role-not-allowed');
  if (['draft', 'sent'].includes(found.value.state)) return fail('assessment-not-in-state');
  const deed = { action: 'planned', entity: 'assessment', entityId: id };
  await audited(hub, actor, deed, (tx) => kept.changeAssessment(tx, id, { plan: planned }));
  return one(hub, user, id);
};

/** Blind: nobody sees the others' marks before she has given all of her own. */
export const calibrationOf = async (
  hub: HubDependencies,
  user: User,
  recordingId: string,
): Promise<Result<z.input<typeof contract.calibrationSchema>>> => {
  const recording = await recordingOf(hub, user, recordingId);
  if (!recording.ok) return recording;
  const all = await kept.findCalibration(hub.database.db, recordingId);
  const whole = all.filter(({ marks, content }) => isWhole(content, marks));
  if (!whole.some(({ evaluatorId }) => evaluatorId === user.id))
    return succeed({ open: false, marked: [], agreement: null });
  const pairs = whole.flatMap((first, at) =>
    whole.slice(at + 1).flatMap((second) =>
      Object.entries(first.marks).flatMap(([id, mark]) => {
        const other = second.marks[id];
        return other === undefined ? [] : [{ one: mark, other }];
      }),
    ),
  );
  return succeed({
    open: true,
    marked: whole.map(({ evaluatorName, marks }) => ({ evaluatorName, marks })),
    agreement: agreementOf(pairs),
  });
};

/** Which calls of hers several mark, and who still has to; nothing of what they gave. */
export const calibrationsOf = async (
  hub: HubDependencies,
  user: User,
): Promise<z.input<typeof contract.calibrationsSchema>> => {
  const heard = await listRecordings(hub, user, { limit: mostRecordings });
  const ids = heard.map(({ id }) => id);
  const all = await kept.calibratedRecordings(hub.database.db, ids);
  const marked = ids.filter((id) => all.some(({ recordingId }) => recordingId === id));
  return {
    calibrations: marked.map((recordingId) => {
      const its = all.filter((each) => each.recordingId === recordingId);
      const whole = its.filter(({ marks, content }) => isWhole(content, marks));
      const isMine = (each: { readonly evaluatorId: string }) => each.evaluatorId === user.id;
      const begun = its.some(isMine) ? 'draft' : 'none';
      const mine = whole.some(isMine) ? 'whole' : begun;
      return { recordingId, evaluators: whole.length, mine };
    }),
  };
};

/** An advisor's own from the moment they are sent; a lead's only what is final: she saw it first. */
export const figuresOf = async (
  hub: HubDependencies,
  user: User,
): Promise<z.input<typeof contract.qualityFiguresSchema>> => {
  const all = await assessmentsOf(hub, user);
  const counted = all.filter(
    ({ kind, state, advisorId }) =>
      kind === 'assessment' && (advisorId === user.id ? state !== 'draft' : state === 'final'),
  );
  const ids = [...new Set(counted.map(({ advisorId }) => advisorId))];
  return {
    advisors: ids.map((advisorId) => {
      const own = counted.filter((each) => each.advisorId === advisorId);
      const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
      const sum = scores.reduce((total, score) => total + score, 0);
      return {
        advisorId,
        name: own[0]?.advisorName ?? '',
        count: own.length,
        mean: scores.length === 0 ? null : Math.round(sum / scores.length),
      };
    }),
  };
};
