import { expect, it } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import type { SimulatedCall } from '../../support/desk/simulated-line.ts';

type Made = { readonly id: string; readonly line: SimulatedCall };

const last = (desk: DeskUnderFaults): Made => {
  const [id, line] = [...desk.lines].at(-1) ?? [];
  if (id === undefined || line === undefined) throw new Error('no call');
  return { id, line };
};
const rings = (desk: DeskUnderFaults): Made => {
  desk.line.rings('<sip:+33639984117@pbx>');
  return last(desk);
};
const talks = (desk: DeskUnderFaults): Made => {
  const call = rings(desk);
  desk.calls.answer(call.id);
  call.line.accepts();
  return call;
};
const asks = async (desk: DeskUnderFaults, callId: string): Promise<Made> => {
  await desk.lineDesk.consult({ callId, number: '6002', name: 'Sarah' });
  return last(desk);
};
const held = (desk: DeskUnderFaults, id: string) => desk.shown.find((one) => one.id === id)?.hold;
const onDesk = async (run: (desk: DeskUnderFaults) => Promise<void> | void): Promise<void> => {
  await run(new DeskUnderFaults());
};

it('[ROBUST-4] whom she asks is busy before the customer was on hold: the customer comes back all the same', () =>
  onDesk(async (desk) => {
    const customer = talks(desk);
    const colleague = await asks(desk, customer.id);
    colleague.line.ends({ type: 'rejected', sipStatus: 486 });
    customer.line.agrees();
    customer.line.agrees();
    expect(held(desk, customer.id)).toBe('active');
    expect(customer.line.heard).toBe(true);
  }));

it('[ROBUST-4] a transfer that failed before does not keep the customer waiting after a later question', () =>
  onDesk(async (desk) => {
    const customer = talks(desk);
    await desk.lineDesk.transfer({ callId: customer.id, number: '6003', name: null });
    customer.line.transferGoes({ stage: 'failed', sipStatus: 486 });
    const colleague = await asks(desk, customer.id);
    customer.line.agrees();
    colleague.line.ends({ type: 'rejected', sipStatus: 603 });
    customer.line.agrees();
    expect(customer.line.heard).toBe(true);
  }));

it('[ROBUST-2] a far end that does not go on hold is silent while another is heard, and is heard again after it', () =>
  onDesk((desk) => {
    const first = talks(desk);
    const second = talks(desk);
    first.line.refuses();
    expect([first.line.heard, second.line.heard]).toEqual([false, true]);
    expect(held(desk, first.id)).toBe('holding');
    second.line.ends({ type: 'remote-hung-up' });
    expect(first.line.heard).toBe(true);
    expect(held(desk, first.id)).toBe('active');
  }));

it('[ROBUST-2] an answer that comes when she already talks with somebody else waits', () =>
  onDesk(async (desk) => {
    const first = talks(desk);
    const made = { number: '0639984118', brandId: null, customerId: null, callbackId: null };
    await desk.lineDesk.dial(made);
    const second = last(desk);
    first.line.agrees();
    desk.calls.resume(first.id);
    first.line.agrees();
    second.line.accepts();
    expect([first.line.heard, second.line.heard]).toEqual([true, false]);
    expect(second.line.pending).toBe('hold');
  }));

it('[ROBUST-2] a command for a call that cannot be answered puts nobody on hold', () =>
  onDesk((desk) => {
    const first = talks(desk);
    expect(desk.calls.answer('nobody').ok).toBe(false);
    expect(desk.calls.resume('nobody').ok).toBe(false);
    expect(first.line.heard).toBe(true);
  }));

it('[CONF-2] muted before the three talk together, she is muted for both', () =>
  onDesk(async (desk) => {
    const customer = talks(desk);
    const colleague = await asks(desk, customer.id);
    customer.line.agrees();
    colleague.line.accepts();
    desk.calls.mute(customer.id, true);
    desk.calls.handover.threeWay(customer.id, true);
    expect([customer.line.muted, colleague.line.muted]).toEqual([true, true]);
  }));

it('[ROBUST-3] a wrap-up finished twice at once leaves once', () =>
  onDesk(async (desk) => {
    const call = talks(desk);
    call.line.ends({ type: 'remote-hung-up' });
    await desk.finish(call.id);
    const left = desk.outbox.pending.filter(({ kind }) => kind === 'interaction.wrap-up');
    expect(left).toHaveLength(1);
    expect(desk.advisor.advisor.state).toBe('ready');
  }));
