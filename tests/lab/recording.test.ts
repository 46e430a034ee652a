/** Recording on the real switch: a customer's phone, advisors' real lines, tones on each side. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AsteriskRecorder } from '@api/pbx/asterisk-recorder.ts';
import { fileOf, type Side } from '@api/pbx/recorder-port.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Asterisk } from '../support/pbx/asterisk';
import { MANAGER_SECRET, RECORDED_HZ } from '../support/pbx/pbx-settings';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { handOver, PlainLine } from '../support/phones/plain-line';
import { installSilentMedia } from '../support/phones/silent-media';
import { loudestToneDb, recentToneDb, recordedS, toneLevelDb } from '../support/sound/tones';
import { readWav } from '../support/sound/wav';
import { until } from '../support/until';

const CUSTOMER = '+33639980123';
const COLLEAGUE = '+33639980200';
const CUSTOMER_HZ = 440;
const COLLEAGUE_HZ = 880;
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
});
