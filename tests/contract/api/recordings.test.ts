import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf } from '@api/pbx/recorder-port.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPOKEN_HZ } from '../../support/recording/fake-recorder.ts';
import { toneLevelDb } from '../../support/sound/tones.ts';
import { readWav } from '../../support/sound/wav.ts';
import { bearer } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';
import { allOn, type RecordingStage, setRecordingStage } from './recording-stage.ts';

let stage: RecordingStage;

beforeAll(async () => {
  stage = await setRecordingStage();
});
afterAll(() => stage?.close());

const customer = async (): Promise<string> => {
  const { hub, camille } = stage;
  const payload = someCustomer(hub.newId());
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload })]);
  return payload.id;
};
const sealedOf = (recordingId: string) => path.join(stage.parts.store, `${recordingId}.sealed`);
const plainOf = (recordingId: string) =>
  path.join(stage.parts.spool, fileOf(recordingId, 'customer'));
const soundOf = (recordingId: string, listeningId: string, range?: string) =>
  stage.hub.app.inject({
    method: 'GET',
    url: `${routes.recordings}/${recordingId}/sound?listening=${listeningId}`,
    headers: { ...bearer(stage.camille), ...(range === undefined ? {} : { range }) },
  });

describe('a call that goes on', () => {
  it('[REC-10] is not recorded as long as nobody has switched it on, and says why', async () => {
    const { told } = await stage.call({ part: 'talk' });
    expect(told).toEqual({ because: 'off', recordings: [] });
    expect(stage.recorder.asked).toEqual([]);
  });

  it('[REC-10] rules longer than the law allows are refused, and who changes them says why', async () => {
    const hugo = await stage.as('hugo.delmas');
    const url = `${routes.recordingRules}/kerdoual`;
    const tooLong = { ...allOn, contract: { ...allOn.contract, audioDays: 182 } };
    expect((await hugo('PUT', url, { rules: tooLong, reason: 'essai' })).status).toBe(400);
    expect((await hugo('PUT', url, { rules: allOn, reason: '' })).status).toBe(400);
    await stage.setRules(allOn);
    expect((await hugo('GET', url)).json).toMatchObject({ rules: allOn, why: 'pour les essais' });
  });

  it('[REC-10] in the sample it is told, then recorded, once however often it is asked', async () => {
    const interactionId = await stage.drawn();
    await stage.call({ interactionId, part: 'talk' });
    const told = await stage.stands(interactionId, 'recording');
    expect(told.recordings).toMatchObject([{ purpose: 'evaluation', causes: [] }]);
    const again = await stage.call({ interactionId, part: 'talk' });
    expect(again.told.recordings).toMatchObject([{ id: told.recordings[0]?.id }]);
    expect(stage.recorder.asked.slice(-2).map((one) => one.split(' ')[0])).toEqual([
      'announce',
      'start',
    ]);
  });

  it('[REC-11] a pause is confirmed by the switch or it is none, and goes on when no cause stands', async () => {
    const { id } = await stage.call();
    await stage.stands(id, 'recording');
    const url = `${routes.recordingCalls}/${id}/causes`;
    stage.recorder.refuses = 'pause';
    const refused = await stage.askCamille('PUT', url, { causes: ['payment'] });
    expect(refused).toMatchObject({ status: 503, json: { code: 'recording-not-changed' } });
    await stage.stands(id, 'recording');
    stage.recorder.refuses = null;
    const paused = await stage.askCamille('PUT', url, { causes: ['payment', 'by-hand'] });
    expect(paused.json.recordings).toMatchObject([
      { state: 'paused', causes: ['payment', 'by-hand'] },
    ]);
    await stage.askCamille('PUT', url, { causes: ['by-hand'] });
    await stage.stands(id, 'paused');
    const on = await stage.askCamille('PUT', url, { causes: [] });
    expect(on.json.recordings).toMatchObject([{ state: 'recording', causes: [] }]);
    expect(stage.recorder.asked.slice(-2).map((one) => one.split(' ')[0])).toEqual([
      'pause',
      'resume',
    ]);
  });

  it('[REC-10] a customer who could not be told is not recorded', async () => {
    stage.recorder.refuses = 'announce';
    const { id } = await stage.call();
    await stage.stands(id, 'void');
    stage.recorder.refuses = null;
    expect(stage.recorder.asked.at(-1)).not.toContain('start');
  });

  it('[REC-10] handed over, the same recording is of both exchanges', async () => {
    const { id } = await stage.call();
    const { recordings } = await stage.stands(id, 'recording');
    const nadia = await stage.as('nadia.ferrand');
    const { hub } = stage;
    const lead = await hub.database.db
      .selectFrom('lines')
      .innerJoin('users', 'users.id', 'user_id')
      .select('extension')
      .where('login', '=', 'yanis.morel')
      .executeTakeFirstOrThrow();
    const yanis = await stage.as('yanis.morel');
    const leg =
      (await stage.recorder.findLeg({ extension: '6001', callUid: null, number: null })) ?? '';
    stage.recorder.calls(lead.extension, leg);
    const next = hub.newId();
    const answer = await yanis('POST', routes.recordingCalls, {
      interactionId: next,
      brandId: 'kerdoual',
      customerId: null,
      callUid: null,
      number: '+33639980123',
      scriptId: null,
      part: 'contract',
      training: false,
      causes: [],
    });
    expect(answer.json.recordings.map((one: { id: string }) => one.id)).toEqual([
      recordings[0]?.id,
    ]);
    const found = await nadia('GET', `${routes.recordings}?interactionId=${next}`);
    expect(found.json.recordings[0].interactionIds).toEqual([id, next]);
  });

  it('[REC-12] who objects is deleted at once; who objects for ever is not recorded again', async () => {
    const customerId = await customer();
    const { id, told } = await stage.call({ customerId });
    await stage.stands(id, 'recording');
    const recordingId = told.recordings[0]?.id ?? '';
    expect(existsSync(plainOf(recordingId))).toBe(true);
    const url = `${routes.recordingCalls}/${id}/objection`;
    const answer = await stage.askCamille('POST', url, { scope: 'always', customerId });
    expect(answer.json.recordings).toMatchObject([{ state: 'objected' }]);
    expect(existsSync(plainOf(recordingId))).toBe(false);
    const again = await stage.call({ customerId });
    expect(again.told).toEqual({ because: 'opposed', recordings: [] });
    const admin = await stage.as('agathe.perrot');
    const { purges, brokenAt } = (await admin('GET', routes.recordingPurges)).json;
    expect(brokenAt).toBeNull();
    expect(purges).toMatchObject([{ recordingId, what: 'sound', why: 'objection' }]);
  });

  it('[REC-12] an objection for this call alone: the same call is recorded no more, the next one may be', async () => {
    const customerId = await customer();
    const { id } = await stage.call({ customerId });
    await stage.stands(id, 'recording');
    await stage.askCamille('POST', `${routes.recordingCalls}/${id}/objection`, {
      scope: 'call',
      customerId,
    });
    const contract = await stage.call({ customerId, interactionId: id, part: 'contract' });
    expect(contract.told.recordings.map(({ state }) => state)).toEqual(['objected']);
    const next = await stage.call({ customerId });
    await stage.stands(next.id, 'recording');
  });
});

describe('a recording that is kept', () => {
  it('[REC-13] is sealed, and nothing of it lies in the clear; each side is heard on its side', async () => {
    const { recordingId } = await stage.stored();
    expect(existsSync(plainOf(recordingId))).toBe(false);
    const sealed = readFileSync(sealedOf(recordingId));
    expect(sealed.includes('RIFF')).toBe(false);
    const url = `${routes.recordings}/${recordingId}`;
    const opened = await stage.askCamille('POST', `${url}/listenings`, { reason: 'own-call' });
    const whole = await soundOf(recordingId, opened.json.listeningId);
    expect(whole.headers['content-type']).toBe('audio/wav');
    const file = path.join(stage.parts.store, 'heard.wav');
    writeFileSync(file, whole.rawPayload);
    const left = readWav(file);
    expect(left.samples.length).toBe(16_000);
    expect(toneLevelDb(left, SPOKEN_HZ.advisor)).toBeGreaterThan(-10);
    expect(toneLevelDb(left, SPOKEN_HZ.customer)).toBeLessThan(-40);
    const part = await soundOf(recordingId, opened.json.listeningId, 'bytes=40000-63999');
    expect(part.statusCode).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 40000-63999/${whole.rawPayload.length}`);
    expect(part.rawPayload.equals(whole.rawPayload.subarray(40_000, 64_000))).toBe(true);
    const past = await soundOf(recordingId, opened.json.listeningId, 'bytes=9999999-');
    expect(past.statusCode).toBe(400);
    // One bit of the file is another: it is not read at all.
    sealed[1000] = (sealed[1000] ?? 0) ^ 1;
    writeFileSync(sealedOf(recordingId), sealed);
    const broken = await soundOf(recordingId, opened.json.listeningId).catch(() => null);
    expect(broken?.rawPayload.length ?? 0).toBeLessThan(whole.rawPayload.length);
  });

  it('[REC-14] only she and her lead open it, say why, and she sees who did', async () => {
    const interactionId = await stage.drawn();
    const { id, recordingId } = await stage.stored(null, { interactionId, part: 'talk' });
    const url = `${routes.recordings}/${recordingId}`;
    const nadia = await stage.as('nadia.ferrand');
    const yanis = await stage.as('yanis.morel');
    expect((await yanis('GET', url)).status).toBe(404);
    expect((await yanis('POST', `${url}/listenings`, { reason: 'coaching' })).status).toBe(404);
    expect((await nadia('POST', `${url}/listenings`, {})).status).toBe(400);
    const opened = await nadia('POST', `${url}/listenings`, { reason: 'evaluation' });
    // A listening is of who asked for it.
    expect((await soundOf(recordingId, opened.json.listeningId)).statusCode).toBe(404);
    const seen = (await stage.askCamille('GET', url)).json;
    expect(seen.heardBy).toMatchObject([{ name: 'Nadia Ferrand', reason: 'evaluation' }]);
    expect(seen.draw).toMatchObject({ perMonth: 10 });
    expect(seen.peaks.customer).toHaveLength(20);
    const admin = await stage.as('agathe.perrot');
    const journal = await admin('GET', `/v1/audit?entity=recording&entityId=${recordingId}`);
    expect(journal.json.entries).toMatchObject([
      { action: 'listened', detail: { reason: 'evaluation' } },
    ]);
    const list = await nadia('GET', `${routes.recordings}?interactionId=${id}`);
    expect(list.json.recordings).toHaveLength(1);
  });

  it('[REC-16] a customer who is erased takes her recordings with her; until then they are in her file', async () => {
    const customerId = await customer();
    const { recordingId } = await stage.stored(customerId);
    const admin = await stage.as('agathe.perrot');
    const file = await admin('GET', `/v1/customers/${customerId}/personal-data`);
    const section = file.json.sections.find(({ name }: { name: string }) => name === 'recordings');
    expect(section.rows).toMatchObject([{ id: recordingId, purpose: 'contract' }]);
    expect(section.rows[0]).not.toHaveProperty('key');
    const erased = await admin('POST', `/v1/customers/${customerId}/erase`, { reason: 'demande' });
    expect(erased.status).toBeLessThan(300);
    await stage.work();
    expect(readdirSync(stage.parts.store)).not.toContain(`${recordingId}.sealed`);
    const { purges } = (await admin('GET', routes.recordingPurges)).json;
    expect(purges.at(-1)).toMatchObject({ recordingId, why: 'erasure' });
  });
});

describe('the sample', () => {
  it('[REC-17] is never more than was said, and who is not drawn is told so', async () => {
    const rules = { ...allOn, evaluation: { ...allOn.evaluation, perMonth: 1 } };
    await stage.setRules(rules);
    await stage.drawn();
    expect((await stage.call({ part: 'talk' })).told).toEqual({
      because: 'sample-full',
      recordings: [],
    });
    await stage.setRules(allOn);
    const unlikely = [];
    for (let at = 0; at < 20; at += 1)
      unlikely.push((await stage.call({ part: 'talk' })).told.because);
    expect(unlikely).toContain('not-drawn');
  });
});
