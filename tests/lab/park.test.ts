import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import { tellSystem } from '../support/electron/system-events';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { MUSIC_HZ } from '../support/pbx/pbx-settings';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { untilHeard } from '../support/phones/listening';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [{ extension }, yanis] = demoAdvisors;
const SERVICE = '+33199004110';
const HELENE = '+33639984117';
const BACK_S = 20;
/** Two programs, a PBX and a telephone share one small machine. */
const PATIENCE_MS = 30_000;
const LOUD_DB = -30;
const SILENT_DB = -55;
const since = new Date().toISOString();
const env = {
  PARLANCE_LINE_PARKING: '701-709',
  PARLANCE_LINE_PARKING_SECONDS: String(BACK_S),
  PARLANCE_LINE_PICK_UP: '*8',
};
let stage: Stage;
let camille: Workstation;
let other: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ ringSeconds: 15, parkingSeconds: BACK_S });
  const line = { url: stage.pbx.wsUrl, user: yanis.extension, password: yanis.linePassword };
  camille = await stage.readyWorkstation({ env });
  other = await stage.readyWorkstation({ env, advisor: yanis, line });
  await other.choose('Pause');
  for (const { page } of [camille, other]) page.setDefaultTimeout(PATIENCE_MS);
  // Else a queue offers her first call to a line that has just gone.
  await until('his line is closed', async () => !(await stage.pbx.isRegistered(yanis.extension)));
});
afterEach(async () => {
  await other.clear();
  await stage.clear(camille);
});
afterAll(async () => {
  await camille?.close();
  await other?.close();
  await stage?.strike();
});

const loud = (db: number) => db > LOUD_DB;
const silent = (db: number) => db < SILENT_DB;
const hears = async (desk: Workstation, hz: number): Promise<boolean> =>
  (await playedToneDb(await desk.parlance.window('engine'), hz)) > LOUD_DB;
/** The PBX forgets her line too when his closes, both being of one address: she looks at once. */
const lineKnown = async (): Promise<void> => {
  const known = () => stage.pbx.isRegistered(extension);
  if (!(await known())) await tellSystem(camille.parlance, 'resume');
  await until('her line is known', known, PATIENCE_MS);
};
const talkingCustomer = async (): Promise<BaresipPhone> => {
  await lineKnown();
  const customer = await stage.call(SERVICE, { number: HELENE });
  await camille.answer();
  await untilHeard(customer, MICROPHONE_HZ, loud);
  return customer;
};
const park = async (customer: BaresipPhone): Promise<void> => {
  await camille.press('F11');
  await camille.finishButton.waitFor();
  await untilHeard(customer, MUSIC_HZ, loud);
};
const parkedLine = (desk: Workstation) => desk.line(/Appel parqué : Hélène Vasseur/);

it('[PARK-1] [PARK-4] [PARK-6] the customer hears music, the team sees her, and a colleague takes her', async () => {
  const customer = await talkingCustomer();
  await camille.note('attend la réponse du transporteur');
  await park(customer);
  await untilHeard(customer, MICROPHONE_HZ, silent);
  await parkedLine(other).waitFor();
  await other.reads(/par Camille Roussel, place 70\d.*transporteur/, parkedLine(other));
  await other.press('Alt+p');
  await other.talks();
  await other.reads('Hélène Vasseur', other.person);
  await until('the colleague hears the customer', () => hears(other, CALLER_HZ), PATIENCE_MS);
  await untilHeard(customer, MUSIC_HZ, silent);
  await untilHeard(customer, MICROPHONE_HZ, loud);
  await parkedLine(camille).waitFor({ state: 'detached' });
  expect(await hears(camille, CALLER_HZ)).toBe(false);
  await camille.finish();
  customer.hangup();
  await other.finish();
  const rows = await callRows(stage.hub.databaseUrl, since);
  expect(rows.map(({ outcome, brand_id }) => [outcome, brand_id])).toEqual([
    ['answered', 'kerdoual'],
    ['answered', 'kerdoual'],
  ]);
});

it('[PARK-3] nobody takes it: it comes back to her with its brand, and she is heard', async () => {
  const customer = await talkingCustomer();
  await park(customer);
  await camille.finish();
  await until('it comes back', () => camille.answerButton.isVisible(), 60_000);
  await camille.press('F2');
  await camille.talks();
  await camille.reads('Hélène Vasseur', camille.person);
  await untilHeard(customer, MICROPHONE_HZ, loud);
  await until('she hears the customer', () => hears(camille, CALLER_HZ), PATIENCE_MS);
  expect(await parkedLine(other).isVisible()).toBe(false);
  await camille.hangUp();
});

it('[PARK-7] who has hung up meanwhile is said to be gone, and is to be called back', async () => {
  const customer = await talkingCustomer();
  await park(customer);
  await camille.finish();
  await parkedLine(other).waitFor();
  customer.hangup();
  await customer.waitFor('CALL_CLOSED');
  await other.press('Alt+p');
  await other.reads(/l’appelant a raccroché/);
  const row = other.page.getByRole('listitem').filter({ hasText: 'Hélène Vasseur' });
  await row.getByText('a raccroché avant la réponse').waitFor();
});

it('[PICK-1] [PICK-2] a call that rings at a colleague is taken by one key, and is not missed there', async () => {
  const customer = await stage.call('6001', { number: HELENE });
  await camille.rings();
  await other.line(/Appel qui sonne chez Camille Roussel : Hélène Vasseur/).waitFor();
  await other.press('Alt+p');
  await other.talks();
  await other.reads('Hélène Vasseur', other.person);
  await until('the colleague hears the customer', () => hears(other, CALLER_HZ), PATIENCE_MS);
  await untilHeard(customer, MICROPHONE_HZ, loud);
  await camille.answerButton.waitFor({ state: 'detached' });
  const mine = await until('her desk has recorded it', async () =>
    (await callRows(stage.hub.databaseUrl, since)).find(
      ({ outcome }) => outcome === 'answered-elsewhere',
    ),
  );
  expect(mine.call.customerNumber).toBe(HELENE);
  customer.hangup();
  await other.finish();
});
