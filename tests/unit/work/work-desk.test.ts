import { randomUUID } from 'node:crypto';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { emptyDraft } from '@renderer/engine/work/new-work.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { interactionSchema } from '@shared/domain/interaction/interaction.ts';
import { type PlayedRole, playedRole } from '@shared/domain/role-play/played-role.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples.ts';
import { until } from '../../support/until';
import { aRolePlay, aRun } from '../role-play/samples.ts';

const reference = sampleReference();
let journal: MemoryJournal;
let outbox: Outbox;
let work: WorkDesk;
let calls: CallDesk;
let shown: readonly WorkItem[];
let known: CustomerBundle[];
let remote: CustomerBundle[] | null;
let now: number;
let played: WorkRecord[];

/** A desktop on this journal, as after a start of the program. */
const start = async (): Promise<void> => {
  outbox = new Outbox(journal, () => undefined);
  await outbox.load();
  work = new WorkDesk({
    clock: { now: () => now },
    newId: randomUUID,
    advisorId: 'b1c7265d-38ff-4917-a5ac-204e14702cc6',
    reference: () => reference,
    show: (items) => {
      shown = items;
    },
    showCustomer: () => undefined,
    named: () => undefined,
    bundle: async (id) =>
      [...known, ...(remote ?? [])].find(({ customer }) => customer.id === id) ?? null,
    byPhone: async () => known,
    lookUp: async () => remote,
    ivr: async () => null,
    colleagueAt: async (extension) => (extension === '6002' ? 'Yanis Morel' : null),
    handed: { ask: async () => [], pause: async () => undefined },
    write: (records) => outbox.write(records),
    played: (over) => played.push(over),
  });
  calls = new CallDesk({
    clock: { now: () => now },
    show: () => undefined,
    keep: () => undefined,
    listener: {
      answered: (id, at) => work.answered(id, at),
      ended: (call) => void work.ended(call),
      ringing: () => undefined,
      handedTo: (id, number) => work.handedTo(id, number),
    },
  });
  await work.restore(outbox.work, new Set());
};

const ring = async (
  direction: 'inbound' | 'outbound' = 'inbound',
  numberHidden = false,
  rolePlay?: PlayedRole,
) => {
  const id = randomUUID();
  const line = new FakeLineCall();
  const number = numberHidden ? null : '+33639984117';
  const about = {
    id,
    brandId: 'kerdoual',
    direction,
    number,
    numberDisplay: '06 39 98 41 17',
    calledLabel: 'Service clients',
    training: false,
  };
  calls.add(
    { ...about, numberHidden, calledNumber: null, queue: null, consultFor: null, title: '' },
    line,
    now,
  );
  await work.begin({
    ...about,
    rolePlay,
    callbackId: null,
    customerId: null,
    startedAt: new Date(now).toISOString(),
    facts: { callUid: 'u1', numberHidden, calledNumber: '+33199004110', queue: 'kerdoual-service' },
  });
  return { id, line };
};
const answered = async () => {
  const call = await ring();
  calls.answer(call.id);
  call.line.happens({ type: 'accepted' });
  return call;
};
const interactions = () =>
  outbox.pending.flatMap((one) => (one.kind === 'interaction.record' ? [one.payload] : []));
const wrapped = async () => {
  const call = await answered();
  calls.hangUp(call.id);
  await until('the interaction is written', () => interactions().length === 1);
  return call;
};
const complete = { ...emptyDraft, reasonCode: 'livraison', dispositionCode: 'echange' };

beforeEach(async () => {
  journal = new MemoryJournal();
  known = [sampleBundle()];
  remote = [];
  played = [];
  now = sampleNow;
  await start();
});

describe('work items', () => {
  it.each<[string, 'inbound' | 'outbound', CallEvent[], string]>([
    ['abandoned', 'inbound', [{ type: 'remote-cancelled', elsewhere: false }], 'abandoned'],
    ['missed', 'inbound', [{ type: 'ring-timed-out' }], 'missed'],
    ['refused', 'inbound', [{ type: 'decline-requested' }], 'refused'],
    ['failed', 'inbound', [{ type: 'answer-requested' }, { type: 'answer-failed' }], 'failed'],
    [
      'taken by a colleague',
      'inbound',
      [{ type: 'remote-cancelled', elsewhere: true }],
      'answered-elsewhere',
    ],
    ['busy', 'outbound', [{ type: 'rejected', sipStatus: 486 }], 'busy'],
    [
      'unanswered',
      'outbound',
      [{ type: 'progressed' }, { type: 'rejected', sipStatus: 480 }],
      'no-answer',
    ],
    ['answered', 'outbound', [{ type: 'accepted' }, { type: 'remote-hung-up' }], 'answered'],
  ])(
    '[WORK-1] a call that was %s gets exactly one interaction',
    async (_, direction, events, outcome) => {
      const { id, line } = await ring(direction);
      for (const event of events) {
        if (event.type === 'decline-requested') calls.decline(id);
        else if (event.type === 'answer-requested') calls.answer(id);
        else line.happens(event);
      }
      await until('the interaction is written', () => interactions().length > 0);
      const made = interactions();
      expect(made).toMatchObject([
        { id, outcome, direction, customerId: known[0]?.customer.id, channel: 'phone' },
      ]);
      expect(interactionSchema.safeParse(made[0]).success).toBe(true);
    },
  );

  it('[WORK-6] a call she never heard has no wrap-up, every call she made has one', async () => {
    const heard = await ring();
    heard.line.happens({ type: 'remote-cancelled', elsewhere: false });
    expect(shown).toEqual([]);
    const made = await ring('outbound');
    made.line.happens({ type: 'rejected', sipStatus: 486 });
    expect(shown).toMatchObject([{ id: made.id, phase: 'wrap-up', outcome: 'busy' }]);
  });

  it('[WORK-2] a draft is on the disk when its save is answered, and an older one never wins', async () => {
    const { id } = await answered();
    const draft = (text: string) => ({
      ...emptyDraft,
      notes: [{ at: new Date(now).toISOString(), text }],
    });
    const [second, first] = await Promise.all([
      work.save(id, 2, draft('deux')),
      work.save(id, 1, draft('un')),
    ]);
    expect([second, first]).toMatchObject([
      { value: { saved: 'disk' } },
      { value: { saved: 'disk' } },
    ]);
    await start();
    expect(shown[0]?.draft.notes[0]?.text).toBe('deux');
  });

  it('[SYNC-10] a draft that the disk refuses says that it is in memory only', async () => {
    const { id } = await answered();
    journal.full = true;
    expect(await work.save(id, 1, emptyDraft)).toMatchObject({ value: { saved: 'memory' } });
  });

  it('[WORK-3] a wrap-up without its obligatory disposition and reason stays open', async () => {
    const { id } = await wrapped();
    expect(await work.finish(id)).toMatchObject({ error: { code: 'disposition-missing' } });
    await work.save(id, 1, { ...emptyDraft, dispositionCode: 'echange' });
    expect(await work.finish(id)).toMatchObject({ error: { code: 'reason-missing' } });
    await work.save(id, 2, complete);
    expect(await work.finish(id)).toMatchObject({ ok: true });
    expect(shown).toEqual([]);
  });

  it('[WORK-4] finishing hands case, wrap-up and callback over in one line of the journal', async () => {
    const { id } = await wrapped();
    const callback = {
      dueAt: '2026-11-06T13:30:00.000Z',
      assignee: 'me' as const,
      reason: 'canapé',
    };
    const opened = {
      mode: 'open' as const,
      kind: 'complaint' as const,
      title: 'Pied cassé',
      detail: '',
    };
    await work.save(id, 1, { ...complete, callback, case: opened });
    const before = journal.lines.length;
    await work.finish(id);
    expect(journal.lines.length - before).toBe(1);
    const kinds = outbox.pending.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'interaction.record',
      'case.open',
      'interaction.wrap-up',
      'callback.create',
    ]);
    expect(new Set(outbox.pending.map(({ orderKey }) => orderKey)).size).toBe(1);
    const [, openedCase, wrapUp] = outbox.pending;
    expect(wrapUp?.payload).toMatchObject({
      caseId: openedCase?.kind === 'case.open' ? openedCase.payload.id : 'none',
      dispositionCode: 'echange',
    });
  });

  it('[WORK-9] a case that is continued is resolved when the disposition resolves it', async () => {
    const { id } = await wrapped();
    const caseId = randomUUID();
    await work.save(id, 1, { ...complete, case: { mode: 'continue', caseId } });
    await work.finish(id);
    expect(outbox.pending.find(({ kind }) => kind === 'case.advance')?.payload).toMatchObject({
      caseId,
      status: 'resolved',
    });
  });

  it('[WORK-5] a call ringing during a wrap-up leaves the wrap-up as it was', async () => {
    const first = await wrapped();
    await work.save(first.id, 1, complete);
    const second = await ring();
    expect(shown.map(({ id, phase }) => [id, phase])).toEqual([
      [first.id, 'wrap-up'],
      [second.id, 'ringing'],
    ]);
    second.line.happens({ type: 'remote-cancelled', elsewhere: false });
    expect(shown).toMatchObject([{ id: first.id, draft: { dispositionCode: 'echange' } }]);
  });

  it('[WORK-7] killed in a call: the next start has its interaction once, and the wrap-up with what was typed', async () => {
    const { id } = await answered();
    await work.save(id, 1, {
      ...emptyDraft,
      notes: [{ at: new Date(now).toISOString(), text: 'Reçoit samedi' }],
    });
    now += 60_000;
    work.heartbeat();
    await until('the heartbeat is written', () =>
      journal.lines.some((line) => line.includes(new Date(now).toISOString())),
    );
    await start();
    expect(interactions()).toMatchObject([
      {
        id,
        outcome: 'answered',
        endedAt: new Date(now).toISOString(),
        call: { endedBy: 'program-stopped' },
      },
    ]);
    expect(shown).toMatchObject([
      { id, phase: 'wrap-up', draft: { notes: [{ text: 'Reçoit samedi' }] } },
    ]);
    await start();
    expect(interactions()).toHaveLength(1);
  });

  it('[WORK-7] killed in a wrap-up, and killed after its end: nothing is lost, nothing is doubled', async () => {
    const { id } = await wrapped();
    await work.save(id, 1, complete);
    await start();
    expect(shown).toMatchObject([{ id, phase: 'wrap-up', draft: { dispositionCode: 'echange' } }]);
    await work.finish(id);
    await start();
    expect(shown).toEqual([]);
    expect(outbox.pending.map(({ kind }) => kind)).toEqual([
      'interaction.record',
      'interaction.wrap-up',
    ]);
  });

  it('[POP-5] nobody by this number: the hub is asked, and its silence is said', async () => {
    known = [];
    remote = null;
    await ring();
    await until(
      'the hub was asked',
      () => shown[0]?.match.status === 'none' && shown[0].match.lookup === 'offline',
    );
    remote = [sampleBundle()];
    const { id } = await ring();
    await until('the hub knew', () => shown.find((one) => one.id === id)?.match.status === 'one');
  });

  it('[POP-6] a hidden number looks nobody up', async () => {
    const { id } = await ring('inbound', true);
    expect(shown.find((one) => one.id === id)).toMatchObject({
      match: { status: 'hidden' },
      customerId: null,
    });
  });

  it('[POP-4] choosing one of several opens that customer and keeps the chooser', async () => {
    known = [sampleBundle(), sampleBundle({ firstName: 'Loïc' })];
    const { id } = await ring();
    const chosen = known[1]?.customer.id ?? '';
    await work.chooseCustomer(id, chosen);
    expect(shown[0]).toMatchObject({
      customerId: chosen,
      customerName: 'Loïc Vasseur',
      match: { status: 'several' },
    });
    await work.chooseCustomer(id, null);
    expect(shown[0]).toMatchObject({ customerId: null });
  });
});

describe('a role-play', () => {
  const role = playedRole(aRolePlay(), aRun().takingId, null);
  const rolePlayed = async (answer: boolean) => {
    const call = await ring('inbound', false, role);
    if (answer) {
      calls.answer(call.id);
      call.line.happens({ type: 'accepted' });
      calls.hangUp(call.id);
    } else call.line.happens({ type: 'remote-cancelled', elsewhere: false });
    return call;
  };

  it('[PLAY-16] leaves nothing behind but what its report is made of', async () => {
    const { id } = await rolePlayed(true);
    await until('the wrap-up is open', () => shown[0]?.phase === 'wrap-up');
    expect(shown[0]).toMatchObject({ customerId: null, customerName: 'Mme Lenoir' });
    expect((await work.chooseCustomer(id, sampleBundle().customer.id)).ok).toBe(false);
    const callback = { dueAt: '2026-11-06T09:00:00.000Z', assignee: 'me', reason: '' } as const;
    await work.save(id, 1, { ...complete, callback });
    expect((await work.finish(id)).ok).toBe(true);
    expect(outbox.pending).toEqual([]);
    expect(played.map(({ draft }) => draft.dispositionCode)).toEqual(['echange']);
    await start();
    expect(shown).toEqual([]);
  });

  it('[PLAY-16] one that nobody answered leaves nothing either', async () => {
    await rolePlayed(false);
    await until('it is reported', () => played.length === 1);
    expect(played[0]).toMatchObject({ outcome: 'abandoned', answeredAt: null });
    expect([outbox.pending, work.items]).toEqual([[], []]);
  });

  it('[PLAY-16] its wrap-up is obliged as a real one, and comes back after a stop', async () => {
    const { id } = await rolePlayed(true);
    await until('the wrap-up is open', () => shown[0]?.phase === 'wrap-up');
    expect(await work.finish(id)).toMatchObject({ ok: false });
    await start();
    await until('it is back', () => shown[0]?.phase === 'wrap-up');
    expect(outbox.pending).toEqual([]);
    await work.save(id, 2, complete);
    expect((await work.finish(id)).ok).toBe(true);
    expect(played).toHaveLength(1);
  });
});
