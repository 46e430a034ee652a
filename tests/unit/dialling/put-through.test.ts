/** A call that the hub dialled and the switch puts through to her desktop, and the number of calls by hand. */
import { randomUUID } from 'node:crypto';
import { callEvents } from '@renderer/engine/shift/call-events.ts';
import { outboundOf } from '@renderer/engine/shift/outbound-call.ts';
import { dialledOf } from '@shared/domain/dialling/dialled-call.ts';
import { judgeByReference } from '@shared/domain/law/judge-call.ts';
import { byHand, diallingOf, presentedFor } from '@shared/domain/law/presented-for.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { sampleReference } from '../../support/desk/samples.ts';
import { SimulatedCall } from '../../support/desk/simulated-line.ts';
import { until } from '../../support/until.ts';

const ORDINARY = '+33199004120';
const DEDICATED = '+33162000001';
const MOBILE = '+33639980001';
const nowMs = Date.parse('2026-11-05T15:00:00.000Z');

const sent = {
  callId: randomUUID(),
  campaignId: randomUUID(),
  campaignName: 'Isolation%2C%20%C3%A9t%C3%A9',
  scriptId: 'kerdoual-invitation',
  contactId: randomUUID(),
  customerId: randomUUID(),
  purpose: 'commercial',
};

it('[DIAL-14] is read whole from its headers, or not at all', () => {
  expect(dialledOf(sent)).toEqual({ ...sent, campaignName: 'Isolation, été' });
  expect(dialledOf({ ...sent, scriptId: '' })).toMatchObject({ scriptId: null });
  expect(dialledOf({ ...sent, campaignName: '%' })).toMatchObject({ campaignName: '%' });
  for (const field of ['callId', 'campaignId', 'contactId', 'customerId', 'purpose'] as const)
    for (const bad of [null, '', 'what']) expect(dialledOf({ ...sent, [field]: bad })).toBeNull();
  const text = fc.option(fc.string({ maxLength: 600 }));
  const headers = fc.record({
    callId: text,
    campaignId: text,
    campaignName: text,
    scriptId: text,
    contactId: text,
    customerId: text,
    purpose: text,
  });
  fc.assert(fc.property(headers, (one) => dialledOf(one) === null));
});

const rings = (desk: DeskUnderFaults): SimulatedCall => {
  const call = new SimulatedCall(false);
  const dialled = dialledOf(sent);
  if (dialled === null) throw new Error('it is read');
  desk.lineDesk.onIncoming(call, {
    from: `<sip:${MOBILE}@pbx>`,
    assertedIdentity: null,
    to: 'sip:6001@pbx',
    requestUri: 'sip:6001@pbx',
    called: [DEDICATED],
    brand: 'kerdoual',
    queue: null,
    campaign: null,
    callUid: sent.callId,
    autoAnswer: true,
    dialled,
  });
  return call;
};

it('[DIAL-14] [DIAL-19] is an outgoing exchange of the campaign under the call’s own id, and takes itself up', async () => {
  const desk = new DeskUnderFaults();
  rings(desk);
  expect(desk.shown[0]).toMatchObject({ phase: 'ringing', putThrough: true });
  await until('it takes itself up', () => desk.shown[0]?.phase === 'connecting');
  expect(desk.shown[0]).toMatchObject({
    id: sent.callId,
    direction: 'outbound',
    campaign: 'Isolation, été',
  });
  const work = await until('its work is there', () => desk.work.get(sent.callId));
  expect(work).toMatchObject({ direction: 'outbound', brandId: 'kerdoual' });
  expect(work.facts).toMatchObject({
    callUid: sent.callId,
    campaignId: sent.campaignId,
    campaign: 'Isolation, été',
    campaignScript: sent.scriptId,
    calledNumber: DEDICATED,
    purpose: 'commercial',
  });
  expect(work.customerId).not.toBeNull();
});

it.each([
  ['put through', 'outbound', null, ['discard']],
  ['put through', 'outbound', '2026-11-05T15:00:00.000Z', ['ended']],
  ['from outside', 'inbound', null, ['ended', 'call-missed']],
  ['by hand', 'outbound', null, ['ended']],
] as const)(
  '[DIAL-14] a call %s that is %s and was answered at %s leaves %j behind',
  async (came, direction, answeredAt, left) => {
    const done: string[] = [];
    const work = {
      get: () => ({ direction, answeredAt, customerName: 'X' }),
      discard: async () => void done.push('discard'),
      ended: async () => void done.push('ended'),
      openWrapUps: 0,
    };
    const over = {
      origin: { id: sent.callId, direction, putThrough: came === 'put through' },
      end: { outcome: came !== 'by hand' && answeredAt === null ? 'abandoned' : 'answered' },
    };
    const desks = {
      work,
      advisor: { take: () => undefined },
      calls: { live: 0, views: [] },
      turningAway: { ended: () => undefined },
      team: { pickUps: { ended: () => over }, park: { ended: () => undefined } },
      line: { follow: () => undefined },
    };
    const own = { notice: (what: string) => void done.push(what) };
    callEvents(desks as never, own as never).ended(over as never);
    await until('it is over', () => done.length === left.length);
    expect(done.sort()).toEqual([...left].sort());
  },
);

it('[DIAL-16] presents the first of the campaign’s numbers that this way of dialling may', () => {
  const numbers = [MOBILE, DEDICATED, ORDINARY];
  expect(presentedFor(numbers, diallingOf('predictive'), nowMs)).toBe(DEDICATED);
  expect(presentedFor([MOBILE, ORDINARY, DEDICATED], byHand, nowMs)).toBe(ORDINARY);
  expect(presentedFor([ORDINARY, DEDICATED], diallingOf('power'), nowMs)).toBe(DEDICATED);
  // What is wrong with it is said by the refusal.
  expect(presentedFor([MOBILE], byHand, nowMs)).toBe(MOBILE);
  expect(presentedFor([], byHand, nowMs)).toBeNull();
});

it('[DIAL-16] tells the switch the number, and judges with it', () => {
  const reference = sampleReference();
  const [own] = reference.numbers;
  const target = { e164: MOBILE, display: '', address: MOBILE, internal: false };
  const told = (presented: string | null) =>
    outboundOf({ id: sent.callId, brandId: 'kerdoual' }, target as never, {
      numbers: reference.numbers,
      line: null,
      presented,
    });
  expect(told(DEDICATED).headers.join()).toContain(`P-Preferred-Identity: <sip:${DEDICATED}@>`);
  expect(told(DEDICATED)).toMatchObject({ calledNumber: DEDICATED });
  expect(told(null)).toMatchObject({ calledNumber: own?.e164, about: { calledLabel: own?.label } });
  const judged = (presented?: string) =>
    judgeByReference(reference, {
      person: null,
      brandId: 'kerdoual',
      purpose: 'commercial',
      calledNumber: null,
      nowMs,
      ...(presented === undefined ? {} : { presented }),
    }).facts['presentedNumber'];
  expect(judged(DEDICATED)).toMatchObject({ number: DEDICATED });
  expect(judged()).toMatchObject({ number: own?.e164 });
});
