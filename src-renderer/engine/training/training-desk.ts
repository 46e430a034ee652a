/**
 * A series of role-plays: one simulated customer after the other, each a call like a real one whose
 * work item ends here, in a report, and nowhere else.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Deed, Taking } from '@shared/contracts/engine/training.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import {
  type Repertoire,
  repertoireSchema,
  type Sound,
  soundSchema,
} from '@shared/contracts/http/role-plays.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Ending } from '@shared/domain/role-play/play-script.ts';
import { type PlayedRole, playedRole } from '@shared/domain/role-play/played-role.ts';
import type { RolePlay } from '@shared/domain/role-play/role-play.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { PracticeDesk } from '../practice/practice-desk.ts';
import type { PracticeReport } from '../practice/practice-port.ts';
import type { Shift } from '../shift/shift.ts';
import type { LineCall } from '../telephony/line.ts';
import type { KeptRuns } from './kept-runs.ts';
import { newTaking, playsOf } from './new-taking.ts';
import { PlayWatch } from './play-watch.ts';
import { endingOfWork, runOf } from './run-of.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly board: Board;
  readonly hub: HubClient;
  readonly practice: PracticeDesk;
  readonly runs: KeptRuns;
  readonly shift: () => Shift | null;
};

type Play = {
  /** Given anew for each call: what an earlier one still says is not heard. */
  readonly id: string;
  readonly role: PlayedRole;
  /** Its call, once that has begun. */
  workId: string | null;
  ending: Ending | null;
};

const done = succeed(null);
/** The simulated customer says how it ended a moment before or after the call does. */
const endingWithinMs = 3_000;
const mostDeeds = 60;

export class TrainingDesk {
  readonly #deps: Deps;
  #taking: Taking | null = null;
  #plays: readonly RolePlay[] = [];
  #line: LineSettings | null = null;
  #play: Play | null = null;
  #watch: PlayWatch | null = null;
  #ended: () => void = () => undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.practice.onReport = (report) => this.#onReport(report);
    deps.board.follow(({ advisor, calls, session }) => {
      if (calls !== undefined) this.#watch?.follow(calls);
      const gone = session?.status === 'signed-out';
      // A colleague who calls her in between keeps her for a while; her own choice ends it.
      const rests = advisor !== undefined && !['busy', 'wrap-up'].includes(advisor.state);
      const left = rests && advisor.pauseReason !== 'training';
      if (this.#taking !== null && (gone || left)) this.#leave();
    });
  }

  repertoire(): Promise<Result<Repertoire>> {
    const path = routes.rolePlays;
    return this.#deps.hub.ask({ method: 'GET', path, answer: repertoireSchema });
  }

  async start(kind: 'series' | 'role-play', id: string): Promise<Result<null>> {
    const shift = this.#deps.shift();
    if (shift === null) return fail('sign-in-required');
    if (shift.calls.live > 0 || shift.work.items.length > 0) return fail('call-not-in-state');
    const known = await this.repertoire();
    if (!known.ok) return known;
    const { series, plays } = playsOf(known.value, kind, id);
    const lines = await this.#deps.practice.lines();
    if (!lines.ok) return lines;
    if (plays.length === 0) return fail('not-found', 'no role-play');
    if (lines.value.trainingAdvisor === null) return fail('line-settings-missing');
    this.#plays = plays;
    this.#line = lines.value.trainingAdvisor;
    shift.stay.enter(shift, this.#line);
    this.#show(newTaking(this.#deps.newId(), plays, series));
    void this.#deps.runs.send();
    return done;
  }

  /** Rings, or for an outbound role-play is called. */
  async call(position: number): Promise<Result<null>> {
    const shift = this.#deps.shift();
    const taking = this.#taking;
    const rolePlay = this.#plays[position];
    if (shift === null || taking === null || rolePlay === undefined) return fail('not-found');
    if (taking.stage === 'calling' || taking.stage === 'playing') return fail('call-not-in-state');
    this.#show({ ...taking, position, stage: 'calling', deeds: [], error: null });
    const { takingId, seriesId } = taking;
    const role = playedRole(rolePlay, takingId, seriesId);
    const play: Play = { id: this.#deps.newId(), role, workId: null, ending: null };
    this.#play = play;
    const begun = await this.#begin(shift, rolePlay, play);
    if (!begun.ok) this.#failed(play, begun.error.code);
    return begun;
  }

  stop(): Result<null> {
    const shift = this.#deps.shift();
    if ((shift?.calls.live ?? 0) > 0) return fail('call-not-in-state');
    shift?.stay.leave(shift, 'as-before');
    this.#leave();
    return done;
  }

  /** Asked of every call that a brand's number rings with: the role-play that it is, if it is one. */
  ringing(callId: string, call: LineCall): PlayedRole | undefined {
    const play = this.#play;
    if (play === null || play.workId !== null || this.#taking?.stage !== 'calling')
      return undefined;
    this.#begun(play, callId, call);
    return play.role;
  }

  /** Its wrap-up is finished, or nobody answered it. */
  async played(work: WorkRecord): Promise<void> {
    const role = work.rolePlay;
    if (role === undefined) return;
    const play = this.#play?.workId === work.id ? this.#play : null;
    if (play?.ending === null) await this.#told();
    this.#watch?.stop();
    this.#watch = null;
    this.#play = null;
    const { scripts } = this.#deps.board.get('reference');
    const run = runOf(work, role, play?.ending ?? endingOfWork(work), scripts);
    const taking = this.#taking;
    if (taking?.takingId === role.takingId) {
      const position = taking.position + 1;
      const stage = position < this.#plays.length ? 'between' : 'finished';
      this.#show({ ...taking, position, stage, runs: [...taking.runs, run] });
    }
    await this.#deps.runs.keep(run);
  }

  async #begin(shift: Shift, rolePlay: RolePlay, play: Play): Promise<Result<null>> {
    const { practice } = this.#deps;
    const ready = await practice.prepare();
    if (!ready.ok) return ready;
    const sounds = await this.#sounds(rolePlay);
    if (!(await shift.lineDesk.registered())) return fail('line-not-registered');
    const advisorExtension = this.#line?.user ?? '';
    practice.order({ type: 'play', playId: play.id, rolePlay, sounds, advisorExtension });
    if (rolePlay.direction === 'inbound') return done;
    const dialled = await shift.lineDesk.dial({
      number: rolePlay.customerNumber ?? '',
      brandId: rolePlay.brandId,
      customerId: null,
      callbackId: null,
      rolePlay: play.role,
      placed: (callId, call) => this.#begun(play, callId, call),
    });
    return dialled.ok ? done : dialled;
  }

  /** A sentence that cannot be had is read by the trainee. */
  async #sounds({ steps }: RolePlay): Promise<Record<string, Sound>> {
    const sounds: Record<string, Sound> = {};
    for (const step of steps) {
      if (step.kind !== 'say' || step.sound?.kind !== 'recorded') continue;
      const path = `${routes.rolePlaySounds}/${step.sound.soundId}`;
      const sound = await this.#deps.hub.ask({ method: 'GET', path, answer: soundSchema });
      if (sound.ok) sounds[step.sound.soundId] = sound.value;
    }
    return sounds;
  }

  #begun(play: Play, callId: string, call: LineCall): void {
    play.workId = callId;
    this.#watch?.stop();
    this.#watch = new PlayWatch(callId, call, (event) =>
      this.#deps.practice.order({ type: 'tell', playId: play.id, event }),
    );
    this.#patch({ stage: 'playing' });
  }

  #onReport(report: PracticeReport): void {
    const play = this.#play;
    if (play === null || !('playId' in report) || report.playId !== play.id) return;
    if (report.type === 'play-over') {
      play.ending = report.ending;
      this.#ended();
      // It never reached her: nothing of it is played.
      if (play.workId === null) this.#failed(play, 'call-failed');
      return;
    }
    const at = toInstant(this.#deps.clock.now());
    const deed: Deed = { kind: report.kind, text: report.text, at };
    this.#patch({ deeds: [...(this.#taking?.deeds ?? []), deed].slice(-mostDeeds) });
  }

  #told(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, endingWithinMs);
      this.#ended = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #failed(play: Play, error: NonNullable<Taking['error']>): void {
    if (this.#play !== play) return;
    this.#play = null;
    this.#patch({ stage: 'between', error });
  }

  #leave(): void {
    this.#watch?.stop();
    this.#watch = null;
    this.#play = null;
    this.#plays = [];
    this.#show(null);
    const shift = this.#deps.shift();
    shift?.stay.leave(shift, 'as-chosen');
  }

  #patch(change: Partial<Taking>): void {
    if (this.#taking !== null) this.#show({ ...this.#taking, ...change });
  }

  #show(taking: Taking | null): void {
    this.#taking = taking;
    this.#deps.board.set('training', taking);
  }
}
