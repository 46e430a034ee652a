import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { AdvisorDesk } from '../advisor/advisor-desk.ts';
import { DayLog } from '../advisor/day-log.ts';
import { keptQuiet } from '../advisor/kept-quiet.ts';
import { CallDesk } from '../calls/call-desk.ts';
import type { DeviceUse } from '../devices/device-memory.ts';
import type { RecordingDesk } from '../recording/recording-desk.ts';
import { playBeep } from '../telephony/media/beep.ts';
import type { MessageDesk } from '../work/message-desk.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import { Alerts } from './alerts.ts';
import { callEvents } from './call-events.ts';
import { askCallsBack, CallRecovery, type ReturningCall } from './call-recovery.ts';
import type { DeskTeller } from './desk-teller.ts';
import { LineDesk } from './line-desk.ts';
import { LinePresence } from './line-presence.ts';
import { makeLawGate } from './make-law-gate.ts';
import { lineOf, makeLine } from './make-line.ts';
import { makeRecordings, showCalls } from './make-recordings.ts';
import { Records } from './records.ts';
import type { ShiftDeps } from './shift-deps.ts';
import {
  makeAdvisor,
  makeMessages,
  makeTeam,
  makeTeller,
  makeTurningAway,
  makeWork,
} from './shift-desks.ts';
import type { ShiftLine } from './shift-line.ts';
import { ShownCustomers } from './shown-customers.ts';
import type { TeamDesk } from './team-desk.ts';
import { TrainingStay } from './training-stay.ts';
import type { TurningAway } from './turning-away.ts';
import { Viewing } from './viewing.ts';

const heartbeatMs = 10_000;

export class Shift {
  readonly #deps: ShiftDeps;
  readonly records: Records;
  readonly shown: ShownCustomers;
  readonly viewing: Viewing;
  readonly work: WorkDesk;
  readonly messages: MessageDesk;
  readonly calls: CallDesk;
  readonly advisor: AdvisorDesk;
  readonly lineDesk: LineDesk;
  readonly line: ShiftLine;
  readonly #recovery: CallRecovery;
  readonly alerts: Alerts;
  readonly stay: TrainingStay;
  readonly #day: DayLog;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  readonly #presence: LinePresence;
  readonly turningAway: TurningAway;
  readonly team: TeamDesk;
  readonly teller: DeskTeller;
  readonly recordings: RecordingDesk;

  private constructor(deps: ShiftDeps, records: Records, line: ShiftLine, stay: TrainingStay) {
    this.#deps = deps;
    this.stay = stay;
    this.records = records;
    const { board, clock, hub } = deps;
    this.#day = new DayLog(clock, this.#user.id, (day) => board.set('day', day));
    this.recordings = makeRecordings(deps, this);
    this.work = makeWork(deps, this);
    this.messages = makeMessages(deps, this);
    this.shown = new ShownCustomers(this.work, records, deps.showCustomer);
    this.viewing = new Viewing({ hub, clock, record: (body) => this.record(body, 'seen') });
    this.#recovery = this.#makeRecovery();
    this.calls = new CallDesk({
      clock,
      show: showCalls(board, this),
      keep: (kept) => this.#recovery.keep(kept),
      listener: callEvents(this, { ...deps, talks: () => this.#day.enter('talking') }),
    });
    this.advisor = makeAdvisor(deps, this, this.#day, (before, after) =>
      this.#presence.follow(before.state, after.state),
    );
    this.turningAway = makeTurningAway(deps, this);
    this.team = makeTeam(deps, this);
    this.teller = makeTeller(deps, this);
    this.line = line;
    this.lineDesk = this.#makeLineDesk();
    this.alerts = new Alerts({
      reference: () => board.get('reference'),
      work: (id) => this.work.get(id),
      bundle: (id) => records.library.bundle(id),
      ringer: () => deps.devices.ringer,
      live: () => this.calls.live,
      show: (card) => board.set('card', card),
    });
    this.#presence = new LinePresence(board, this, this.line.line);
    this.#heartbeat = setInterval(() => this.work.heartbeat(), heartbeatMs);
  }

  static async start(deps: ShiftDeps, watched: () => ReadonlySet<string>): Promise<Result<Shift>> {
    const { session, key } = deps.entry;
    const stay = new TrainingStay();
    const line = makeLine(deps, stay);
    const returning = await askCallsBack(line);
    let shift: Shift | null = null;
    const own = {
      userId: session.user.id,
      key,
      watched,
      teamCallsChanged: () => void shift?.team.calls.refresh(),
      hubHears: () => shift?.teller.again(),
      orders: deps.orders,
      online: () => void shift?.work.finder.again(shift.work.items),
    };
    const opened = await Records.open({ ...deps, ...own });
    if (!opened.ok) {
      await line.line.disconnect();
      return opened;
    }
    shift = new Shift(deps, opened.value, line, stay);
    await shift.#begin(returning);
    return succeed(shift);
  }

  get lineSettings(): LineSettings | null {
    return this.stay.line ?? lineOf(this.#deps);
  }

  get inTraining(): boolean {
    return this.stay.line !== null;
  }

  async finish(workId: string): Promise<Result<null>> {
    const work = this.work.get(workId);
    const done = await this.work.finish(workId);
    if (!done.ok) return done;
    // What is played with a simulated customer is no figure of hers.
    if (work?.answeredAt != null && !work.training)
      this.#day.handled(this.#deps.clock.now() - Date.parse(work.answeredAt));
    this.advisor.take({
      type: 'wrap-up-finished',
      liveCalls: this.calls.live,
      openWork: this.work.openWrapUps,
    });
    return done;
  }

  /** The line stays: a call still rings, and nothing of a customer is shown. */
  readonly lock = (): void => this.records.lock();

  unlock(key: Uint8Array): Promise<void> {
    return this.records.unlock(key);
  }

  /** Who called meanwhile is looked up, and the windows have their customers again. */
  async catchUp(): Promise<void> {
    await this.work.finder.again(this.work.items);
    this.shown.showAll();
  }

  /** Awake again, or the network is back or another one: nothing waits for its back-off. */
  retryNow(networkChanged = false): void {
    this.line.line.retryNow(networkChanged);
    this.records.retryNow();
  }

  /** Another device serves this use: at once, also in a call. */
  switchDevices(use: DeviceUse): void {
    const { devices } = this.#deps;
    if (use === 'ringer') this.alerts.switchRinger();
    else if (use === 'microphone') this.calls.recordFrom(devices.effective(use));
    else this.calls.playOn(devices.effective(use), devices.loudness(use));
  }

  readonly reconnect = (): boolean => this.line.connect();

  async stop(): Promise<void> {
    this.#presence.stop();
    this.teller.stop();
    this.team.stop();
    clearInterval(this.#heartbeat);
    await this.line.line.disconnect();
    this.records.stop();
  }

  record(body: MutationBody, orderKey: string): Promise<Result<null>> {
    return this.records.write([{ t: 'mutation', mutation: this.work.mutation(body, orderKey) }]);
  }

  get #user() {
    return this.#deps.entry.session.user;
  }

  async #begin(returning: readonly ReturningCall[]): Promise<void> {
    const left = new Set(returning.map(({ kept }) => kept.origin.id));
    await this.work.restore(this.records.outbox.work, left);
    this.messages.restore(this.records.outbox.messages);
    this.line.serve({
      status: () => this.lineDesk.status,
      live: () => this.calls.live,
      listener: {
        status: (status) => this.lineDesk.onStatus(status),
        incoming: (call, headers) => {
          this.team.park.incoming(headers);
          this.lineDesk.onIncoming(call, headers);
        },
        turnsAway: (headers) => this.turningAway.turnsAway(headers),
      },
    });
    const quietSince = keptQuiet(this.#user.id, this.#deps.clock.now());
    this.advisor.take({ type: 'signed-in', quietSince });
    const [open] = this.work.items;
    if (open !== undefined) this.advisor.take({ type: 'work-restored', about: open.customerName });
    this.#recovery.takeUp(returning);
    this.switchDevices('speaker');
    this.shown.showAll();
    this.#deps.board.afterHold(() => this.records.start());
  }

  #makeLineDesk(): LineDesk {
    const { clock, newId, board, devices } = this.#deps;
    return new LineDesk({
      clock,
      newId,
      line: this.line.line,
      calls: this.calls,
      work: this.work,
      settings: () => this.lineSettings,
      reference: () => board.get('reference'),
      ownBrands: this.#user.brandIds,
      law: makeLawGate(this.#deps, this),
      takeCallback: (id) => this.records.takeCallback(id),
      beep: () => playBeep(devices.effective('speaker')),
      hasMicrophone: () => devices.hasMicrophone || (this.lineSettings?.training ?? false),
      board,
      rolePlay: (id, call) => this.#deps.training.ringing(id, call),
      started: (title) => void this.advisor.take({ type: 'call-started', about: title }),
    });
  }

  #makeRecovery(): CallRecovery {
    return new CallRecovery({
      calls: () => this.calls,
      work: () => this.work,
      board: this.#deps.board,
      started: (about) => void this.advisor.take({ type: 'call-started', about }),
    });
  }
}
