/**
 * A predictive campaign on the real switch: many people played by sipp, ten advisors on the real line,
 * call and work desks, a real hub whose clock stands at an hour at which people may be called.
 */
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import type { DiallingView } from '@shared/contracts/http/dialling.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayMs, diallingHub, hubNow } from '../support/dialler/dialling-hub';
import { LabAdvisor } from '../support/dialler/lab-advisor';
import {
  addAdvisors,
  addPeople,
  addRefusal,
  loseConsent,
  numberOf,
  oppose,
  refuse,
} from '../support/dialler/listed-people';
import { ApiSession } from '../support/hub/api-session';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { Asterisk } from '../support/pbx/asterisk';
import { CAMPAIGN_LINES } from '../support/pbx/pbx-settings';
import { type Doing, doingOf, PeopleAtHome } from '../support/phones/people-at-home';
import { installSilentMedia } from '../support/phones/silent-media';
import { until } from '../support/until';

/** Who may be called; a tenth as many more are on the list and may not. */
const PEOPLE = Number(process.env['PARLANCE_LAB_PEOPLE'] ?? 300);
const REFUSED = Math.ceil(PEOPLE / 40);
const WITHIN_MS = 60_000 + PEOPLE * 400;
const AUTOMATED = '+33162000001';

const instant = (ms: number): string => new Date(ms).toISOString();

let pbx: Asterisk;
let hub: HubProcess;
let people: PeopleAtHome;
let database: DatabaseHandle;
let nadia: ApiSession;
const advisors: LabAdvisor[] = [];

beforeAll(async () => {
  installSilentMedia();
  pbx = await Asterisk.start();
  people = await PeopleAtHome.start(pbx.settings.trunkPort);
  hub = await startHub(diallingHub(pbx, { PARLANCE_DIALLER_RING_SECONDS: '3' }));
  database = openDatabase(hub.databaseUrl, () => undefined);
  await addAdvisors(database.db, CAMPAIGN_LINES);
  await addRefusal(database.db);
  nadia = await ApiSession.signIn(hub.apiUrl, 'nadia.ferrand');
});
afterAll(async () => {
  for (const advisor of advisors) await advisor.leaves().catch(() => undefined);
  await database?.close();
  await hub?.stop();
  await people?.stop();
  await pbx?.stop();
});

/** Those who may not be called come after those who may; the last of them live in Guadeloupe. */
const groupOf = (group: number): string[] =>
  Array.from({ length: REFUSED }, (_, place) => numberOf(PEOPLE + group * REFUSED + place));

const listed = async (): Promise<string> => {
  const { db } = database;
  const givenAt = instant(hubNow() - 30 * dayMs);
  const metropole = { commune: '29999', postcode: '29200', givenAt };
  await addPeople(db, { ...metropole, count: PEOPLE + 3 * REFUSED });
  const overseas = { commune: '97199', postcode: '97100', givenAt, count: REFUSED };
  await addPeople(db, overseas, PEOPLE + 3 * REFUSED);
  const team = await db
    .selectFrom('users')
    .select('team_id')
    .where('login', '=', 'camille.roussel')
    .executeTakeFirstOrThrow();
  const today = instant(hubNow()).slice(0, 10);
  const { id } = await nadia.ask('/v1/campaigns', {
    name: 'Isolation, deux mille personnes',
    brandId: 'kerdoual',
    goal: 'appointments',
    scriptId: 'kerdoual-invitation',
    teamIds: [team.team_id],
    startsOn: today,
    endsOn: today,
    presentedNumbers: ['+33199004110', AUTOMATED],
    dialling: { mode: 'predictive', abandonLimitPercent: 3 },
    outcomes: [
      { dispositionCode: 'echange', consequence: 'success' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'oppose', consequence: 'opposition' },
    ],
  });
  const query = { communes: [metropole.commune, overseas.commune] };
  const report = await nadia.ask(`/v1/campaigns/${id}/list`, { query });
  expect(report).toMatchObject({ added: PEOPLE + 4 * REFUSED });
  await loseConsent(db, groupOf(0));
  await oppose(db, groupOf(1), instant(hubNow()));
  await refuse(db, groupOf(2), instant(hubNow() - dayMs));
  const started = await nadia.ask(`/v1/campaigns/${id}/move`, { move: 'start' });
  expect(started).toMatchObject({ status: 'running' });
  return id;
};

const takeCalls = async (campaignId: string): Promise<void> => {
  const chance = seeded(20_817);
  for (const extension of CAMPAIGN_LINES)
    advisors.push(
      await LabAdvisor.start({
        apiUrl: hub.apiUrl,
        login: `ligne.${extension}`,
        extension,
        wsUrl: pbx.wsUrl,
        now: hubNow,
        talkMs: () => 800 + chance.next() * 1600,
        wrapUpMs: () => 200 + chance.next() * 400,
        dispositionCode: 'echange',
      }),
    );
  await until('every line is registered', () => advisors.every((one) => one.isRegistered));
  await Promise.all(advisors.map((one) => one.takes(campaignId)));
};

type Call = {
  number: string;
  result: string | null;
  given_to: string | null;
  exchanges: number;
  presented: string;
};
const callsOf = async (campaignId: string): Promise<Call[]> => {
  const rows = await database.db
    .selectFrom('dialled_calls as call')
    .select((row) => [
      'number',
      'result',
      'presented',
      'given_to',
      row
        .selectFrom('interactions')
        .whereRef('interactions.customer_id', '=', 'call.customer_id')
        .where('interactions.campaign_id', '=', campaignId)
        .select((one) => one.fn.countAll<number>().as('count'))
        .as('exchanges'),
    ])
    .where('campaign_id', '=', campaignId)
    .execute();
  return rows.map((row) => ({ ...row, exchanges: Number(row.exchanges) }));
};

const wanted: { readonly [doing in Doing]: readonly string[] } = {
  busy: ['busy'],
  machine: ['machine'],
  hasty: ['no-answer', 'abandoned'],
  answers: ['reached', 'abandoned'],
  unknown: ['wrong-number'],
  nobody: ['no-answer'],
};

it(
  `[DIAL-17] a predictive campaign of ${PEOPLE} people and ten advisors on the real switch`,
  async () => {
    const campaignId = await listed();
    await takeCalls(campaignId);
    const view = (): Promise<DiallingView> =>
      nadia.ask(`/v1/campaigns/${campaignId}/dialling`) as Promise<DiallingView>;
    const began = Date.now();
    const modes = new Set<string | null>();
    let worst = 0;
    await until(
      'everybody was called',
      async () => {
        const seen = await view();
        modes.add(seen.as);
        if (seen.abandoned.answered >= 100) worst = Math.max(worst, seen.abandoned.rate ?? 0);
        const isOver = seen.calls.ringing + seen.calls.waiting + seen.calls.talking === 0;
        return isOver && seen.today.dialled >= PEOPLE && seen.why === 'nobody-to-call';
      },
      WITHIN_MS,
    );
    const tookMs = Date.now() - began;
    await until('all wrap-ups are over', async () =>
      (await view()).seats.every(({ state }) => state === 'free'),
    );
    for (const advisor of advisors) await advisor.allTold();
    const last = await view();
    const utilisation =
      advisors.reduce((sum, { workedMs }) => sum + workedMs, 0) / (advisors.length * tookMs);
    const { answered, abandoned, rate } = last.abandoned;
    const calls = await callsOf(campaignId);
    const late = calls.filter((one) => one.result === 'abandoned' && one.given_to !== null);
    console.info(
      `${PEOPLE} people in ${Math.round(tookMs / 1000)} s: ${JSON.stringify(last.today)}; ` +
        `abandoned ${abandoned} of ${answered}, ${late.length} of them on the way to an advisor (` +
        `${((rate ?? 0) * 100).toFixed(2)} %, ` +
        `worst ${(worst * 100).toFixed(2)} %), advisors busy ${(utilisation * 100).toFixed(0)} %, ` +
        `modes ${[...modes].join(', ')}`,
    );
    const may = Array.from({ length: PEOPLE }, (_, place) => numberOf(place));
    // Everybody who may be called rang once, as the far end tells it, and nobody else.
    expect([...people.rung()].sort()).toEqual(may);
    expect(calls.map(({ number }) => number).sort()).toEqual(may);
    expect(calls.filter(({ exchanges }) => exchanges !== 1)).toEqual([]);
    expect(new Set(calls.map(({ presented }) => presented))).toEqual(new Set([AUTOMATED]));
    const odd = calls.filter(
      ({ number, result }) => !wanted[doingOf(number)].includes(result ?? 'open'),
    );
    // A detector of machines may take a person for one, seldom.
    expect(odd.length, JSON.stringify(odd)).toBeLessThanOrEqual(PEOPLE * 0.02);
    expect(rate ?? 0).toBeLessThanOrEqual(0.03);
    // A few people are no rate: at every moment only of a campaign that is long enough.
    if (PEOPLE >= 1000) expect(worst).toBeLessThanOrEqual(0.03);
    expect(last.today.reached).toBe(advisors.reduce((sum, { talks }) => sum + talks, 0));
    expect(last.today.refused).toBeGreaterThanOrEqual(4 * REFUSED);
    if (answered > 150) expect(modes).toContain('predictive');
  },
  WITHIN_MS + 60_000,
);
