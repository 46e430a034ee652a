/**
 * One campaign that is dialled: what happens to its calls and what is placed next, one thing after
 * another, so that no advisor is given two calls at once.
 */
import type { PbxEvent, PbxPort } from '@api/pbx/pbx-port.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { type PacingMoment, pace, reachesLimit } from '@shared/domain/campaign/pacing.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import { PICK_UP_LIMIT_MS, todayFrom } from '@shared/domain/dialling/limits.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import {
  type DialledCall,
  findCall,
  findOpenCalls,
  markGiven,
  markHandled,
} from './calls-repository.ts';
import { checkCalls } from './check-calls.ts';
import { endCall } from './end-call.ts';
import { hearEvent } from './hear-event.ts';
import { countDay, type DayCounts, findPacingHistory } from './history-repository.ts';
import {
  type Held,
  holdCampaign,
  type Pace,
  writeLimitReached,
  writePace,
} from './lease-repository.ts';
import { type DiallerHub, placeCalls } from './place-calls.ts';
import { freeOf, type Seat, seatsOf } from './seats.ts';
import { findSeats } from './seats-repository.ts';

/** Shorter is no time to take a call up in. */
const leastTakingMs = 300;
/** The dial plan ends what nobody was sent to; later than this its word was lost. */
const checkedEveryMs = 15_000;

const ageS = (at: string | null, nowMs: number): number =>
  at === null ? 0 : Math.max(0, (nowMs - Date.parse(at)) / 1000);

const isRinging = ({ answeredAt }: DialledCall): boolean => answeredAt === null;
const isWaiting = ({ answeredAt, givenTo }: DialledCall): boolean =>
  answeredAt !== null && givenTo === null;

export class CampaignDialler {
  readonly #hub: DiallerHub;
  readonly #pbx: PbxPort;
  #campaign: Campaign;
  #last: Promise<unknown> = Promise.resolve();
  #checkedAtMs = Number.NEGATIVE_INFINITY;
  #heard: 'all' | 'not-all' = 'not-all';
  #held: Held | null = null;
  /** The switch was asked to end them. */
  readonly #calledOff = new Set<string>();

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
    return this.#inTurn(async () => {
      await hearEvent(this.#hub, this.#campaign, event);
      if (this.#held === null || event.type !== 'answered') return;
      const call = await findCall(this.#db, event.callId);
      if (call !== null) await this.#give([call], await this.#seats());
    });
  }

  /** Calls that are open may have ended unheard. */
  suspect(): void {
    this.#checkedAtMs = Number.NEGATIVE_INFINITY;
    this.#heard = 'not-all';
  }

  turn(campaign: Campaign, holder: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#campaign = campaign;
      const held = await holdCampaign(this.#db, campaign.id, holder);
      if (held !== null && this.#held === null) this.#checkedAtMs = Number.NEGATIVE_INFINITY;
      this.#held = held;
      if (held !== null) await this.#dial(held);
    });
  }

  get #db() {
    return this.#hub.database.db;
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

  async #dial(held: Held): Promise<void> {
    const nowMs = this.#hub.clock.now();
    const { id } = this.#campaign;
    if (this.#pbx.state() === 'away') return this.#show({ as: null, why: 'switch-away' });
    if (nowMs - this.#checkedAtMs >= checkedEveryMs) await this.#check(nowMs);
    await markHandled(this.#db, id);
    const seats = await this.#seats();
    const open = await findOpenCalls(this.#db, id);
    const idle = await this.#give(open, seats);
    const { status, settings } = this.#campaign;
    const ringing = open.filter(isRinging);
    if (status !== 'running' || !needsSwitch(settings)) return this.#callOff(ringing, idle);
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
      ringingS: ringing.map(({ placedAt }) => ageS(placedAt, nowMs)),
    };
    const counts = await countDay(this.#db, id, todayFrom(nowMs));
    const limitReached = await this.#isLimitReached(held, counts, nowMs);
    const history = { ...(await findPacingHistory(this.#db, id, counts)), limitReached };
    const { dial, as, why } = pace(dialling, moment, history);
    const placed = await this.#place(dial);
    const isIdle = dial > 0 && placed === 0 && ringing.length === 0;
    await this.#show(isIdle ? { as: null, why: 'nobody-to-call' } : { as, why });
  }

  /** @returns how many were taken up: also those that the switch did not take. */
  async #place(count: number): Promise<number> {
    if (count === 0) return 0;
    const placed = await placeCalls(this.#hub, this.#pbx, this.#campaign, count);
    for (const { id } of placed.refused) await endCall(this.#hub, this.#campaign, id, 'failed');
    if (placed.unsure.length > 0) this.suspect();
    return placed.calls.length;
  }

  /** From the moment at which it is reached until the end of the day, at whichever hub. */
  async #isLimitReached(held: Held, counts: DayCounts, nowMs: number): Promise<boolean> {
    const { id, settings } = this.#campaign;
    if (held.limitReachedAt !== null && held.limitReachedAt >= todayFrom(nowMs)) return true;
    if (!reachesLimit(settings.dialling, counts)) return false;
    await writeLimitReached(this.#db, id, toInstant(nowMs));
    return true;
  }

  /** It was paused or stopped: who rings and could find nobody is left alone, the last called first. */
  async #callOff(ringing: readonly DialledCall[], idle: number): Promise<void> {
    if (ringing.length === 0) this.#calledOff.clear();
    for (const { id } of ringing.slice(idle)) {
      if (this.#calledOff.has(id)) continue;
      this.#calledOff.add(id);
      // One that was ordered just now is not at the switch yet, and is asked for again.
      await this.#pbx.hangUp(id).catch(() => this.#calledOff.delete(id));
    }
  }

  #show(shown: Pace): Promise<void> {
    return writePace(this.#db, this.#campaign.id, shown, toInstant(this.#hub.clock.now()));
  }

  async #check(nowMs: number): Promise<void> {
    const heard = this.#heard;
    this.#heard = 'all';
    this.#checkedAtMs = nowMs;
    await checkCalls(this.#hub, this.#pbx, this.#campaign, heard).catch((error: unknown) => {
      this.suspect();
      throw error;
    });
  }
}
