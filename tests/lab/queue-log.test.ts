/** Some dozens of calls on a real switch: what it told of them makes the same calls as its own log. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { factOf } from '@api/modules/queue-figures/record.ts';
import { groupOf, queueFigures, usualTarget } from '@shared/domain/queue-call/figures.ts';
import { type QueueCall, queueCalls } from '@shared/domain/queue-call/queue-call.ts';
import { readLog } from '@shared/domain/queue-call/read-log.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskPhone, LabCentre } from '../support/centre/lab-centre';
import { Asterisk } from '../support/pbx/asterisk';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { until } from '../support/until';

const CALLS = 36;
const QUEUE = 'kerdoual-service';
let pbx: Asterisk;
let lab: LabCentre;
let desks: BaresipPhone[] = [];

beforeAll(async () => {
  pbx = await Asterisk.start({ ringSeconds: 3 });
  [lab, ...desks] = await Promise.all([
    LabCentre.of(pbx),
    deskPhone(pbx, '6201', 700),
    deskPhone(pbx, '6202', 1100),
  ]);
  for (const line of ['6201', '6202']) await lab.centre.join(QUEUE, line, 0);
  await pbx.console(`dialplan add extension 6301,1,Queue,${QUEUE},,,,2 into from-trunk`);
  await pbx.console('dialplan add extension 6301,2,Wait,1 into from-trunk');
});
afterAll(async () => {
  lab?.close();
  for (const desk of desks) await desk.stop();
  await pbx?.stop();
});

const logText = (): string => {
  const file = path.join(path.dirname(pbx.logFile), 'queue_log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const byLeg = (calls: readonly QueueCall[]) =>
  [...calls]
    .sort((a, b) => a.legId.localeCompare(b.legId))
    .map(({ legId, outcome, waitedS, talkedS }) => [legId, outcome, waitedS, talkedS].join(' '));

it('[QUEUE-11] what the switch told makes the same calls and figures as its own queue log', async () => {
  // A second try counts its own calls alone.
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
  const before = { events: lab.events.length, log: logText().length };
  const events = () => lab.events.slice(before.events);
  for (let place = 0; place < CALLS; place += 1) {
    // Most come and wait for a while; every sixth where the queue lets nobody wait for long.
    const called = place % 6 === 5 ? '6301' : '+33199004110';
    const stays = 1 + (place % 4);
    await pbx.console(`channel originate Local/${called}@from-trunk application Wait ${stays}`);
  }
  const joined = () => events().filter(({ type }) => type === 'joined').length;
  await until('all have come', () => joined() === CALLS);
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
  const told = () => queueCalls(events().flatMap((event) => factOf(event) ?? []));
  await until('the end of each is told', () =>
    told().every(
      ({ outcome, talkedS }) => outcome !== 'waiting' && (outcome !== 'taken' || talkedS !== null),
    ),
  );
  const logged = queueCalls(readLog(logText().slice(before.log)).facts);
  expect(byLeg(told())).toEqual(byLeg(logged));
  const figures = (calls: readonly QueueCall[]) =>
    queueFigures(calls.map(groupOf), () => usualTarget);
  expect(figures(told())).toEqual(figures(logged));
  const outcomes = new Set(logged.map(({ outcome }) => outcome));
  expect([...outcomes].sort()).toEqual(['hung-up', 'taken', 'too-long']);
  expect(logged).toHaveLength(CALLS);
});
