/** Recording on the real switch: a customer's phone, advisors' real lines, tones on each side. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '@api/db/database.ts';
import { AsteriskRecorder } from '@api/pbx/asterisk-recorder.ts';
import { fileOf, type Side } from '@api/pbx/recorder-port.ts';
import { recordingCommands } from '@renderer/engine/commands/recording-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import { sessionSchema } from '@shared/contracts/http/auth.ts';
import { callRecordingSchema } from '@shared/contracts/http/recordings.ts';
import { routes } from '@shared/contracts/routes.ts';
import { noRecording } from '@shared/domain/recording/purpose.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deskPhone } from '../support/centre/lab-centre';
import { addAdvisors } from '../support/dialler/listed-people';
import { startHub } from '../support/hub/hub-process';
import { Asterisk } from '../support/pbx/asterisk';
import { MANAGER_SECRET, RECORDED_HZ } from '../support/pbx/pbx-settings';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { handOver, PlainLine } from '../support/phones/plain-line';
import { installSilentMedia } from '../support/phones/silent-media';
import { loudestToneDb, recentToneDb, recordedS, toneLevelDb } from '../support/sound/tones';
import { readWav, type Sound } from '../support/sound/wav';
import { until } from '../support/until';

const CUSTOMER = '+33639980123';
const COLLEAGUE = '+33639980200';
const CUSTOMER_HZ = 440;
const COLLEAGUE_HZ = 880;
const DESK_HZ = 1100;
/** Between what is heard and what is not there lie 60 dB. */
const HEARD_DB = -30;
const SILENT_DB = -60;

let pbx: Asterisk;
let recorder: AsteriskRecorder;
let colleague: BaresipPhone;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  installSilentMedia();
  pbx = await Asterisk.start();
  const log = { info: () => undefined, warn: () => undefined };
  recorder = new AsteriskRecorder(
    {
      host: '127.0.0.1',
      port: pbx.settings.managerPort,
      user: 'parlance',
      secret: MANAGER_SECRET,
      lines: 'PJSIP/{line}',
      context: 'parlance',
    },
    log,
  );
  colleague = await BaresipPhone.start({
    number: COLLEAGUE,
    speaks: COLLEAGUE_HZ,
    sipPort: pbx.settings.trunkPort,
    answers: 'auto',
  });
  await until('the recorder is there', () => recorder.state() === 'ready');
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
});
afterAll(async () => {
  await recorder?.close();
  await colleague?.stop();
  await pbx?.stop();
});

const soundOf = (id: string, side: Side): string =>
  path.join(pbx.recordingFolder, fileOf(id, side));
const isThere = (id: string, side: Side) =>
  existsSync(soundOf(id, side)) && recordedS(soundOf(id, side)) > 0.5;
const loud = (id: string, side: Side, hz: number) =>
  isThere(id, side) && recentToneDb(soundOf(id, side), hz, 0.4) > HEARD_DB;
const silent = (id: string, side: Side, hz: number) =>
  isThere(id, side) && recentToneDb(soundOf(id, side), hz, 0.4) < SILENT_DB;

/** A customer calls an advisor's own line, who takes it. */
const customerCalls = async () => {
  const advisor = await PlainLine.register(pbx.wsUrl, '6101');
  cleanups.push(() => advisor.stop());
  const customer = await BaresipPhone.start({ number: CUSTOMER, speaks: CUSTOMER_HZ });
  cleanups.push(() => customer.stop());
  customer.dial(pbx.addressOf('6101'));
  const taken = await advisor.answer();
  await customer.waitFor('CALL_ESTABLISHED');
  const leg = await until('the customer’s leg is found', () =>
    recorder.findLeg({ extension: '6101', callUid: null, number: CUSTOMER }),
  );
  return { advisor, customer, taken, leg };
};

const headerBytes = 44;
/** Decodes 16-bit PCM of two channels: the advisor at the left, the customer at the right. */
const sidesOf = (wav: Buffer): { readonly [side in Side]: Sound } => {
  const rateHz = wav.readUInt32LE(24);
  const frames = Math.floor((wav.length - headerBytes) / 4);
  const channel = (offset: number): Sound => ({
    rateHz,
    samples: Float64Array.from(
      { length: frames },
      (_, at) => wav.readInt16LE(headerBytes + at * 4 + offset) / 32_768,
    ),
  });
  return { advisor: channel(0), customer: channel(2) };
};

/** Somebody's desktop: its client of the hub, and the commands of its screens. */
const desktopOf = async (apiUrl: string, login: string) => {
  const hub = new HubClient(apiUrl);
  const body = { login, password: 'parlance-demo', deviceId: randomUUID() };
  const path = routes.signIn;
  const session = await hub.open({ method: 'POST', path, body, answer: sessionSchema });
  if (!session.ok) throw new Error(`${login}: ${session.error.code} ${session.error.detail}`);
  hub.takeTokensFrom(async () => succeed(session.value.accessToken));
  const commands = recordingCommands({ hub, session: { shift: {} } } as never);
  return { hub, commands };
};

describe('recording on the real switch', () => {
  it('[REC-6] [REC-7] each side its own tone, silence while paused, on after a blind transfer', async () => {
    const id = 'lab-blind';
    const { customer, taken, leg } = await customerCalls();
    const ended: string[] = [];
    recorder.listen({ ended: (gone) => ended.push(gone), back: () => undefined });
    await recorder.start(leg, id);
    await until('the customer is recorded', () => loud(id, 'customer', CUSTOMER_HZ));
    await handOver(taken, COLLEAGUE);
    await until(
      'both are recorded',
      () => loud(id, 'customer', CUSTOMER_HZ) && loud(id, 'advisor', COLLEAGUE_HZ),
    );
    await recorder.pause(leg);
    await until(
      'nobody is recorded',
      () => silent(id, 'customer', CUSTOMER_HZ) && silent(id, 'advisor', COLLEAGUE_HZ),
    );
    const pausedAt = recordedS(soundOf(id, 'customer'));
    await until(
      'time goes on in the file',
      () => recordedS(soundOf(id, 'customer')) > pausedAt + 0.8,
    );
    await recorder.resume(leg);
    await until(
      'both are recorded again',
      () => loud(id, 'customer', CUSTOMER_HZ) && loud(id, 'advisor', COLLEAGUE_HZ),
    );
    await recorder.stop(leg, id);
    const hers = readWav(soundOf(id, 'customer'));
    const ours = readWav(soundOf(id, 'advisor'));
    // Each side alone, as long as the other.
    expect(toneLevelDb(hers, COLLEAGUE_HZ)).toBeLessThan(SILENT_DB);
    expect(toneLevelDb(ours, CUSTOMER_HZ)).toBeLessThan(SILENT_DB);
    expect(Math.abs(hers.samples.length - ours.samples.length) / hers.rateHz).toBeLessThan(0.1);
    expect(toneLevelDb(hers, CUSTOMER_HZ, { fromS: pausedAt, lengthS: 0.7 })).toBeLessThan(
      SILENT_DB,
    );
    expect(await recorder.liveLegs()).toContain(leg);
    customer.hangup();
    await until('its end is told', () => ended.includes(leg));
  });

  it('[REC-8] both hear that it will be recorded before the first second is', async () => {
    const id = 'lab-told';
    const { customer, taken, leg } = await customerCalls();
    await handOver(taken, COLLEAGUE);
    const heard = await until('she hears the colleague', () =>
      customer.recordings.find((file) => recentToneDb(file, COLLEAGUE_HZ) > HEARD_DB),
    );
    await recorder.announce(leg, id);
    expect(loudestToneDb(heard, RECORDED_HZ, 0)).toBeGreaterThan(HEARD_DB);
    const atColleague = colleague.recordings.at(-1) ?? '';
    expect(loudestToneDb(atColleague, RECORDED_HZ, 0)).toBeGreaterThan(HEARD_DB);
    expect(isThere(id, 'customer')).toBe(false);
    await recorder.start(leg, id);
    await until('both are recorded', () => loud(id, 'advisor', COLLEAGUE_HZ));
    expect(loudestToneDb(soundOf(id, 'advisor'), RECORDED_HZ, 0.1)).toBeLessThan(SILENT_DB);
  });

  it('[REC-7] it goes on after a transfer with a question before', async () => {
    const id = 'lab-asked';
    const { advisor, customer, taken, leg } = await customerCalls();
    await recorder.start(leg, id);
    await until('the customer is recorded', () => loud(id, 'customer', CUSTOMER_HZ));
    taken.call.send('send-hold');
    const asked = advisor.dial(COLLEAGUE);
    await until('the colleague answers', () => asked.events.includes('accepted'));
    await handOver(taken, asked);
    await until(
      'the colleague is recorded with her',
      () => loud(id, 'advisor', COLLEAGUE_HZ) && loud(id, 'customer', CUSTOMER_HZ),
    );
    customer.hangup();
    await until('the leg is gone', async () => !(await recorder.liveLegs()).has(leg));
    expect(recordedS(soundOf(id, 'customer'))).toBeGreaterThan(0.5);
  });

  it('[REC-9] what was recorded of who objects can be deleted at once, in the middle of the call', async () => {
    const id = 'lab-objected';
    const { leg } = await customerCalls();
    await recorder.start(leg, id);
    await until('the customer is recorded', () => loud(id, 'customer', CUSTOMER_HZ));
    await recorder.stop(leg, id);
    for (const side of ['customer', 'advisor'] as const) rmSync(soundOf(id, side));
    const more = 'lab-objected-after';
    await recorder.start(leg, more);
    await until('another file grows', () => loud(more, 'customer', CUSTOMER_HZ));
    expect(
      readdirSync(path.dirname(soundOf(id, 'customer'))).filter((name) =>
        name.startsWith(`${id}-c`),
      ),
    ).toEqual([]);
  });

  it('[REC-7] the customer’s leg of a call that we make is recorded, and no other call of the line', async () => {
    const id = 'lab-outbound';
    const advisor = await PlainLine.register(pbx.wsUrl, '6102');
    cleanups.push(() => advisor.stop());
    const made = advisor.dial(COLLEAGUE);
    await until('she answers', () => made.events.includes('accepted'));
    const call = { extension: '6102', callUid: null, number: COLLEAGUE };
    const leg = await until('the customer’s leg is found', () => recorder.findLeg(call));
    expect(await recorder.findLeg({ ...call, number: CUSTOMER })).toBeNull();
    expect(await recorder.findLeg({ ...call, extension: '6101' })).toBeNull();
    await recorder.start(leg, id);
    await until('she is recorded as the customer', () => loud(id, 'customer', COLLEAGUE_HZ));
    await handOver(made, '8999');
    await until(
      'she hears herself, on both sides',
      () => loud(id, 'advisor', COLLEAGUE_HZ) && loud(id, 'customer', COLLEAGUE_HZ),
    );
    colleague.hangup();
  });

  it('[REC-13] [REC-14] from the switch to the lead: sealed at the hub, found by its exchange, heard at her desktop', async () => {
    const hub = await startHub({
      customers: 20,
      env: {
        PARLANCE_AMI_HOST: '127.0.0.1',
        PARLANCE_AMI_PORT: String(pbx.settings.managerPort),
        PARLANCE_AMI_SECRET: MANAGER_SECRET,
        PARLANCE_RECORDING_SPOOL: pbx.recordingFolder,
      },
    });
    cleanups.push(() => hub.stop());
    const { db, close } = openDatabase(hub.databaseUrl, () => undefined);
    cleanups.push(close);
    await addAdvisors(db, ['6201']);
    const rules = JSON.stringify({
      ...noRecording,
      contract: { ...noRecording.contract, on: true },
    });
    const decided = { changed_by: null, changed_at: new Date().toISOString(), why: 'essai' };
    await db
      .insertInto('recording_rules')
      .values({ brand_id: 'kerdoual', rules, ...decided })
      .execute();
    const [advisor, lead] = await Promise.all(
      ['ligne.6201', 'nadia.ferrand'].map((login) => desktopOf(hub.apiUrl, login)),
    );
    const desk = await deskPhone(pbx, '6201', DESK_HZ);
    cleanups.push(() => desk.stop());
    const customer = await BaresipPhone.start({ number: CUSTOMER, speaks: CUSTOMER_HZ });
    cleanups.push(() => customer.stop());
    customer.dial(pbx.addressOf('6201'));
    await customer.waitFor('CALL_ESTABLISHED');
    const interactionId = randomUUID();
    const call = { interactionId, brandId: 'kerdoual', customerId: null, callUid: null };
    const more = {
      number: CUSTOMER,
      scriptId: null,
      part: 'contract',
      training: false,
      causes: [],
    };
    const asked = {
      method: 'POST',
      path: routes.recordingCalls,
      body: { ...call, ...more },
    } as const;
    const first = await advisor?.hub.ask({ ...asked, answer: callRecordingSchema });
    const id = first?.ok === true ? (first.value.recordings[0]?.id ?? '') : '';
    await until(
      'both are recorded',
      () => loud(id, 'customer', CUSTOMER_HZ) && loud(id, 'advisor', DESK_HZ),
    );
    customer.hangup();
    const stored = await until('it is found by its exchange, and stored', async () => {
      const found = await lead?.commands['recording.list']({ interactionId });
      return found?.ok === true
        ? found.value.recordings.find(({ state }) => state === 'stored')
        : undefined;
    });
    await until('nothing is left in the clear', () => !existsSync(soundOf(id, 'customer')));
    const sealed = path.join(hub.dataFolder, 'recordings', `${id}.sealed`);
    expect(readFileSync(sealed).subarray(0, 4).toString()).not.toBe('RIFF');
    const heard = await lead?.commands['recording.hear']({
      recordingId: stored.id,
      reason: 'evaluation',
    });
    if (heard?.ok !== true) throw new Error('the lead hears nothing');
    const sides = sidesOf(Buffer.from(heard.value.bytes));
    expect(toneLevelDb(sides.advisor, DESK_HZ)).toBeGreaterThan(HEARD_DB);
    expect(toneLevelDb(sides.customer, CUSTOMER_HZ)).toBeGreaterThan(HEARD_DB);
    expect(toneLevelDb(sides.advisor, CUSTOMER_HZ)).toBeLessThan(SILENT_DB);
    const refused = await advisor?.commands['recording.hear']({
      recordingId: randomUUID(),
      reason: 'own-call',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
