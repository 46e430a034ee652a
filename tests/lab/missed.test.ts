import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const NUMBER = '+33639980077';
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const openCalls = async (): Promise<{ advisor_id: string | null; status: string }[]> => {
  const client = new pg.Client(stage.hub.databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    'select advisor_id, status from callbacks where number = $1',
    [NUMBER],
  );
  await client.end();
  return rows;
};

it('[MISS-1] [MISS-2] [MISS-3] who gave up before the answer is listed, called back by one key, and settled by the talk', async () => {
  const caller = await stage.call('+33199004110', { number: NUMBER });
  await desk.rings();
  caller.hangup();
  await desk.answerButton.waitFor({ state: 'detached' });
  const row = desk.page.getByRole('listitem').filter({ hasText: /06.39.98.00.77/ });
  await row.getByText('a raccroché avant la réponse').waitFor();
  expect(await openCalls()).toEqual([{ advisor_id: null, status: 'open' }]);
  const phone = await stage.farEnd(NUMBER, { answers: 'auto' });
  await row.focus();
  await desk.press('Enter');
  await phone.waitFor('CALL_ESTABLISHED');
  await desk.talks();
  await until('it is hers alone', async () => (await openCalls())[0]?.advisor_id !== null);
  await desk.hangUp();
  await until('the talk has settled it', async () => (await openCalls())[0]?.status === 'done');
  await desk.finish();
  await row.waitFor({ state: 'detached' });
});
