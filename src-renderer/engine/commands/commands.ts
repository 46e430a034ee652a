import { customerSchema } from '@shared/domain/customer/customer.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import type { CommandHandlers } from '../board/window-ports.ts';
import { administrationCommands } from './administration-commands.ts';
import { articleCommands } from './article-commands.ts';
import { campaignCommands } from './campaign-commands.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';
import { contactCommands } from './contact-commands.ts';
import { diaryCommands } from './diary-commands.ts';
import { duplicateCommands } from './duplicate-commands.ts';
import { importCommands } from './import-commands.ts';
import { lawCommands } from './law-commands.ts';
import { helpCommands, leadCommands, talkCommands } from './lead-commands.ts';
import { letterCommands } from './letter-commands.ts';
import { messageCommands } from './message-commands.ts';
import { outboxCommands } from './outbox-commands.ts';
import { outsideCommands } from './outside-commands.ts';
import { planningCommands } from './planning-commands.ts';
import { practiceCommands } from './practice-commands.ts';
import { promiseCommands } from './promise-commands.ts';
import { qualityCommands } from './quality-commands.ts';
import { recordingCommands } from './recording-commands.ts';
import { scheduleCommands } from './schedule-commands.ts';
import { soundCommands } from './sound-commands.ts';
import { speechCommands } from './speech-commands.ts';
import { staffingCommands } from './staffing-commands.ts';
import { trainingCommands } from './training-commands.ts';

const sessionCommands = ({ session }: CommandDeps): Part<'session'> => ({
  'session.sign-in': ({ login, password, lost }) => session.signIn(login, password, lost),
  'session.sign-out': () => session.signOut(),
  'session.lock': () => session.guard.lock(),
  'session.unlock': ({ password }) => session.guard.unlock(password),
  'session.active': () => {
    session.guard.noteInput();
    return done;
  },
});

const callCommands = ({ session }: CommandDeps): Part<'call'> => {
  const on = withShift(session);
  return {
    'call.dial': on((shift, input) => shift.lineDesk.dial(input)),
    'call.transfer': on((shift, input) => shift.lineDesk.transfer(input)),
    'call.consult': on((shift, input) => shift.lineDesk.consult(input)),
    'call.hand-over': on((shift, { callId }) => shift.calls.handover.handOver(callId)),
    'call.three-way': on((shift, { callId, on: wanted }) =>
      shift.calls.handover.threeWay(callId, wanted),
    ),
    'call.park': on((shift, { callId }) => shift.team.park.park(callId)),
    'call.pick-up': on((shift, { teamCallId }) => shift.team.pickUps.pickUp(teamCallId)),
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
      if (work.training) return fail('call-not-in-state', 'nobody real called');
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
    'work.painted': on((shift, { workId }) => {
      shift.alerts.painted(workId);
      return done;
    }),
  };
};

const customerCommands = ({
  session,
  board,
  clock,
}: CommandDeps): Part<'customer'> & Part<'callbacks'> & Part<'colleagues'> & Part<'favourites'> => {
  const on = withShift(session);
  return {
    'customer.open': on(async (shift, { customerId }) => {
      const bundle = await shift.shown.open(customerId);
      const freshAt = board.get('sync').freshAt ?? toInstant(clock.now());
      return succeed(bundle === null ? null : { bundle, freshAt });
    }),
    'customer.search': on(async (shift, { text, limit }) =>
      succeed(await shift.records.cache.search(text, limit)),
    ),
    'customer.search-hub': on(async (shift, { text, limit }) =>
      succeed(await shift.records.customers.search(text, limit)),
    ),
    'customer.view': on(async (shift, { customerId, viewing }) => {
      if (viewing) return succeed(await shift.viewing.stays(customerId));
      await shift.viewing.leaves(customerId);
      return succeed({ others: [] });
    }),
    'customer.recent': on(async (shift) => succeed(await shift.records.recent.list())),
    'customer.change': on((shift, payload) =>
      shift.record({ kind: 'customer.change', payload }, `customer:${payload.customerId}`),
    ),
    'colleagues.list': on(async (shift) => succeed(await shift.records.colleagues())),
    'favourites.set': on((shift, favourite) => {
      const payload = { ...favourite, at: toInstant(clock.now()) };
      return shift.record({ kind: 'favourite.set', payload }, 'favourites');
    }),
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

const deskCommands = ({ session }: CommandDeps): Part<'line'> & Part<'advisor'> => {
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
  };
};

export const commandHandlers = (deps: CommandDeps): CommandHandlers => ({
  ...sessionCommands(deps),
  ...callCommands(deps),
  ...workCommands(deps),
  ...customerCommands(deps),
  ...outboxCommands(deps),
  ...deskCommands(deps),
  ...soundCommands(deps),
  ...practiceCommands(deps),
  ...trainingCommands(deps),
  ...promiseCommands(deps),
  ...duplicateCommands(deps),
  ...importCommands(deps),
  ...outsideCommands(deps),
  ...lawCommands(deps),
  ...campaignCommands(deps),
  ...planningCommands(deps),
  ...staffingCommands(deps),
  ...leadCommands(deps),
  ...helpCommands(deps),
  ...talkCommands(deps),
  ...recordingCommands(deps),
  ...scheduleCommands(deps),
  ...qualityCommands(deps),
  ...diaryCommands(deps),
  ...letterCommands(deps),
  ...contactCommands(deps),
  ...administrationCommands(deps),
  ...articleCommands(deps),
  ...speechCommands(deps),
  ...messageCommands(deps),
});
