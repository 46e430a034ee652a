/**
 * The hub is killed while it dials on the real switch, with calls that ring and calls that are talked in:
 * the one that starts anew goes on, nobody rings twice, and each call is one attempt and one exchange.
 */
import { openDatabase } from '@api/db/database.ts';
import type { DiallingView } from '@shared/contracts/http/dialling.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayMs, diallingHub, hubNow } from '../support/dialler/dialling-hub';
import { LabAdvisor } from '../support/dialler/lab-advisor';
import { addAdvisors, addPeople, addRefusal, numberOf } from '../support/dialler/listed-people';
import { ApiSession } from '../support/hub/api-session';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { Asterisk } from '../support/pbx/asterisk';
import { CAMPAIGN_LINES } from '../support/pbx/pbx-settings';
import { PeopleAtHome } from '../support/phones/people-at-home';
import { installSilentMedia } from '../support/phones/silent-media';
import { until } from '../support/until';

const PEOPLE = 60;
const LINES = CAMPAIGN_LINES.slice(0, 5);
const COMMUNE = '29998';
const env = { PARLANCE_DIALLER_RING_SECONDS: '3' };

let pbx: Asterisk;
let hub: HubProcess;
let people: PeopleAtHome;
let nadia: ApiSession;
const advisors: LabAdvisor[] = [];

beforeAll(async () => {
  installSilentMedia();
  pbx = await Asterisk.start();
  people = await PeopleAtHome.start(pbx.settings.trunkPort);
  hub = await startHub(diallingHub(pbx, env));
});
afterAll(async () => {
  for (const advisor of advisors) await advisor.leaves().catch(() => undefined);
  await hub?.stop();
  await people?.stop();
  await pbx?.stop();
});

const started = async (): Promise<string> => {
  const database = openDatabase(hub.databaseUrl, () => undefined);
  const { db } = database;
  await addAdvisors(db, LINES);
  await addRefusal(db);
  const givenAt = new Date(hubNow() - 30 * dayMs).toISOString();
  await addPeople(db, { commune: COMMUNE, postcode: '29200', givenAt, count: PEOPLE });
  const team = await db
    .selectFrom('users')
    .select('team_id')
    .where('login', '=', 'camille.roussel')
    .executeTakeFirstOrThrow();
  await database.close();
  const today = new Date(hubNow()).toISOString().slice(0, 10);
  const { id } = await nadia.ask('/v1/campaigns', {
    name: 'Isolation',
    brandId: 'kerdoual',
    goal: 'appointments',
    scriptId: 'kerdoual-invitation',
    teamIds: [team.team_id],
    startsOn: today,
    endsOn: today,
    presentedNumbers: ['+33162000001'],
    dialling: { mode: 'progressive' },
    outcomes: [
      { dispositionCode: 'echange', consequence: 'success' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'oppose', consequence: 'opposition' },
    ],
  });
  await nadia.ask(`/v1/campaigns/${id}/list`, { query: { communes: [COMMUNE] } });
  await nadia.ask(`/v1/campaigns/${id}/move`, { move: 'start' });
  return id;
};

const rowsOf = async (campaignId: string) => {
  const database = openDatabase(hub.databaseUrl, () => undefined);
  const { rows } = await sql<{
    number: string;
    result: string;
    exchanges: number;
    attempts: number;
  }>`
    select call.number, call.result, jsonb_array_length(one.attempts) as attempts,
      (select count(*)::int from interactions where interactions.customer_id = call.customer_id
        and interactions.campaign_id = call.campaign_id) as exchanges
    from dialled_calls call join campaign_contacts one on one.id = call.contact_id
    where call.campaign_id = ${campaignId}`.execute(database.db);
  await database.close();
  return rows;
};

it('[DIAL-23] a hub that is killed while it dials is followed by one that goes on with its calls', async () => {
  nadia = await ApiSession.signIn(hub.apiUrl, 'nadia.ferrand');
  const campaignId = await started();
  for (const extension of LINES)
    advisors.push(
      await LabAdvisor.start({
        apiUrl: hub.apiUrl,
        login: `ligne.${extension}`,
        extension,
        wsUrl: pbx.wsUrl,
        now: hubNow,
        talkMs: () => 2500,
        wrapUpMs: () => 300,
        dispositionCode: 'echange',
      }),
    );
  await until('every line is registered', () => advisors.every((one) => one.isRegistered));
  await Promise.all(advisors.map((one) => one.takes(campaignId)));
  const view = (): Promise<DiallingView> =>
    nadia.ask(`/v1/campaigns/${campaignId}/dialling`) as Promise<DiallingView>;
  await until('some ring while others talk', async () => {
    const { calls, today } = await view();
    return today.dialled > 10 && calls.ringing > 0 && calls.talking > 0;
  });
  const { dataFolder, port } = hub;
  hub.kill();
  await hub.exited;
  const atDeath = people.rung().length;
  hub = await startHub({ ...diallingHub(pbx, env), dataFolder, port });
  nadia = await ApiSession.signIn(hub.apiUrl, 'nadia.ferrand');
  let last: DiallingView | null = null;
  await until(
    'everybody was called',
    async () => {
      last = await view();
      const { calls, today, why } = last;
      const open = calls.ringing + calls.waiting + calls.talking;
      return open === 0 && today.dialled >= PEOPLE && why === 'nobody-to-call';
    },
    90_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
  await until('all wrap-ups are over', async () =>
    (await view()).seats.every(({ state }) => state === 'free'),
  ).catch(async (error: Error) => {
    for (const advisor of advisors) await advisor.allTold();
    throw new Error(`${error.message}: ${JSON.stringify((await view()).seats)}`);
  });
  for (const advisor of advisors) await advisor.allTold();
  const rows = await rowsOf(campaignId);
  const counted = (wanted: string) => rows.filter(({ result }) => result === wanted).length;
  const counts = [...new Set(rows.map(({ result }) => result))].map(
    (result) => `${counted(result)} ${result}`,
  );
  console.info(`${atDeath} of ${PEOPLE} had rung when the hub died; ${counts.join(', ')}`);
  const all = Array.from({ length: PEOPLE }, (_, place) => numberOf(place));
  const rung = people.rung();
  expect(new Set(rung).size, 'nobody rings twice').toBe(rung.length);
  expect(rows.map(({ number }) => number).sort()).toEqual(all);
  expect(rows.filter(({ attempts, exchanges }) => attempts !== 1 || exchanges !== 1)).toEqual([]);
  // A talk goes on without the hub, and counts: as many as the advisors had.
  expect(counted('reached')).toBe(advisors.reduce((sum, { talks }) => sum + talks, 0));
}, 240_000);
