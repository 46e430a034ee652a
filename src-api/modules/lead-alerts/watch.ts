/** Looks once a second at the whole floor, in one hub at a time, and says what is beyond a threshold. */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { Floor, LeadBoard } from '@api/modules/lead-board/board.ts';
import { type AlertKind, usualAlertRules } from '@shared/domain/lead-alert/alert-rules.ts';
import {
  type AlertSteps,
  followAlerts,
  nothingSeen,
  type Seen,
} from '@shared/domain/lead-alert/follow-alerts.ts';
import { worriesOf } from '@shared/domain/lead-alert/worries.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import * as alerts from './watch-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'log' | 'newId'>;

const zone = 'Europe/Paris';
const lookEveryMs = 1_000;
/** A hub that died is followed by another after so long. */
const heldForMs = 6_000;

/** What is known from the switch alone: while it is away nothing of it begins and nothing ends. */
const ofSwitch: ReadonlySet<AlertKind> = new Set(['queue-wait', 'stuck']);

/** The seats of a team, and the queues of brands that it serves. */
const floorOf = (floor: Floor, teamId: string) => {
  const seats = [...floor.seats.values()].filter((seat) => seat.teamId === teamId);
  const served = new Set(seats.flatMap(({ brandIds }) => brandIds));
  return { seats, queues: floor.queues.filter(({ brandId }) => served.has(brandId)) };
};

export class AlertWatch {
  readonly #hub: Hub;
  readonly #board: LeadBoard;
  readonly #hubId: string;
  #release: (() => void) | null = null;
  /** By team. */
  readonly #seen = new Map<string, Seen>();

  constructor(hub: Hub, board: LeadBoard) {
    this.#hub = hub;
    this.#board = board;
    this.#hubId = hub.newId();
  }

  async look(): Promise<void> {
    const { database, clock } = this.#hub;
    const nowMs = clock.now();
    const isBlind = !this.#board.seesSwitch();
    if (!(await alerts.holdWatch(database.db, this.#claim(isBlind, nowMs)))) {
      this.#rest();
      return;
    }
    this.#release ??= await this.#board.hold();
    const { db } = database;
    const [rules, open, led] = await Promise.all([
      alerts.readAlertRules(db),
      alerts.readOpen(db),
      alerts.readLedTeams(db),
    ]);
    const floor = this.#board.floor();
    let isOther = false;
    for (const { id: teamId } of floor.teams) {
      const team = floorOf(floor, teamId);
      const thresholds = floor.thresholds[teamId] ?? usualThresholds;
      const own = rules.get(teamId) ?? usualAlertRules;
      const isSeen = ({ kind }: { readonly kind: AlertKind }) => !(isBlind && ofSwitch.has(kind));
      const { seen, steps } = followAlerts(this.#seen.get(teamId) ?? nothingSeen, {
        worries: worriesOf(team, thresholds, nowMs).filter(isSeen),
        open: open.filter((alert) => alert.teamId === teamId && isSeen(alert)),
        rules: own,
        isLed: led.has(teamId),
        nowMs,
        zone,
      });
      this.#seen.set(teamId, seen);
      if (await this.#write(teamId, steps, own.escalateTo)) isOther = true;
    }
    if (isOther) await alerts.announceAlerts(db);
  }

  /** Whoever does not see the switch leaves it to another at once, and looks only where none does. */
  #claim(isBlind: boolean, nowMs: number): alerts.WatchClaim {
    return {
      hubId: this.#hubId,
      untilMs: isBlind ? nowMs : nowMs + heldForMs,
      freeBeforeMs: isBlind ? nowMs - lookEveryMs * 3 : nowMs,
    };
  }

  async stop(): Promise<void> {
    this.#rest();
    await alerts.leaveWatch(this.#hub.database.db, this.#hubId).catch(() => undefined);
  }

  /** Another looks. */
  #rest(): void {
    this.#release?.();
    this.#release = null;
    this.#seen.clear();
  }

  /** @returns whether there was anything */
  async #write(
    teamId: string,
    { begin, tell, escalate, end }: AlertSteps,
    to: readonly string[],
  ): Promise<boolean> {
    const { database, clock, newId } = this.#hub;
    const nowMs = clock.now();
    const at = toInstant(nowMs);
    for (const { worry, since, isTold } of begin) {
      const { kind, subject, brandIds } = worry;
      const alert = { kind, subject, brandIds, since, toldAt: isTold ? nowMs : null };
      await alerts.beginAlert(database.db, { id: newId(), teamId, ...alert });
    }
    for (const { id } of tell) await alerts.tellAlert(database.db, id, at);
    for (const { id } of escalate) await alerts.escalateAlert(database.db, id, { at, to });
    for (const { id } of end) await alerts.endAlert(database.db, id, at);
    return begin.length + tell.length + escalate.length + end.length > 0;
  }
}

/** @returns how to stop it */
export const startAlerts = (hub: Hub, board: LeadBoard): (() => Promise<void>) => {
  const watch = new AlertWatch(hub, board);
  const stop = startLoop(hub.log, {
    failure: 'nobody is alerted',
    afterFailureMs: lookEveryMs,
    turn: async () => {
      await watch.look();
      return lookEveryMs;
    },
  });
  return async () => {
    await stop();
    await watch.stop();
  };
};
