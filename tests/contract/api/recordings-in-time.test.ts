import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { routes } from '@shared/contracts/routes.ts';
import { unitOf } from '@shared/domain/recording/draw.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allOn, type RecordingStage, setRecordingStage } from './recording-stage.ts';

let stage: RecordingStage;

beforeEach(async () => {
  stage = await setRecordingStage();
});
afterEach(() => stage?.close());

const sealedOf = (recordingId: string) => path.join(stage.parts.store, `${recordingId}.sealed`);

describe('recordings as time goes by', () => {
  it('[REC-15] its sound goes when its time is over, then what was made of it, with the proof', async () => {
    await stage.setRules(allOn);
    const { recordingId } = await stage.stored();
    const fingerprint = createHash('sha256')
      .update(readFileSync(sealedOf(recordingId)))
      .digest('hex');
    const proof = async () => {
      const admin = await stage.as('agathe.perrot');
      const { purges, brokenAt } = (await admin('GET', routes.recordingPurges)).json;
      expect(brokenAt).toBeNull();
      return purges.filter((one: { recordingId: string }) => one.recordingId === recordingId);
    };
    stage.hub.clock.advance(29 * 86_400_000);
    await stage.work();
    expect(existsSync(sealedOf(recordingId))).toBe(true);
    stage.hub.clock.advance(2 * 86_400_000);
    await stage.work();
    expect(existsSync(sealedOf(recordingId))).toBe(false);
    expect(await proof()).toMatchObject([{ what: 'sound', why: 'retention', fingerprint }]);
    stage.hub.clock.advance(60 * 86_400_000);
    await stage.work();
    expect(await proof()).toMatchObject([{ what: 'sound' }, { what: 'analysis' }]);
    await stage.hub.database.db
      .updateTable('recording_purges')
      .set({ why: 'erasure' })
      .where('recording_id', '=', recordingId)
      .where('what', '=', 'sound')
      .execute();
    const admin = await stage.as('agathe.perrot');
    expect((await admin('GET', routes.recordingPurges)).json.brokenAt).not.toBeNull();
  });

  it('[REC-17] is drawn again by anybody, once its month is over', async () => {
    await stage.setRules(allOn);
    const { id } = await stage.call({ part: 'talk' });
    const month = new Date(stage.hub.clock.now()).toISOString().slice(0, 7);
    const url = `${routes.recordingDraws}?month=${month}`;
    const now = (await stage.askCamille('GET', url)).json;
    expect(now.key).toBeNull();
    stage.hub.clock.advance(32 * 86_400_000);
    const ask = await stage.as('camille.roussel');
    const then = (await ask('GET', url)).json;
    const key = Buffer.from(then.key, 'hex');
    expect(createHash('sha256').update(key).digest('hex')).toBe(now.fingerprint);
    const draw = then.draws.find((one: { interactionId: string }) => one.interactionId === id);
    const unit = unitOf(createHmac('sha256', key).update(id).digest('hex'));
    expect(draw.unit).toBe(unit);
    expect(draw.isDrawn).toBe(unit < draw.chance);
  });
});
