/** A lead's floor beside an advisor's desk, on a real hub and a real switch: seen, helped, taken over. */
import { openDatabase } from '@api/db/database.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { MANAGER_SECRET } from '../support/pbx/pbx-settings';
import { untilHeard } from '../support/phones/listening';
import { runFolder } from '../support/run-folder';
import { writeTone } from '../support/sound/tones';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LEAD_HZ = 1500;
const loud = (db: number): boolean => db > -35;
const silent = (db: number): boolean => db < -45;
let stage: Stage;
let camille: Workstation;
let nadia: Workstation;

const giveLine = async (): Promise<void> => {
  const database = openDatabase(stage.hub.databaseUrl, () => undefined);
  const { id } = await database.db
    .selectFrom('users')
    .select('id')
    .where('login', '=', 'nadia.ferrand')
    .executeTakeFirstOrThrow();
  const line = { user_id: id, extension: '6005', password: 'ligne-6005' };
  await database.db.insertInto('lines').values(line).execute();
  await database.close();
};

beforeAll(async () => {
  stage = await Stage.set({
    // With Opus Asterisk 16 may let nobody hear who barges in (docs/switch.md).
    advisorCodecs: 'alaw,ulaw',
    hub: (pbx) => ({
      customers: 20,
      env: {
        PARLANCE_AMI_HOST: '127.0.0.1',
        PARLANCE_AMI_PORT: String(pbx.settings.managerPort),
        PARLANCE_AMI_SECRET: MANAGER_SECRET,
      },
    }),
  });
  await giveLine();
  const microphone = `${runFolder('lead-microphone')}/tone.wav`;
  writeTone(microphone, LEAD_HZ, 2, 48_000);
  camille = await stage.readyWorkstation();
  nadia = await stage.readyWorkstation({
    advisor: { login: 'nadia.ferrand', password: 'parlance-demo' },
    line: { url: stage.pbx.wsUrl, user: '6005', password: 'ligne-6005' },
    microphone,
  });
});
afterEach(async () => {
  await nadia.clear();
  await stage.clear(camille);
});
afterAll(async () => {
  await camille?.close();
  await nadia?.close();
  await stage?.strike();
});

/** The switch counts all of it with who took the call; her desk and the lead's count each their part. */
const untilReconciled = async (): Promise<void> => {
  const database = openDatabase(stage.hub.databaseUrl, () => undefined);
  const parts = await until('both desks and the switch have told it', async () => {
    const told = await database.db
      .selectFrom('handled_calls')
      .innerJoin('queue_calls', 'queue_calls.leg_id', 'handled_calls.call_uid')
      .select(['took', 'in_queue', 'talk_ms', 'hold_ms', 'talked_s'])
      .where('talked_s', 'is not', null)
      .orderBy('answered_at')
      .execute();
    return told.length === 2 ? told : null;
  });
  await database.close();
  expect(parts.map(({ took, in_queue }) => [took, in_queue])).toEqual([
    [true, true],
    [false, true],
  ]);
  const desks = parts.reduce((ms, part) => ms + part.talk_ms + part.hold_ms, 0);
  expect(Math.abs(desks / 1000 - (parts[0]?.talked_s ?? 0))).toBeLessThan(3);
};

const seat = () => nadia.page.getByRole('option', { name: /^Camille Roussel/ });
const seatSays = (words: RegExp) =>
  until(`her seat says ${words}`, async () => words.test((await seat().textContent()) ?? ''));

/** The lead's screen beside the advisor's: what she does there is seen here, and what is written goes both ways. */
const seesTheCall = async (): Promise<void> => {
  const speech = nadia.page.getByRole('region', { name: 'Le discours de la personne' });
  await nadia.page.getByText(/^Vérifié sur la ligne/).waitFor();
  await camille.note('Il compare avec une offre à 96 €');
  await nadia.page.getByText('Il compare avec une offre à 96 €').waitFor();
  await camille.page.keyboard.press('Escape');
  const place = camille.page.getByRole('button', { name: /, \d+ sur \d+$/ });
  const before = await place.textContent();
  await camille.page.keyboard.press('Alt+2');
  await until('she is a step further', async () => (await place.textContent()) !== before);
  await speech.getByText((await place.textContent()) ?? '').waitFor();
  expect(await speech.getByRole('button').count()).toBe(0);
  await nadia.page.keyboard.press('m');
  await nadia.page.keyboard.type('Propose le prix bloqué');
  await nadia.page.keyboard.press('Enter');
  await camille.page.getByText('Propose le prix bloqué').waitFor();
  await camille.page.keyboard.press('Alt+k');
  await nadia.page.getByText('D’accord').waitFor();
  await nadia.page.keyboard.press('Escape');
};

it('[LEAD-2] [LEAD-19] [HELP-36] [HELP-38] [HELP-39] [HELP-40] [HELP-47] [HELP-49] [CENTRE-9] a lead sees the call within a second, whispers and writes into it, follows it, and takes it over', async () => {
  await nadia.page.getByRole('button', { name: 'Plateau' }).click();
  await seatSays(/Disponible/);
  await nadia.page.keyboard.press('F11');
  const wall = await nadia.parlance.window('wall');
  await wall.getByText('en attente').waitFor();
  const caller = await stage.call('+33199004110', { number: '+33639984117' });
  await camille.answer();
  const answeredAt = Date.now();
  await seatSays(/En ligne/);
  expect(Date.now() - answeredAt).toBeLessThan(1_000);
  await camille.page.keyboard.press('Alt+h');
  await camille.page.keyboard.press('Alt+1');
  await nadia.page.getByRole('img', { name: 'demande de l’aide' }).waitFor();
  await nadia.page.keyboard.press('n');
  await nadia.page.getByText('« Le client veut un responsable »').waitFor();
  await nadia.page.keyboard.press('s');
  await camille.page.getByText(/^Nadia Ferrand vous souffle/).waitFor();
  await untilHeard(caller, MICROPHONE_HZ, loud);
  await untilHeard(caller, LEAD_HZ, silent);
  await nadia.page.getByText('ne vous entend pas.').waitFor();
  await seesTheCall();
  await untilHeard(caller, LEAD_HZ, silent);
  await nadia.page.keyboard.press('e');
  await nadia.page.getByText('vous entendent.').waitFor();
  await untilHeard(caller, LEAD_HZ, loud);
  await nadia.page.keyboard.press('p');
  await camille.finishButton.waitFor();
  await untilHeard(caller, MICROPHONE_HZ, silent);
  await untilHeard(caller, LEAD_HZ, loud);
  await nadia.hangUpButton.click();
  await nadia.finishButton.waitFor();
  await untilReconciled();
});
