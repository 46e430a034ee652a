import { randomUUID } from 'node:crypto';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import { succeed } from '@shared/kernel/result.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeLineCall } from '../../support/desk/fake-line-call';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples';
import { until } from '../../support/until';

const HELENE = '"Hélène" <sip:+33639984117@127.0.0.1>';
const OTHER = '<sip:+33199007315@127.0.0.1>';
const helene = sampleBundle();
let shown: readonly WorkItem[];
let calls: CallDesk;
let work: WorkDesk;
let views: readonly CallView[];
let written: JournalRecord[];

beforeEach(() => {
  written = [];
  work = new WorkDesk({
    clock: { now: () => sampleNow },
    newId: randomUUID,
    advisorId: 'b1c7265d-38ff-4917-a5ac-204e14702cc6',
    reference: () => sampleReference(),
    show: (items) => {
      shown = items;
    },
    showCustomer: () => undefined,
    named: (id, name) => calls.name(id, name),
    bundle: async () => null,
    byPhone: async (number) => (number === '+33639984117' ? [helene] : []),
    lookUp: async () => [],
    ivr: async () => null,
    colleagueAt: async (extension) => (extension === '6002' ? 'Yanis Morel' : null),
    handed: { ask: async () => [], pause: async () => undefined },
    write: async (records) => {
      written.push(...records);
      return succeed(null);
    },
    played: () => undefined,
  });
  calls = new CallDesk({
    clock: { now: () => sampleNow },
    show: (all) => {
      views = all;
    },
    keep: () => undefined,
    listener: {
      answered: (id, at) => work.answered(id, at),
      ended: (call) => void work.ended(call),
      ringing: () => undefined,
      handedTo: (id, number) => work.handedTo(id, number),
    },
  });
});

type From = { readonly number: string | null; readonly display: string; readonly hidden?: boolean };
const fromColleague: From = { number: null, display: '6002' };

const talking = async ({ number, display, hidden = false }: From) => {
  const id = randomUUID();
  const line = new FakeLineCall();
  const about = {
    id,
    brandId: 'kerdoual',
    direction: 'inbound' as const,
    number,
    numberDisplay: display,
    calledLabel: null,
    training: false,
  };
  const facts = { callUid: 'u', numberHidden: hidden, calledNumber: null, queue: null };
  calls.add(
    { ...about, ...facts, title: display, consultFor: null } as Parameters<CallDesk['add']>[0],
    line,
    sampleNow,
  );
  await work.begin({
    ...about,
    facts,
    callbackId: null,
    customerId: null,
    colleague: number === null && !hidden,
    startedAt: new Date(sampleNow).toISOString(),
  });
  calls.answer(id);
  line.happens({ type: 'accepted' });
  return { id, line };
};
const item = (): WorkItem | undefined => shown[0];
const recorded = () =>
  written.flatMap((one) =>
    one.t === 'mutation' && one.mutation.kind === 'interaction.record'
      ? [one.mutation.payload]
      : [],
  );

describe('a colleague calls', () => {
  it('[XFER-17] who calls from an extension is named', async () => {
    await talking(fromColleague);
    await until('he is named', () => item()?.customerName === 'Yanis Morel');
    expect(item()?.match).toEqual({ status: 'colleague' });
    expect(views[0]?.title).toBe('Yanis Morel');
  });

  it('[XFER-17] what stayed between colleagues leaves no wrap-up, what was noted down does', async () => {
    const quiet = await talking(fromColleague);
    calls.hangUp(quiet.id);
    await until('it is recorded', () => recorded().length === 1);
    expect(item()).toBeUndefined();
    const noted = await talking(fromColleague);
    const draft = { ...(item()?.draft as WorkItem['draft']) };
    const notes = [{ id: randomUUID(), at: new Date(sampleNow).toISOString(), text: 'À rappeler' }];
    await work.save(noted.id, 1, { ...draft, notes });
    calls.hangUp(noted.id);
    await until('it is recorded', () => recorded().length === 2);
    expect(item()?.phase).toBe('wrap-up');
  });

  it('[XFER-18] whom he hands over is the customer of the call, and of its interaction', async () => {
    const { id, line } = await talking(fromColleague);
    line.named(HELENE);
    await until('she is known', () => item()?.customerId != null);
    expect(item()).toMatchObject({
      customerName: 'Hélène Vasseur',
      number: '+33639984117',
      match: { status: 'one' },
    });
    expect(views[0]).toMatchObject({ title: 'Hélène Vasseur', number: '+33639984117' });
    calls.hangUp(id);
    await until('it is recorded', () => recorded().length === 1);
    expect(recorded()[0]).toMatchObject({
      customerId: helene.customer.id,
      call: { customerNumber: '+33639984117' },
    });
    expect(item()?.phase).toBe('wrap-up');
  });

  it('[XFER-18] somebody nobody knows is shown by number', async () => {
    const { line } = await talking(fromColleague);
    line.named(OTHER);
    await until('the hub was asked', () => {
      const match = item()?.match;
      return match?.status === 'none' && match.lookup === 'not-found';
    });
    expect(item()?.numberDisplay).toMatch(/^01.99.00.73.15$/);
  });
});

describe('a name within a call', () => {
  it('[XFER-19] replaces no customer who is known', async () => {
    const { line } = await talking({ number: '+33639984117', display: '06 39 98 41 17' });
    await until('she is known', () => item()?.customerId != null);
    line.named(OTHER);
    expect(item()?.number).toBe('+33639984117');
    expect(views[0]?.title).toBe('Hélène Vasseur');
  });

  it('[XFER-19] never lifts a hidden number', async () => {
    const { line } = await talking({ number: null, display: '', hidden: true });
    line.named(HELENE);
    expect(item()).toMatchObject({ number: null, customerId: null, match: { status: 'hidden' } });
    expect(views[0]?.number).toBeNull();
  });

  it('[XFER-19] whatever text stands there: it names a number or nobody', async () => {
    const { line } = await talking(fromColleague);
    fc.assert(
      fc.property(fc.string(), (text) => {
        line.named(text);
        expect(views[0]?.number ?? '+1').toMatch(/^\+\d{1,15}$/);
      }),
    );
  });
});
