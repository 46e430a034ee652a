import path from 'node:path';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { clearTextIn } from '../support/electron/profile-bytes';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { BareAdvisor } from '../support/phones/bare-advisor';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [, yanis] = demoAdvisors;
const NUMBER = '+33639980078';
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ ringSeconds: 5 });
  desk = await stage.readyWorkstation();
  await desk.choose('Ne pas déranger');
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const state = () => desk.bar.getByRole('button', { name: /mon état/i });

it('[DND-1] [DND-4] a queue goes on to the next at once; a direct call is busy, and is to be made', async () => {
  const colleague = await BareAdvisor.register(
    stage.pbx.wsUrl,
    yanis.extension,
    yanis.linePassword,
  );
  stage.afterwards(() => colleague.stop());
  const queued = await stage.call('+33199004110', { number: '+33639984117' });
  await colleague.invite();
  queued.hangup();
  const direct = await stage.call('6001', { number: NUMBER });
  const closed = await direct.waitFor('CALL_CLOSED');
  expect(closed.param).toMatch(/486|busy/i);
  const row = desk.page.getByRole('listitem').filter({ hasText: /06.39.98.00.78/ });
  await row.getByText('non transmis, à ne pas déranger').waitFor();
  expect(await desk.answerButton.isVisible()).toBe(false);
  await desk.reads(/appels? non transmis?/, state());
  const rows = await callRows(stage.hub.databaseUrl, since);
  expect(rows.map(({ call }) => [call.customerNumber, call.failure])).toEqual([
    [NUMBER, 'do-not-disturb'],
  ]);
});

it('[DND-1] [DND-2] she calls out all the same, and afterwards is still not to be disturbed', async () => {
  const phone = await stage.farEnd('+33199006122', { answers: 'auto' });
  await desk.dial('01 99 00 61 22');
  await desk.talks();
  const second = await stage.call('6001', { number: '+33639980079' });
  await second.waitFor('CALL_CLOSED');
  expect(await desk.line(/Appel qui sonne/).isVisible()).toBe(false);
  await desk.hangUp();
  await desk.finish();
  await desk.reads('Ne pas déranger', state());
  phone.hangup();
});

it('[DND-5] after a restart of the program nothing rings either', async () => {
  const { profileFolder } = desk.parlance;
  await until(
    'it is on the disk',
    () => clearTextIn(path.join(profileFolder, 'Local Storage'), ['do-not-disturb-']).length > 0,
    2_000,
  );
  await desk.parlance.kill();
  desk = await stage.readyWorkstation({ profileFolder });
  await desk.reads('Ne pas déranger', state());
  const direct = await stage.call('6001', { number: '+33639980080' });
  await direct.waitFor('CALL_CLOSED');
  expect(await desk.answerButton.isVisible()).toBe(false);
  await desk.choose('Disponible');
  await stage.call('6001', { number: '+33639980081' });
  await desk.answer();
  await until('the talk is up', () => desk.hangUpButton.isVisible());
  await desk.hangUp();
});
