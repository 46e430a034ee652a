/** A call that the hub dials for a campaign, at a real desktop: what she sees, hears and does. */
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dayMs, diallingHub, hubNow } from '../support/dialler/dialling-hub';
import { addPeople, addRefusal, numberOf } from '../support/dialler/listed-people';
import type { Workstation } from '../support/electron/workstation';
import { ApiSession } from '../support/hub/api-session';
import { ANNOUNCEMENT_HZ } from '../support/pbx/pbx-settings';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { recentToneDb } from '../support/sound/tones';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const NAME = 'Isolation, été';
const AUTOMATED = '+33162000001';
let stage: Stage;
let database: DatabaseHandle;
let nadia: ApiSession;
let desk: Workstation | undefined;

beforeAll(async () => {
  // A telephone of the lab hums: to a detector it is a machine.
  stage = await Stage.set({
    hub: (pbx) => diallingHub(pbx, { PARLANCE_DIALLER_MACHINES: 'ignore' }),
  });
  database = openDatabase(stage.hub.databaseUrl, () => undefined);
  await addRefusal(database.db);
  nadia = await ApiSession.signIn(stage.hub.apiUrl, 'nadia.ferrand');
});
afterEach(async () => {
  const isOpen = desk?.parlance.isRunning === true;
  await stage.clear(isOpen ? desk : undefined);
  await desk?.close();
  desk = undefined;
});
afterAll(async () => {
  await database?.close();
  await stage?.strike();
});

/** One person, whom a campaign that the hub dials shall reach. */
const startFor = async (place: number): Promise<string> => {
  const { db } = database;
  const commune = `2999${place}`;
  const givenAt = new Date(hubNow() - 30 * dayMs).toISOString();
  await addPeople(db, { commune, postcode: '29200', givenAt, count: 1 }, place);
  const team = await db
    .selectFrom('users')
    .select('team_id')
    .where('login', '=', 'camille.roussel')
    .executeTakeFirstOrThrow();
  const today = new Date(hubNow()).toISOString().slice(0, 10);
  const { id } = await nadia.ask('/v1/campaigns', {
    name: NAME,
    brandId: 'kerdoual',
    goal: 'appointments',
    scriptId: 'kerdoual-invitation',
    teamIds: [team.team_id],
    startsOn: today,
    endsOn: today,
    presentedNumbers: [AUTOMATED],
    dialling: { mode: place === 0 ? 'progressive' : 'predictive' },
    outcomes: [
      { dispositionCode: 'commande-prise', consequence: 'success' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'oppose', consequence: 'opposition' },
    ],
  });
  await nadia.ask(`/v1/campaigns/${id}/list`, { query: { communes: [commune] } });
  const moved = await nadia.ask(`/v1/campaigns/${id}/move`, { move: 'start' });
  expect(moved).toMatchObject({ status: 'running' });
  return id;
};

const takesCalls = async ({ page }: Workstation, campaignId: string): Promise<void> => {
  await page.getByRole('button', { name: 'Campagnes' }).first().click();
  const choice = page.getByRole('combobox', { name: /Campagne sur laquelle/ });
  await page.getByRole('button', { name: /rendre les appels$/ }).waitFor();
  if (await choice.isVisible()) await choice.selectOption(campaignId);
  await page.getByRole('button', { name: 'Prendre les appels' }).click();
};
const hears = (phone: BaresipPhone, hz: number): Promise<unknown> =>
  until(`the person hears ${hz} Hz`, () => {
    const file = phone.recordings.at(-1);
    return file !== undefined && recentToneDb(file, hz, 0.4) > LOUD_DB;
  });
const contactOf = async (id: string) =>
  (await nadia.ask(`/v1/campaigns/${id}/contacts`)).contacts[0];
const exchangesOf = (campaignId: string) =>
  database.db
    .selectFrom('interactions')
    .select(['direction', 'outcome', 'disposition_code as disposition', 'advisor_id as advisorId'])
    .where('campaign_id', '=', campaignId)
    .execute();

it('[DIAL-14] [DIAL-19] [DIAL-20] opens whom it is with before it is taken up, and is one exchange', async () => {
  const id = await startFor(0);
  const person = await stage.farEnd(numberOf(0), { answers: 'auto' });
  desk = await stage.readyWorkstation();
  const stoodInBar = await desk.followsBar();
  await takesCalls(desk, id);
  // It takes itself up after the beep: that it rang is over when one looks for it.
  await stoodInBar(/(?=.*Vous appelez pour)(?=.*Personne N0)/s);
  await stoodInBar(new RegExp(NAME));
  await desk.reads('Personne N0', desk.person);
  await desk.talks();
  await desk.reads('Invitation à l’atelier');
  await hears(person, MICROPHONE_HZ);
  await desk.hangUp();
  await desk.reads('Issues de la campagne');
  await desk.press('Alt+1');
  await desk.settled.waitFor();
  await desk.finish();
  const contact = await until('it is told', async () => {
    const one = await contactOf(id);
    return one.state === 'over' ? one : null;
  });
  expect(contact).toMatchObject({ overBecause: 'success', attempts: [{ result: 'reached' }] });
  expect(await exchangesOf(id)).toMatchObject([
    { direction: 'outbound', outcome: 'answered', disposition: 'commande-prise' },
  ]);
});

it('[DIAL-10] [DIAL-21] whom she refuses, and whom her dead desktop leaves, hears who called', async () => {
  for (const [place, ends] of [
    [1, 'refuses'],
    [2, 'dies'],
  ] as const) {
    const id = await startFor(place);
    const person = await stage.farEnd(numberOf(place), { answers: 'auto' });
    desk ??= await stage.readyWorkstation({ env: { PARLANCE_LINE_AUTO_ANSWER: 'never' } });
    await takesCalls(desk, id);
    await desk.reads(`Personne N${place}`, desk.bar);
    if (ends === 'refuses') await desk.press('Escape');
    else await desk.parlance.kill();
    await hears(person, ANNOUNCEMENT_HZ);
    await until('it is told', async () => (await contactOf(id)).promisedAt !== null);
    expect(await contactOf(id)).toMatchObject({ attempts: [{ result: 'abandoned' }] });
    expect(await exchangesOf(id)).toMatchObject([
      { direction: 'outbound', outcome: 'abandoned', advisorId: null },
    ]);
    await person.stop();
  }
});
