/** Every command of the windows, answered by the shift that is on; without one, by a refusal. */
import { customerName } from '@renderer/cache/directory.ts';
import { customerSchema } from '@shared/domain/customer/customer.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from './board/board.ts';
import type { CommandHandlers } from './board/window-ports.ts';
import type { AudioDevices } from './devices/audio-devices.ts';
import { runChecks } from './devices/shift-checks.ts';
import type { PracticeDesk } from './practice/practice-desk.ts';
import type { SessionDesk } from './session/session-desk.ts';
import { outboxItems } from './shift/outbox-view.ts';
import { resolutionOf } from './shift/resolve-conflict.ts';
import type { Shift } from './shift/shift.ts';
import { openMicrophone } from './telephony/media/microphone.ts';

export type CommandDeps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly board: Board;
  readonly session: SessionDesk;
  readonly devices: AudioDevices;
  readonly practice: PracticeDesk;
};

type Part<P extends string> = Pick<
  CommandHandlers,
  Extract<keyof CommandHandlers, `${P}.${string}`>
>;

const done: Result<null> = succeed(null);

/** Runs with the shift that is on. */
const withShift =
  (session: SessionDesk) =>
  <I, T>(run: (shift: Shift, input: I) => Promise<Result<T>> | Result<T>) =>
  (input: I): Promise<Result<T>> | Result<T> =>
    session.shift === null ? fail('sign-in-required') : run(session.shift, input);

const sessionCommands = ({ session }: CommandDeps): Part<'session'> => ({
  'session.sign-in': ({ login, password }) => session.signIn(login, password),
  'session.sign-out': () => session.signOut(),
});

const callCommands = ({ session }: CommandDeps): Part<'call'> => {
  const on = withShift(session);
  return {
    'call.dial': on((shift, input) => shift.lineDesk.dial(input)),
    'call.answer': on((shift, { callId }) => shift.calls.answer(callId)),
    'call.decline': on((shift, { callId }) => shift.calls.decline(callId)),
    'call.hang-up': on((shift, { callId }) => shift.calls.hangUp(callId)),
    'call.hold': on((shift, { callId }) => shift.calls.hold(callId)),
    'call.resume': on((shift, { callId }) => shift.calls.resume(callId)),
    'call.mute': on((shift, { callId, muted }) => shift.calls.mute(callId, muted)),
    'call.dtmf': on((shift, { callId, tones }) => shift.calls.tones(callId, tones)),
  };
};

const workCommands = (deps: CommandDeps): Part<'work'> => {
  const on = withShift(deps.session);
  return {
    'work.save': on((shift, { workId, revision, draft }) =>
      shift.work.save(workId, revision, draft),
    ),
    'work.choose-customer': on((shift, { workId, customerId }) =>
      shift.work.chooseCustomer(workId, customerId),
    ),
    'work.create-customer': on(async (shift, { workId, ...person }) => {
      const work = shift.work.get(workId);
      if (work === undefined) return fail('work-unknown');
      const id = deps.newId();
      const now = toInstant(deps.clock.now());
      const customer = customerSchema.parse({
        id,
        kind: 'person',
        civility: person.civility,
        firstName: person.firstName,
        lastName: person.lastName,
        companyName: null,
        language: 'fr',
        phones: work.number === null ? [] : [{ e164: work.number, label: 'mobile' }],
        emails: person.email === null ? [] : [person.email],
        address: null,
        relations: [
          {
            brandId: work.brandId,
            since: now.slice(0, 10),
            value12MonthsCents: 0,
            segment: 'new',
            vip: false,
            relationMode: 'neutral',
          },
        ],
        version: 0,
        updatedAt: now,
      });
      await shift.record({ kind: 'customer.create', payload: customer }, work.facts.orderKey);
      const chosen = await shift.work.chooseCustomer(workId, id);
      return chosen.ok ? succeed({ customerId: id }) : chosen;
    }),
    'work.extend': on((shift, { workId }) => shift.work.extend(workId)),
    'work.finish': on((shift, { workId }) => shift.finish(workId)),
    'work.painted': () => done,
  };
};

const customerCommands = ({
  session,
  board,
  clock,
}: CommandDeps): Part<'customer'> & Part<'callbacks'> => {
  const on = withShift(session);
  return {
    'customer.open': on(async (shift, { customerId }) => {
      const bundle = await shift.open(customerId);
      const freshAt = board.get('sync').freshAt ?? toInstant(clock.now());
      return succeed(bundle === null ? null : { bundle, freshAt });
    }),
    'customer.search': on(async (shift, { text, limit }) => {
      const directory = await shift.records.cache.directory();
      return succeed(directory.search(text, limit));
    }),
    'customer.change': on((shift, payload) =>
      shift.record({ kind: 'customer.change', payload }, `customer:${payload.customerId}`),
    ),
    'callbacks.list': on((shift) => {
      const own = board.get('session').user;
      const mine = shift.records.library
        .callbacks()
        .filter(
          ({ advisorId, brandId }) =>
            advisorId === own?.id || (advisorId === null && own?.brandIds.includes(brandId)),
        );
      return succeed(mine.slice(0, 200));
    }),
  };
};

const outboxCommands = ({ session, board }: CommandDeps): Part<'outbox'> => {
  const on = withShift(session);
  return {
    'outbox.list': on(async (shift) => {
      const { outbox, library } = shift.records;
      const names = new Map<string, string>();
      const items = outboxItems(outbox, board.get('sync').hub === 'online', () => null);
      for (const { customerId } of items) {
        if (customerId === null || names.has(customerId)) continue;
        const bundle = await library.bundle(customerId);
        if (bundle !== null) names.set(customerId, customerName(bundle.customer));
      }
      return succeed(
        items.map((item) => ({
          ...item,
          customerName: item.customerId === null ? null : (names.get(item.customerId) ?? null),
        })),
      );
    }),
    'outbox.retry': on(async (shift, { id }) => {
      await shift.records.outbox.retry(id);
      shift.records.retryNow();
      return done;
    }),
    'outbox.discard': on(async (shift, { id }) => {
      await shift.records.outbox.discard(id);
      return done;
    }),
    'outbox.resolve': on(async (shift, { id, keep }) => {
      const parked = shift.records.outbox.parked.find(({ mutation }) => mutation.id === id);
      if (parked === undefined) return fail('not-found');
      const body = resolutionOf(parked, keep);
      if (body === null) await shift.records.outbox.discard(id);
      else {
        const mutation = shift.work.mutation(body, parked.mutation.orderKey);
        await shift.records.write([
          { t: 'settled', ids: [id] },
          { t: 'mutation', mutation },
        ]);
      }
      return done;
    }),
  };
};

const deskCommands = ({
  session,
  devices,
  board,
}: CommandDeps): Part<'line'> & Part<'advisor'> & Part<'devices'> & Part<'checks'> => {
  const on = withShift(session);
  return {
    'line.reconnect': on((shift) => {
      shift.reconnect();
      return done;
    }),
    'advisor.choose': on((shift, { state, reason }) => {
      if (state === 'busy') return fail('state-change-refused');
      const pauseReason = state === 'pause' ? reason : null;
      shift.advisor.take({ type: 'chosen', rest: { state, pauseReason } });
      return done;
    }),
    'devices.choose': ({ use, deviceId }) => {
      devices.choose(use, deviceId);
      return done;
    },
    'checks.run': on(async (shift) => {
      await devices.refresh();
      await runChecks({
        openMicrophone: () =>
          openMicrophone({ deviceId: devices.effective('microphone'), processing: true }),
        label: (use) => devices.label(use),
        line: () => board.get('line'),
        pingHub: () => shift.records.pingHub(),
        storage: async () => (shift.records.outbox.onDisk ? null : 'journal-unwritable'),
        protection: () => board.get('session').protection,
        show: (checks) => board.set('checks', checks),
      });
      return done;
    }),
  };
};

/** The invented customers who call first, as the demo data knows them. */
const practiceCallers = ['+33639984117'] as const;

const practiceCommands = ({ session, practice, board }: CommandDeps): Part<'practice'> => {
  const on = withShift(session);
  return {
    'practice.call': on(async (shift, { direction }) => {
      const line = shift.lineSettings;
      if (!line?.training) return fail('line-settings-missing', 'no training line');
      const ready = await practice.prepare();
      if (!ready.ok) return ready;
      const own = board.get('session').user?.brandIds ?? [];
      const called = board.get('reference').numbers.find(({ brandId }) => own.includes(brandId));
      if (called === undefined) return fail('not-found', 'no brand number');
      if (direction === 'inbound') {
        const [callerNumber] = practiceCallers;
        practice.order({
          type: 'ring',
          callerNumber,
          calledNumber: called.e164,
          advisorExtension: line.user,
        });
        return done;
      }
      const number = practiceCallers[0];
      const dialled = await shift.lineDesk.dial({
        number,
        brandId: called.brandId,
        customerId: null,
        callbackId: null,
      });
      return dialled.ok ? done : dialled;
    }),
  };
};

export const commandHandlers = (deps: CommandDeps): CommandHandlers => ({
  ...sessionCommands(deps),
  ...callCommands(deps),
  ...workCommands(deps),
  ...customerCommands(deps),
  ...outboxCommands(deps),
  ...deskCommands(deps),
  ...practiceCommands(deps),
});
