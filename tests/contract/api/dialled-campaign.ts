/** A campaign that the hub dials, at an hour at which it may, with the switch in the test's hands. */
import { openDatabase } from '@api/db/database.ts';
import { startDialler } from '@api/modules/dialler/dialler.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { DiallingView } from '@shared/contracts/http/dialling.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import pino from 'pino';
import { FakeSwitch } from '../../support/dialler/fake-switch.ts';
import { until } from '../../support/until.ts';
import { type Ask, addRefusal, asker, running, settings, untilCallingHour } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

/** Of the ranges for calls that a machine places. */
export const AUTOMATED = '+33162000001';
export const ORDINARY = '+33199004110';

export type DialledStage = {
  readonly hub: HubUnderTest;
  readonly pbx: FakeSwitch;
  readonly camille: Session;
  readonly asCamille: Ask;
  readonly asNadia: Ask;
  /** A further hub that dials, on the same database and switch. @returns how it stops. */
  readonly dial: (pbx?: FakeSwitch) => () => Promise<void>;
  /** A hub that dials until it is killed: then it hears, says and lets go of nothing any more. */
  readonly dialMortal: (pbx?: FakeSwitch) => { readonly kill: () => Promise<void> };
  /** Whoever dialled it has been silent for as long as another hub waits. */
  readonly silence: (campaignId: string) => Promise<void>;
  readonly start: (commune: string, rest?: object) => Promise<string>;
  readonly told: (session: Session, state: AdvisorState) => Promise<void>;
  readonly signIn: (session: Session, campaignId: string) => Promise<number>;
  /** So much later, everybody has signed in again. */
  readonly later: (ms: number) => Promise<void>;
  readonly view: (campaignId: string) => Promise<DiallingView>;
  readonly close: () => Promise<void>;
};

export const setDialledStage = async (
  given: 'switch' | 'nothing' = 'switch',
): Promise<DialledStage> => {
  const pbx = new FakeSwitch();
  const hub = await startHubUnderTest({ dialSwitch: given === 'switch' ? pbx : null });
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  await addRefusal(hub);
  const camille = await hub.signIn('camille.roussel');
  let nadia = await hub.signIn('nadia.ferrand');
  const asNadia = asker(hub, () => nadia);
  const stops: (() => Promise<void>)[] = [];
  const log = pino({ level: 'silent' });
  const parts = { database: hub.database, clock: hub.clock, newId: hub.newId, log };
  return {
    hub,
    pbx,
    camille,
    asCamille: asker(hub, () => camille),
    asNadia,
    dial: (other = pbx) => {
      const stop = startDialler(parts, other);
      stops.push(stop);
      return stop;
    },
    dialMortal: (other = pbx) => {
      const own = openDatabase(hub.database.url, () => undefined);
      const stop = startDialler({ ...parts, database: own }, other);
      let isDead = false;
      const kill = async () => {
        if (!isDead) await own.close();
        isDead = true;
      };
      stops.push(async () => {
        await stop();
        await kill();
      });
      return { kill };
    },
    silence: async (id) => {
      await hub.database.db
        .updateTable('campaign_diallers')
        .set({ until: new Date(0).toISOString() })
        .where('campaign_id', '=', id)
        .execute();
    },
    start: (commune, rest = {}) =>
      running(
        asNadia,
        settings(hub, camille.user.teamId as string, {
          presentedNumbers: [ORDINARY, AUTOMATED],
          dialling: { mode: 'progressive' },
          ...rest,
        }),
        commune,
      ),
    told: async (session, state) => {
      hub.clock.advance(1000);
      const since = new Date(hub.clock.now()).toISOString();
      const payload = { state, reason: null, since };
      await push(hub, session, [mutation(hub, { kind: 'advisor.state', payload })]);
    },
    signIn: async (session, campaignId) => {
      const answer = await hub.app.inject({
        method: 'PUT',
        url: '/v1/campaign-sign-in',
        headers: bearer(session),
        payload: { campaignId },
      });
      return answer.statusCode;
    },
    later: async (ms) => {
      hub.clock.advance(ms);
      nadia = await hub.signIn('nadia.ferrand');
    },
    view: async (campaignId) => (await asNadia('GET', `/v1/campaigns/${campaignId}/dialling`)).json,
    close: async () => {
      for (const stop of stops) await stop();
      await hub.close();
    },
  };
};

/** The nth call that the hub places. */
export const placedAt = (pbx: FakeSwitch, place: number) =>
  until(`call ${place + 1} is placed`, () => pbx.placed[place]);
