/** The queues and calls of a real switch as the hub sees them, and what it orders there. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { deskPhone, LabCentre } from '../support/centre/lab-centre';
import { Asterisk } from '../support/pbx/asterisk';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { until } from '../support/until';

const SERVICE = '+33199004110';
const QUEUE = 'kerdoual-service';
const cleanups: (() => unknown)[] = [];
let pbx: Asterisk;
let lab: LabCentre;
let desk: BaresipPhone;

beforeAll(async () => {
  pbx = await Asterisk.start({ ringSeconds: 2 });
  [lab, desk] = await Promise.all([LabCentre.of(pbx), deskPhone(pbx, '6201', 700)]);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
  await lab.centre.leave(QUEUE, '6201');
  lab.events.splice(0);
});
afterAll(async () => {
  lab?.close();
  await desk?.stop();
  await pbx?.stop();
});

const callIn = async (number: string): Promise<BaresipPhone> => {
  const phone = await BaresipPhone.start({ number, speaks: 440 });
  cleanups.push(() => phone.stop());
  phone.dial(pbx.addressOf(SERVICE));
  await phone.waitFor('CALL_ESTABLISHED');
  return phone;
};
const memberOf = () => lab.queue(QUEUE).members.find(({ extension }) => extension === '6201');
const numbers = () => lab.queue(QUEUE).callers.map(({ number }) => number);
const told = (type: string) => lab.events.filter((event) => event.type === type);

it('[QUEUE-6] [QUEUE-1] orders act on the switch: a telephone joins, is asked later, paused, resumed, and leaves', async () => {
  const { centre } = lab;
  await centre.join(QUEUE, '6201', 2);
  await until('it serves', () => memberOf()?.penalty === 2 && memberOf()?.line === 'free');
  await centre.join(QUEUE, '6201', 3);
  await until('it is asked later', () => memberOf()?.penalty === 3);
  await centre.setPenalty(QUEUE, '6201', 1);
  await centre.pause('6201', { reason: 'brief', queue: QUEUE });
  await until('it is paused', () => memberOf()?.pauseReason === 'brief');
  await callIn('+33639980123');
  await until('the caller waits', () => numbers().length === 1);
  expect(memberOf()).toMatchObject({ penalty: 1, isPaused: true, line: 'free' });
  await centre.resume('6201', null);
  await until('it takes the call', () => told('taken').length === 1);
  await centre.leave(QUEUE, '6201');
  await centre.leave(QUEUE, '6201');
  expect(memberOf()).toBeUndefined();
  const shown = await pbx.console(`queue show ${QUEUE}`);
  expect(shown).not.toContain('PJSIP/6201');
});

it('[QUEUE-4] [QUEUE-3] a call is told of from its coming to its end, by the name that the desktop knows', async () => {
  const before = desk.events.length;
  const caller = await callIn('+33639980125');
  const joined = await until('it is there', () => told('joined')[0]);
  await lab.centre.join(QUEUE, '6201', 0);
  await until('it is taken', () =>
    desk.events.slice(before).some(({ type }) => type === 'CALL_ESTABLISHED'),
  );
  const call = await until('they talk', () =>
    lab.centre.calls().find(({ peerChannel }) => peerChannel !== null),
  );
  expect(call).toMatchObject({ extension: '6201', callId: joined.callId, isUp: true });
  await until('both legs are one call', () => numbers().length === 0);
  caller.hangup();
  const ended = await until('it is over', () => told('ended')[0]);
  expect(ended).toMatchObject({ extension: '6201', by: 'customer', callId: joined.callId });
  expect(lab.events.map(({ type }) => type)).toEqual(['joined', 'taken', 'ended']);
  await until('the line is free', () => lab.centre.lineOf('6201') === 'free');
  expect(lab.centre.calls()).toEqual([]);
});

it('[QUEUE-4] who gives up has hung up; who waited as long as the queue lets her waited too long', async () => {
  const caller = await callIn('+33639980126');
  await until('she waits', () => numbers().length === 1);
  caller.hangup();
  const left = await until('she is gone', () => told('left')[0]);
  expect(left).toMatchObject({ because: 'hung-up' });
  await pbx.console(`dialplan add extension 6300,1,Queue,${QUEUE},,,,1 into from-trunk`);
  await pbx.console('dialplan add extension 6300,2,Echo into from-trunk');
  const patient = await BaresipPhone.start({ number: '+33639980127', speaks: 440 });
  cleanups.push(() => patient.stop());
  patient.dial(pbx.addressOf('6300'));
  const late = await until('she waited too long', () => told('left')[1]);
  expect(late).toMatchObject({ because: 'too-long', waitedMs: 1000 });
});

it('[QUEUE-5] a hub that starts in the middle of it all sees what another sees', async () => {
  await callIn('+33639980128');
  await lab.centre.join(QUEUE, '6201', 0);
  await until('they talk', () => told('taken').length === 1);
  await callIn('+33639980129');
  await until('one waits', () => numbers().length === 1);
  const late = await LabCentre.of(pbx);
  cleanups.push(() => late.close());
  const ages = ({ centre }: LabCentre) =>
    centre.calls().map(({ since, ...call }) => ({ ...call, isOld: since < Date.now() }));
  expect(ages(late)).toEqual(ages(lab));
  expect(late.queue(QUEUE).callers.map(({ number }) => number)).toEqual(numbers());
  expect(late.queue(QUEUE).members).toHaveLength(lab.queue(QUEUE).members.length);
});

it('[QUEUE-5] a switch that was killed in a call and is back shows what is, within five seconds', async () => {
  const caller = await callIn('+33639980130');
  await lab.centre.join(QUEUE, '6201', 0);
  await until('they talk', () => told('taken').length === 1);
  lab.news.splice(0);
  const restarted = pbx.restart();
  await until('it is away', () => lab.centre.state() === 'away');
  await restarted;
  const from = performance.now();
  await until('it is read anew', () => lab.centre.state() === 'ready');
  expect(performance.now() - from).toBeLessThan(5000);
  expect(lab.news).toEqual(['away', 'back']);
  expect(lab.centre.calls()).toEqual([]);
  expect(numbers()).toEqual([]);
  expect(memberOf()).toBeUndefined();
  caller.hangup();
  desk.hangup();
});
