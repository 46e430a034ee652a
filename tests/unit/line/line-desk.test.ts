import { randomUUID } from 'node:crypto';
import { SignallingLink } from '@renderer/engine/telephony/sip/session/signalling-link.ts';
import { type Session, SessionState } from 'sip.js';
import { expect, it } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { until } from '../../support/until';

const from = (number: string): string => `<sip:${number}@trunk.example>;tag=1`;
const states = (desk: DeskUnderFaults) => desk.shown.map(({ phase }) => phase);

it('[AUTO-1] of two calls that ask for it within one beep only the first takes itself up', async () => {
  const desk = new DeskUnderFaults();
  desk.line.rings(from('+33639980001'), true);
  desk.line.rings(from('+33639980002'), true);
  await until('the first is taken up', () => states(desk)[0] === 'connecting');
  expect(states(desk)).toEqual(['connecting', 'ringing']);
});

it('[MISS-3] what cannot be called now is not taken from the colleagues', async () => {
  const desk = new DeskUnderFaults();
  const call = { number: '06 39 98 41 17', brandId: null, customerId: null };
  desk.line.lost();
  expect((await desk.lineDesk.dial({ ...call, callbackId: randomUUID() })).ok).toBe(false);
  const malformed = { ...call, number: '12ab', callbackId: randomUUID() };
  expect((await desk.lineDesk.dial(malformed)).ok).toBe(false);
  expect(desk.taken).toEqual([]);
  desk.line.back();
  const callbackId = randomUUID();
  expect((await desk.lineDesk.dial({ ...call, callbackId })).ok).toBe(true);
  expect(desk.taken).toEqual([callbackId]);
});

it('[NET-18] a call let go while it waits to be taken back is ended as soon as it is', async () => {
  let byes = 0;
  const bye = async () => {
    byes += 1;
  };
  const session = { state: SessionState.Initial, bye } as unknown as Session;
  const link = new SignallingLink(session);
  link.takingBack = true;
  await link.hangUp();
  expect(byes).toBe(0);
  expect(link.established()).toBe(true);
  expect(byes).toBe(1);
  const kept = new SignallingLink(session);
  kept.takingBack = true;
  expect(kept.established()).toBe(false);
  expect(byes).toBe(1);
});
