/**
 * One campaign that is dialled: what happens to its calls and what is placed next, one thing after
 * another, so that no advisor is given two calls at once.
 */
import type { PbxEvent, PbxPort } from '@api/pbx/pbx-port.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { type PacingMoment, pace } from '@shared/domain/campaign/pacing.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import { PICK_UP_LIMIT_MS, todayFrom } from '@shared/domain/dialling/limits.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import {
  type DialledCall,
  findCall,
  findOpenCalls,
  findUntoldCalls,
  markAnswered,
  markGiven,
  markHandled,
  markTaken,
} from './calls-repository.ts';
import { endCall, tellUntold } from './end-call.ts';
import { countDay, findPacingHistory } from './history-repository.ts';
import { holdCampaign, type Pace, writePace } from './lease-repository.ts';
import { type DiallerHub, placeCalls } from './place-calls.ts';
import { freeOf, type Seat, seatsOf } from './seats.ts';
import { findSeats } from './seats-repository.ts';

/** Shorter is no time to take a call up in. */
const leastTakingMs = 300;
/** The dial plan ends what nobody was sent to; later than this its word was lost. */
const checkedEveryMs = 15_000;
const untoldAfterMs = 3_600_000;
/** A call that was ordered may not be at the switch yet. */
const youngMs = 5_000;

const ageS = (at: string | null, nowMs: number): number =>
  at === null ? 0 : Math.max(0, (nowMs - Date.parse(at)) / 1000);

const isWaiting = ({ answeredAt, givenTo }: DialledCall): boolean =>
  answeredAt !== null && givenTo === null;

export class CampaignDialler {
  readonly #hub: DiallerHub;
  readonly #pbx: PbxPort;
  #campaign: Campaign;
  #last: Promise<unknown> = Promise.resolve();
  #checkedAtMs = Number.NEGATIVE_INFINITY;
  #isHeld = false;

  constructor(hub: DiallerHub, pbx: PbxPort, campaign: Campaign) {
    this.#hub = hub;
    this.#pbx = pbx;
    this.#campaign = campaign;
  }

  /** One after another; what fails is told, and the next goes on. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work).catch((error: unknown) => {
      const cause = error instanceof Error ? error.message : 'unknown';
      this.#hub.log.warn({ cause, campaignId: this.#campaign.id }, 'not dialled');
    });
    this.#last = done;
    return done;
  }

  hear(event: PbxEvent): Promise<void> {
    return this.#inTurn(() => this.#heard(event));
  }

  /** Calls that are open may have ended unheard. */
  suspect(): void {
    this.#checkedAtMs = Number.NEGATIVE_INFINITY;
  }

  turn(campaign: Campaign, holder: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#campaign = campaign;
      const isHeld = await holdCampaign(this.#hub.database.db, campaign.id, holder);
      if (isHeld && !this.#isHeld) this.suspect();
      this.#isHeld = isHeld;
      if (isHeld) await this.#dial();
    });
  }

  get #db() {
    return this.#hub.database.db;
  }

  async #heard(event: PbxEvent): Promise<void> {
    if (!this.#isHeld) return;
    const { callId } = event;
    const nowMs = this.#hub.clock.now();
    const at = toInstant(nowMs);
    if (event.type === 'answered') {
      await markAnswered(this.#db, callId, toInstant(nowMs - event.silentMs));
      const call = await findCall(this.#db, callId);
      if (call !== null) await this.#give([call], await this.#seats());
    } else if (event.type === 'put-through') await markTaken(this.#db, callId, at);
    else if (event.type === 'ended') await endCall(this.#hub, this.#campaign, callId, event.cause);
    else if (event.type !== 'ringing') await endCall(this.#hub, this.#campaign, callId, event.type);
  }

  async #seats(): Promise<readonly Seat[]> {
    const rows = await findSeats(this.#db, this.#campaign.id);
    return seatsOf(rows, this.#pbx, this.#hub.clock.now());
  }

  /** The longest free first. @returns how many advisors are free for others then. */
  async #give(calls: readonly DialledCall[], seats: readonly Seat[]): Promise<number> {
    const free = [...freeOf(seats)];
    let waiting = 0;
    for (const call of calls.filter(isWaiting)) {
      const waitedMs = ageS(call.answeredAt, this.#hub.clock.now()) * 1000;
      const withinMs = PICK_UP_LIMIT_MS - waitedMs;
      if (withinMs < leastTakingMs) continue;
      const seat = free.shift();
      if (seat === undefined) waiting += 1;
      else if (await markGiven(this.#db, call.id, seat.userId))
        // A call that has ended meanwhile is told of as such.
        await this.#pbx
          .putThrough(call.id, { extension: seat.extension, withinMs })
          .catch(() => undefined);
    }
    return Math.max(0, free.length - waiting);
  }

  async #dial(): Promise<void> {
    const nowMs = this.#hub.clock.now();
    const { id } = this.#campaign;
    if (this.#pbx.state() === 'away') return this.#show({ as: null, why: 'switch-away' });
    if (nowMs - this.#checkedAtMs >= checkedEveryMs) await this.#check(nowMs);
    await markHandled(this.#db, id);
    const seats = await this.#seats();
    const open = await findOpenCalls(this.#db, id);
    const idle = await this.#give(open, seats);
    const { status, settings } = this.#campaign;
    if (status !== 'running' || !needsSwitch(settings)) return;
    if (seats.length === 0) return this.#show({ as: null, why: 'nobody-signed-in' });
    const { startsOn, endsOn, dialling } = settings;
    const { year, month, day } = localDateOf(nowMs, 'Europe/Paris');
    const today = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
    if (today < startsOn || today > endsOn) return this.#show({ as: null, why: 'not-today' });
    const moment: PacingMoment = {
      idle,
      busyS: seats.flatMap(({ atCallMs }) =>
        atCallMs === null ? [] : [Math.max(0, (nowMs - atCallMs) / 1000)],
      ),
      ringingS: open
        .filter(({ answeredAt }) => answeredAt === null)
        .map(({ placedAt }) => ageS(placedAt, nowMs)),
    };
    const counts = await countDay(this.#db, id, todayFrom(nowMs));
    const history = await findPacingHistory(this.#db, id, counts);
    const { dial, as, why } = pace(dialling, moment, history);
    const placed = dial === 0 ? null : await placeCalls(this.#hub, this.#pbx, this.#campaign, dial);
    for (const { id: callId } of placed?.refused ?? [])
      await endCall(this.#hub, this.#campaign, callId, 'failed');
    const isIdle = placed?.calls.length === 0 && moment.ringingS.length === 0;
    await this.#show(isIdle ? { as: null, why: 'nobody-to-call' } : { as, why });
  }

  #show(shown: Pace): Promise<void> {
    return writePace(this.#db, this.#campaign.id, shown, toInstant(this.#hub.clock.now()));
  }

  /** What ended while nobody listened, and what no desktop has told of. */
  async #check(nowMs: number): Promise<void> {
    const live = await this.#pbx.liveCalls();
    for (const call of await findOpenCalls(this.#db, this.#campaign.id)) {
      const isYoung = nowMs - Date.parse(call.placedAt) < youngMs;
      if (!isYoung && !live.has(call.id)) await endCall(this.#hub, this.#campaign, call.id, 'lost');
    }
    const before = toInstant(nowMs - untoldAfterMs);
    for (const call of await findUntoldCalls(this.#db, this.#campaign.id, before))
      await tellUntold(this.#hub, this.#campaign, call);
    this.#checkedAtMs = nowMs;
  }
}
