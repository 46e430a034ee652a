import { purgeAnalyses } from '@api/modules/recordings/purge-service.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from './campaigns.ts';
import { allOn, type RecordingStage, setRecordingStage } from './recording-stage.ts';

let stage: RecordingStage;
let nadia: Ask;
let other: Ask;
let gridId: string;

const criterion = (id: string, weight: number) => ({
  id,
  label: `Critère ${id}`,
  guidance: 'trois : dit et compris',
  weight,
  measure: null,
});
const grid = { name: 'Réclamation', criteria: [criterion('accueil', 1), criterion('suite', 3)] };
const draft = (recordingId: string, marks: object, more: object = {}) => ({
  recordingId,
  gridId,
  marks,
  comments: [{ atMs: 1200, text: 'Annonce la recherche avant de te taire.' }],
  ...more,
});
const act = (id: string, what: string) => `${routes.assessments}/${id}/${what}`;

beforeAll(async () => {
  stage = await setRecordingStage();
  await stage.setRules(allOn);
  nadia = await stage.as('nadia.ferrand');
  // A second lead of the same team, for calibration and for what is contested.
  const { db } = stage.hub.database;
  const lead = db.selectFrom('users').select('team_id').where('login', '=', 'nadia.ferrand');
  await db
    .updateTable('users')
    .set({ role: 'team-lead', team_id: lead })
    .where('login', '=', 'lea.fontaine')
    .execute();
  other = await stage.as('lea.fontaine');
  gridId = (await nadia('POST', routes.grids, { brandId: 'kerdoual', grid })).json.id;
});
afterAll(() => stage?.close());

describe('an assessment', () => {
  it('[QUAL-5] a grid that was used stays as it was; the next one is another version', async () => {
    const next = { ...grid, name: 'Réclamation, bis' };
    const made = await nadia('POST', routes.grids, { id: gridId, brandId: 'kerdoual', grid: next });
    expect(made.json).toMatchObject({ id: gridId, version: 2 });
    const shown = (await stage.askCamille('GET', routes.grids)).json.grids;
    expect(shown.filter(({ id }: { id: string }) => id === gridId)).toMatchObject([{ version: 2 }]);
    const odd = { ...grid, criteria: [{ ...criterion('a', 1), measure: 'emotion' }] };
    const refused = await nadia('POST', routes.grids, { brandId: 'kerdoual', grid: odd });
    expect(refused.status).toBe(400);
  });

  it('[QUAL-6] is hers alone until it is sent, whole; the advisor answers, then it is final', async () => {
    const { recordingId } = await stage.stored();
    const half = await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 3 }));
    const { id } = half.json;
    expect(half.json).toMatchObject({ state: 'draft', score: 100 });
    expect((await stage.askCamille('GET', routes.assessments)).json.assessments).toEqual([]);
    expect((await nadia('POST', act(id, 'send'))).json.code).toBe('assessment-not-whole');
    const odd = await nadia('PUT', routes.assessments, draft(recordingId, { humeur: 3 }));
    expect(odd.status).toBe(400);
    await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 3, suite: 1 }));
    expect(
      (await stage.askCamille('POST', act(id, 'reply'), { text: 'Oui', contests: false })).status,
    ).toBe(404);
    expect((await nadia('POST', act(id, 'send'))).json.state).toBe('sent');
    expect((await nadia('POST', act(id, 'close'), {})).json.code).toBe('assessment-not-in-state');
    const reply = { text: 'L’agenda ramait, j’aurais dû le dire.', contests: false };
    expect((await nadia('POST', act(id, 'reply'), reply)).status).toBe(403);
    const answered = await stage.askCamille('POST', act(id, 'reply'), reply);
    expect(answered.json).toMatchObject({ state: 'answered', reply: reply.text, score: 50 });
    const over = await nadia('POST', act(id, 'close'), { marks: { accueil: 3, suite: 2 } });
    expect(over.json).toMatchObject({ state: 'final', score: 75 });
    const late = await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 0 }));
    expect(late.json.code).toBe('assessment-not-in-state');
  });

  it('[QUAL-6] what she contests is closed by somebody else than who marked it', async () => {
    const { recordingId } = await stage.stored();
    const marks = { accueil: 1, suite: 1 };
    const { id } = (await nadia('PUT', routes.assessments, draft(recordingId, marks))).json;
    await nadia('POST', act(id, 'send'));
    await stage.askCamille('POST', act(id, 'reply'), { text: 'Je l’ai dit.', contests: true });
    expect((await nadia('POST', act(id, 'close'), {})).status).toBe(403);
    expect((await other('POST', act(id, 'close'), {})).json.state).toBe('final');
  });

  it('[QUAL-7] calibration is blind until one has marked, and says how far they agree', async () => {
    const { recordingId } = await stage.stored();
    const kind = { kind: 'calibration' };
    const url = `${routes.calibrations}/${recordingId}`;
    await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 3, suite: 0 }, kind));
    expect((await other('GET', url)).json).toEqual({ open: false, marked: [], agreement: null });
    const hers = (await other('GET', routes.assessments)).json.assessments;
    expect(hers.filter((one: { recordingId: string }) => one.recordingId === recordingId)).toEqual(
      [],
    );
    const own = draft(recordingId, { accueil: 3, suite: 0 }, kind);
    const { id } = (await other('PUT', routes.assessments, own)).json;
    const seen = (await other('GET', url)).json;
    expect(seen).toMatchObject({ open: true, agreement: 1 });
    expect(seen.marked).toHaveLength(2);
    expect((await other('POST', act(id, 'send'))).status).toBe(403);
  });

  it('[QUAL-14] who marked blind stays by it once another has; what is calibrated is told without a mark', async () => {
    const { recordingId } = await stage.stored();
    const kind = { kind: 'calibration' };
    const told = async (ask: Ask) =>
      (await ask('GET', routes.calibrations)).json.calibrations.find(
        (one: { recordingId: string }) => one.recordingId === recordingId,
      );
    expect(await told(nadia)).toBeUndefined();
    await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 3 }, kind));
    expect(await told(nadia)).toEqual({ recordingId, evaluators: 0, mine: 'draft' });
    await nadia('PUT', routes.assessments, draft(recordingId, { accueil: 3, suite: 0 }, kind));
    // Nobody else has marked: she may think again.
    const again = draft(recordingId, { accueil: 3, suite: 1 }, kind);
    expect((await nadia('PUT', routes.assessments, again)).status).toBe(200);
    expect(await told(other)).toEqual({ recordingId, evaluators: 1, mine: 'none' });
    await other('PUT', routes.assessments, draft(recordingId, { accueil: 0, suite: 0 }, kind));
    const late = draft(recordingId, { accueil: 0, suite: 0 }, kind);
    expect((await nadia('PUT', routes.assessments, late)).json.code).toBe(
      'assessment-not-in-state',
    );
    expect(await told(nadia)).toEqual({ recordingId, evaluators: 2, mine: 'whole' });
    expect((await stage.askCamille('GET', routes.calibrations)).status).toBe(403);
  });

  it('[QUAL-12] goes when the time of what was made of the recording is over, with its proof, and none comes after', async () => {
    const { recordingId } = await stage.stored();
    const { db } = stage.hub.database;
    const marks = { accueil: 3, suite: 0 };
    const { id } = (await nadia('PUT', routes.assessments, draft(recordingId, marks))).json;
    await nadia('POST', act(id, 'send'));
    await stage.askCamille('POST', act(id, 'reply'), {
      text: 'Je dirai que je cherche.',
      contests: false,
    });
    const plan = { sentence: 'Je regarde votre dossier.', dueOn: '2027-01-15' };
    await nadia('PUT', act(id, 'plan'), plan);
    await other('PUT', routes.assessments, draft(recordingId, marks, { kind: 'calibration' }));
    const left = async () =>
      (
        await db
          .selectFrom('assessments')
          .select('id')
          .where('recording_id', '=', recordingId)
          .execute()
      ).length;
    await purgeAnalyses(stage.hub);
    expect(await left()).toBe(2);
    const over = new Date(stage.hub.clock.now() - 1).toISOString();
    await db
      .updateTable('recordings')
      .set({ analysis_until: over })
      .where('id', '=', recordingId)
      .execute();
    await purgeAnalyses(stage.hub);
    expect(await left()).toBe(0);
    const [proof] = await db
      .selectFrom('recording_purges')
      .selectAll()
      .where('recording_id', '=', recordingId)
      .execute();
    expect(proof).toMatchObject({ what: 'analysis', why: 'retention' });
    expect(proof?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const late = await nadia('PUT', routes.assessments, draft(recordingId, marks));
    expect(late.json.code).toBe('recording-not-there');
    expect((await nadia('GET', routes.assessments)).json.assessments).not.toContainEqual(
      expect.objectContaining({ recordingId }),
    );
  });

  it('[QUAL-8] her figures are hers first: the lead counts what is final', async () => {
    const before = (await nadia('GET', routes.qualityFigures)).json.advisors[0];
    const { recordingId } = await stage.stored();
    const marks = { accueil: 3, suite: 3 };
    const { id } = (await nadia('PUT', routes.assessments, draft(recordingId, marks))).json;
    await nadia('POST', act(id, 'send'));
    const own = (await stage.askCamille('GET', routes.qualityFigures)).json.advisors[0];
    expect(own.count).toBe(before.count + 1);
    expect((await nadia('GET', routes.qualityFigures)).json.advisors[0].count).toBe(before.count);
  });

  it('[QUAL-9] a plan is a sentence to say, by a day, after she has answered; both see it', async () => {
    const { recordingId } = await stage.stored();
    const marks = { accueil: 3, suite: 1 };
    const { id } = (await nadia('PUT', routes.assessments, draft(recordingId, marks))).json;
    const plan = { sentence: 'Je regarde, cela prend une demi-minute.', dueOn: '2026-12-15' };
    await nadia('POST', act(id, 'send'));
    expect((await nadia('PUT', act(id, 'plan'), plan)).json.code).toBe('assessment-not-in-state');
    await stage.askCamille('POST', act(id, 'reply'), { text: 'D’accord.', contests: false });
    await nadia('PUT', act(id, 'plan'), plan);
    const seen = (await stage.askCamille('GET', routes.assessments)).json.assessments;
    expect(seen.find((one: { id: string }) => one.id === id).plan).toMatchObject(plan);
    const yanis = await stage.as('yanis.morel');
    expect((await yanis('GET', routes.assessments)).json.assessments).toEqual([]);
  });
});
