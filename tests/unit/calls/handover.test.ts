import { randomUUID } from 'node:crypto';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import type { EndedCall } from '@renderer/engine/calls/live-call.ts';
import { passTo } from '@renderer/engine/telephony/passage.ts';
import { sipFragStatus } from '@renderer/engine/telephony/sip/session/refer.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';

let shown: readonly CallView[];
let ended: EndedCall[];
let desk: CallDesk;

const add = (direction: 'inbound' | 'outbound', consultFor: string | null = null) => {
  const line = new FakeLineCall();
  const id = randomUUID();
  const title = consultFor === null ? 'Hélène Vasseur' : 'Sarah Klein';
  const number = consultFor === null ? '+33639984117' : null;
  const facts = { numberHidden: false, brandId: 'kerdoual', calledNumber: null, calledLabel: null };
  const rest = { numberDisplay: '6002', queue: null, training: false };
  desk.add({ id, direction, number, title, consultFor, ...facts, ...rest }, line, 1_000);
  return { id, line };
};
const customer = () => {
  const made = add('inbound');
  desk.answer(made.id);
  made.line.happens({ type: 'accepted' });
  return made;
};
/** The customer waits on hold while the colleague's telephone rings. */
const asking = () => {
  const first = customer();
  const second = add('outbound', first.id);
  first.line.happens({ type: 'hold-negotiated' });
  second.line.happens({ type: 'progressed' });
  return { first, second };
};
const asked = () => {
  const both = asking();
  both.second.line.happens({ type: 'accepted' });
  return both;
};
const together = () => {
  const both = asked();
  desk.handover.threeWay(both.first.id, true);
  both.first.line.happens({ type: 'resume-negotiated' });
  return both;
};
const viewOf = (id: string) => shown.find((call) => call.id === id);

beforeEach(() => {
  shown = [];
  ended = [];
  desk = new CallDesk({
    keep: () => undefined,
    clock: { now: () => 2_000 },
    show: (calls) => {
      shown = calls;
    },
    listener: {
      answered: () => undefined,
      ended: (one) => ended.push(one),
      ringing: () => undefined,
      handedTo: () => false,
    },
  });
});

describe('a transfer without asking', () => {
  it('[XFER-1] [CENTRE-6] ends her call as answered when the other has it, and says to whom it went', () => {
    const { id, line } = customer();
    expect(desk.handover.transfer(id, passTo('6002'), 'Sarah Klein').ok).toBe(true);
    expect(line.transfers[0]?.target).toBe('6002');
    line.transfers[0]?.tell({ stage: 'ringing' });
    expect(viewOf(id)?.transfer).toEqual({ to: 'Sarah Klein', stage: 'ringing', failure: null });
    expect(ended).toEqual([]);
    line.transfers[0]?.tell({ stage: 'done' });
    expect(line.sent).toContain('send-bye');
    expect(ended[0]).toMatchObject({
      transferredTo: 'Sarah Klein',
      transferredHow: 'blind',
      end: { outcome: 'answered', endedBy: 'advisor' },
    });
  });

  it.each([
    [486, 'call-busy'],
    [603, 'call-declined'],
    [404, 'call-number-unknown'],
    [302, 'call-redirected'],
    [503, 'call-unreachable'],
    [null, 'call-no-answer'],
  ] as const)(
    '[XFER-2] that fails with %s leaves the customer, and says %s',
    (sipStatus, failure) => {
      const { id, line } = customer();
      desk.handover.transfer(id, passTo('6002'), 'Sarah Klein');
      line.transfers[0]?.tell({ stage: 'failed', sipStatus });
      expect(viewOf(id)).toMatchObject({ hold: 'active', transfer: { stage: 'failed', failure } });
      expect(line.sent).not.toContain('send-bye');
      expect(desk.handover.transfer(id, passTo('6003'), 'Émile Tran').ok).toBe(true);
    },
  );

  it('[XFER-2] that fails while the customer was on hold brings her back', () => {
    const { id, line } = customer();
    desk.hold(id);
    line.happens({ type: 'hold-negotiated' });
    desk.handover.transfer(id, passTo('6002'), 'Sarah Klein');
    line.transfers[0]?.tell({ stage: 'failed', sipStatus: 480 });
    expect(line.sent).toContain('send-resume');
  });

  it('[XFER-7] is done when the switch ends the leg itself', () => {
    const { id, line } = customer();
    desk.handover.transfer(id, passTo('6002'), 'Sarah Klein');
    line.transfers[0]?.tell({ stage: 'trying' });
    line.happens({ type: 'remote-hung-up' });
    expect(ended[0]).toMatchObject({ transferredTo: 'Sarah Klein', end: { endedBy: 'advisor' } });
  });

  it('[XFER-7] that failed before is none: who hangs up then is the customer', () => {
    const { id, line } = customer();
    desk.handover.transfer(id, passTo('6002'), 'Sarah Klein');
    line.transfers[0]?.tell({ stage: 'failed', sipStatus: 486 });
    line.happens({ type: 'remote-hung-up' });
    expect(ended[0]).toMatchObject({
      transferredTo: null,
      transferredHow: null,
      end: { endedBy: 'customer' },
    });
  });

  it('[XFER-8] is refused while another is under way, and while it only rings', () => {
    const { id } = customer();
    desk.handover.transfer(id, passTo('6002'), 'Sarah Klein');
    expect(desk.handover.transfer(id, passTo('6003'), 'Émile Tran')).toMatchObject({
      ok: false,
      error: { code: 'call-not-in-state' },
    });
    const ringing = add('inbound');
    expect(desk.handover.transfer(ringing.id, passTo('6002'), 'Sarah Klein').ok).toBe(false);
    expect(desk.handover.handOver(id).ok).toBe(false);
    expect(desk.handover.threeWay(id, true).ok).toBe(false);
  });
});

describe('asking first', () => {
  it('[XFER-3] holds the customer, and she comes back with one command', () => {
    const { first, second } = asked();
    expect(viewOf(first.id)?.hold).toBe('held');
    expect(viewOf(second.id)?.consultFor).toBe(first.id);
    desk.resume(first.id);
    expect(first.line.sent.at(-1)).toBe('send-resume');
    expect(second.line.sent.at(-1)).toBe('send-hold');
  });

  it.each([486, 603, 480, 404])(
    '[XFER-4] brings her back when the other answers %i',
    (sipStatus) => {
      const { first, second } = asking();
      second.line.happens({ type: 'rejected', sipStatus });
      expect(first.line.sent.at(-1)).toBe('send-resume');
      expect(viewOf(first.id)?.transfer?.stage).toBe('failed');
    },
  );

  it('[XFER-4] brings her back when the other hangs up, or when she drops the question', () => {
    const one = asked();
    one.second.line.happens({ type: 'remote-hung-up' });
    expect(one.first.line.sent.at(-1)).toBe('send-resume');
    desk.hangUp(one.first.id);
    const two = asking();
    desk.hangUp(two.second.id);
    expect(two.first.line.sent.at(-1)).toBe('send-resume');
    expect(viewOf(two.first.id)?.transfer).toBeNull();
  });

  it('[XFER-5] hands over to the call of the other, and ends both of hers', () => {
    const { first, second } = asked();
    expect(desk.handover.handOver(first.id).ok).toBe(true);
    expect(first.line.transfers[0]?.target).toBe(second.line);
    first.line.transfers[0]?.tell({ stage: 'done' });
    expect(ended.map(({ transferredTo }) => transferredTo)).toEqual([null, 'Sarah Klein']);
    expect(ended.map(({ transferredHow }) => transferredHow)).toEqual([null, 'attended']);
    expect(shown).toEqual([]);
    expect(first.line.sent).not.toContain('send-resume');
  });

  it('[XFER-5] that the switch refuses leaves the talk with the other as it is', () => {
    const { first, second } = asked();
    desk.handover.handOver(first.id);
    first.line.transfers[0]?.tell({ stage: 'failed', sipStatus: 403 });
    expect(viewOf(first.id)).toMatchObject({ hold: 'held', transfer: { stage: 'failed' } });
    expect(viewOf(second.id)?.hold).toBe('active');
  });

  it('[XFER-6] while it rings drops the question and sends the customer to the number', () => {
    const { first, second } = asking();
    desk.handover.handOver(first.id);
    expect(second.line.sent).toContain('send-cancel');
    expect(first.line.transfers[0]?.target).toBe('6002');
    expect(first.line.sent).not.toContain('send-resume');
  });

  it('[XFER-9] leaves the call with the other when the customer hangs up', () => {
    const { first, second } = asked();
    first.line.happens({ type: 'remote-hung-up' });
    expect(viewOf(second.id)).toMatchObject({ phase: 'talking', consultFor: null });
    expect(second.line.sent).toEqual([]);
  });
});

describe('three together', () => {
  it('[CONF-1] the two far ends are bridged and nobody is held', () => {
    const { first, second } = together();
    expect(first.line.bridgedTo).toBe(second.line);
    expect(shown.map(({ hold }) => hold)).toEqual(['active', 'active']);
    expect(second.line.sent).not.toContain('send-hold');
    expect(viewOf(first.id)?.bridgedWith).toBe(second.id);
  });

  it('[CONF-2] muting herself in one mutes her in both', () => {
    const { first, second } = together();
    desk.mute(first.id, true);
    expect([first.line.muted, second.line.muted]).toEqual([true, true]);
    expect(shown.map(({ muted }) => muted)).toEqual([true, true]);
    desk.mute(second.id, false);
    expect([first.line.muted, second.line.muted]).toEqual([false, false]);
  });

  it('[CONF-3] parting ends the bridge and holds the other', () => {
    const { first, second } = together();
    desk.handover.threeWay(first.id, false);
    expect(first.line.bridgedTo).toBeNull();
    expect(second.line.sent.at(-1)).toBe('send-hold');
    expect(viewOf(first.id)).toMatchObject({ hold: 'active', bridgedWith: null });
  });

  it('[CONF-4] leaving hands the one over to the other', () => {
    const { first, second } = together();
    desk.handover.handOver(first.id);
    expect(first.line.transfers[0]?.target).toBe(second.line);
    expect(first.line.bridgedTo).toBe(second.line);
    first.line.transfers[0]?.tell({ stage: 'done' });
    expect(first.line.bridgedTo).toBeNull();
    expect(ended).toHaveLength(2);
  });

  it('[CONF-4] a key or a headset that cannot ask leaves the two together, and hangs up a talk of two', () => {
    const { first, second } = together();
    expect(desk.handover.leave(second.id).ok).toBe(true);
    expect(first.line.transfers[0]?.target).toBe(second.line);
    expect([...first.line.sent, ...second.line.sent]).not.toContain('send-bye');
    const { id, line } = customer();
    expect(desk.handover.leave(id).ok).toBe(true);
    expect(line.sent).toContain('send-bye');
  });

  it('[CONF-5] when one hangs up the other goes on, unbridged', () => {
    const { first, second } = together();
    second.line.happens({ type: 'remote-hung-up' });
    expect(first.line.bridgedTo).toBeNull();
    expect(viewOf(first.id)).toMatchObject({ hold: 'active', bridgedWith: null });
  });
});

describe('what a NOTIFY says', () => {
  it.each([
    ['SIP/2.0 200 OK', 200],
    ['SIP/2.0 180 Ringing\r\nContact: <sip:a@b>\r\n', 180],
    ['\r\nSIP/2.0 486 Busy Here', 486],
    ['sip/2.0 603', 603],
    ['', null],
    ['HTTP/1.1 200 OK', null],
    ['SIP/2.0 abc', null],
    ['SIP/2.0 999 Odd', null],
  ])('[XFER-10] %j is the status %j', (body, status) => {
    expect(sipFragStatus(body)).toBe(status);
  });

  it('[XFER-10] any text is a status of a response or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const status = sipFragStatus(text);
        expect(status === null || (status >= 100 && status < 700)).toBe(true);
      }),
    );
  });
});
