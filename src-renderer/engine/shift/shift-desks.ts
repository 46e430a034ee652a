/** The desks of a shift that only have to be joined to what they need. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Result } from '@shared/kernel/result.ts';
import { AdvisorDesk } from '../advisor/advisor-desk.ts';
import type { DayLog } from '../advisor/day-log.ts';
import { keepQuiet } from '../advisor/kept-quiet.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { RecordingDesk } from '../recording/recording-desk.ts';
import { MessageDesk } from '../work/message-desk.ts';
import { WorkDesk } from '../work/work-desk.ts';
import { askHanded } from './ask-handed.ts';
import { askIvr } from './ask-ivr.ts';
import { DeskTeller } from './desk-teller.ts';
import type { LineDesk } from './line-desk.ts';
import type { Records } from './records.ts';
import type { ShiftDeps } from './shift-deps.ts';
import type { ShiftLine } from './shift-line.ts';
import { TeamDesk } from './team-desk.ts';
import { TurningAway } from './turning-away.ts';

/** What the desks need of the shift that they belong to. */
type Shift = {
  readonly records: Records;
  readonly calls: CallDesk;
  readonly advisor: AdvisorDesk;
  readonly lineSettings: LineSettings | null;
  readonly record: (body: MutationBody, orderKey: string) => Promise<Result<null>>;
  readonly work: WorkDesk;
  readonly line: ShiftLine;
  readonly lineDesk: LineDesk;
  readonly team: TeamDesk;
  readonly recordings: RecordingDesk;
};

export const makeWork = (
  { clock, newId, board, hub, showCustomer, entry, training }: ShiftDeps,
  shift: Shift,
): WorkDesk =>
  new WorkDesk({
    clock,
    newId,
    advisorId: entry.session.user.id,
    reference: () => board.get('reference'),
    show: (work) => {
      board.set('work', work);
      shift.recordings.follow(board.get('calls'));
    },
    showCustomer,
    named: (callId, name) => shift.calls.name(callId, name),
    bundle: (id) => shift.records.customers.open(id),
    byPhone: (e164) => shift.records.library.byPhone(e164),
    lookUp: (e164) => shift.records.customers.lookUp(e164),
    ivr: (query) => askIvr(hub, query),
    handed: askHanded(hub),
    colleagueAt: (extension) => shift.records.colleagueAt(extension),
    write: (lines: readonly JournalRecord[]) => shift.records.write(lines),
    played: (work) => void training.played(work),
  });

export const makeTeller = (
  { board }: ShiftDeps,
  shift: Pick<Shift, 'work' | 'records'>,
): DeskTeller =>
  new DeskTeller({
    board,
    callUidOf: (callId) => shift.work.get(callId)?.facts.callUid ?? null,
    tell: (now) => shift.records.tellNow(now),
  });

export const makeMessages = (
  { clock, newId, board, entry }: ShiftDeps,
  shift: Shift,
): MessageDesk =>
  new MessageDesk({
    clock,
    newId,
    advisorId: entry.session.user.id,
    reference: () => board.get('reference'),
    kept: () => shift.records.outbox.messages,
    show: (messages) => board.set('messages', messages),
    bundle: (id) => shift.records.customers.open(id),
    mutation: (body, orderKey) => shift.work.mutation(body, orderKey),
    write: (lines) => shift.records.write(lines),
  });

export const makeAdvisor = (
  { clock, board, entry }: ShiftDeps,
  shift: Shift,
  day: DayLog,
  changed: ConstructorParameters<typeof AdvisorDesk>[0]['changed'],
): AdvisorDesk => {
  const userId = entry.session.user.id;
  return new AdvisorDesk({
    clock,
    show: (advisor) => board.set('advisor', advisor),
    record: (body) => void shift.record(body, `advisor:${userId}`),
    changed: (before, after) => {
      day.enter(after.state);
      changed(before, after);
    },
    keepQuiet: (since) => {
      keepQuiet(userId, since);
      void invoke('storage.settle', null);
    },
  });
};

export const makeTurningAway = (
  { clock, newId, board, entry }: ShiftDeps,
  shift: Shift,
): TurningAway =>
  new TurningAway({
    clock,
    newId,
    advisorId: entry.session.user.id,
    advisor: () => shift.advisor,
    settings: () => shift.lineSettings,
    reference: () => board.get('reference'),
    ownBrands: entry.session.user.brandIds,
    byPhone: (e164) => shift.records.library.byPhone(e164),
    comesBack: (headers) => shift.team.park.expects(headers),
    record: (body, orderKey) => shift.record(body, orderKey),
  });

export const makeTeam = (
  { clock, newId, board, entry, hub, notice }: ShiftDeps,
  shift: Shift,
): TeamDesk => {
  const { id, firstName, lastName } = entry.session.user;
  return new TeamDesk({
    clock,
    newId,
    hub,
    board,
    own: { id, name: `${firstName} ${lastName}` },
    show: (calls) => board.set('teamCalls', calls),
    settings: () => shift.lineSettings,
    reference: () => board.get('reference'),
    calls: () => shift.calls,
    work: () => shift.work,
    line: () => shift.line.line,
    lineDesk: () => shift.lineDesk,
    record: (body, orderKey) => shift.record(body, orderKey),
    started: (about) => void shift.advisor.take({ type: 'call-started', about }),
    gone: () => notice('team-call-gone', null),
  });
};
