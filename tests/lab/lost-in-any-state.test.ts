import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { crashWindow } from '../support/electron/lost-window';
import type { Workstation } from '../support/electron/workstation';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { untilHeard } from '../support/phones/listening';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const SERVICE = '+33199004110';
const OTHER = '+33199006122';
const OTHER_HZ = 620;
const LOUD_DB = -30;
/** So long the PBX would let it ring at a dead line; what is told of it must be quicker. */
const RING_SECONDS = 40;
const RINGS_AGAIN_MS = 20_000;
const KEPT_BYTES = 200;
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ ringSeconds: RING_SECONDS });
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const hears = (phone: BaresipPhone) => untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
/** The window that has the line dies, or the whole program does and is started again. */
const ways = {
  'the engine window crashes': () => crashWindow(desk.parlance, 'engine'),
  'the program is killed': async () => {
    const { profileFolder } = desk.parlance;
    await desk.parlance.kill();
    desk = await stage.workstation({ profileFolder });
  },
};

/** What has to outlive the program is on the disk: a list with nothing in it is shorter. */
const kept = () =>
  until('it is kept', () => {
    const { profileFolder } = desk.parlance;
    const files = readdirSync(profileFolder, { recursive: true, encoding: 'utf8' });
    const file = files.find((name) => name.endsWith('calls.sealed'));
    return file !== undefined && statSync(path.join(profileFolder, file)).size > KEPT_BYTES;
  });

for (const [way, lose] of Object.entries(ways)) {
  it(`[ROBUST-13] ${way} while a call rings: the caller rings again and is answered`, async () => {
    const phone = await stage.call(SERVICE, { number: '+33639984117' });
    await desk.rings();
    await kept();
    await lose();
    await desk.answerButton.waitFor({ state: 'detached' });
    await until('it rings again', () => desk.answerButton.isVisible(), RINGS_AGAIN_MS);
    await desk.answer();
    await hears(phone);
    await desk.hangUp();
  });

  it(`[ROBUST-14] ${way} while it rings at the other end: that stops, and nobody answers a dead line`, async () => {
    const phone = await stage.farEnd(OTHER, { answers: 'manual' });
    await desk.dial('01 99 00 61 22');
    await phone.waitFor('CALL_INCOMING');
    await kept();
    await lose();
    await phone.waitFor('CALL_CLOSED', { timeoutMs: 20_000 });
    await until('the PBX has no call left', async () => (await stage.pbx.activeCalls()) === 0);
    expect(phone.events.some(({ type }) => type === 'CALL_ESTABLISHED')).toBe(false);
  });

  it(`[ROBUST-9] ${way} in a talk of three: one is heard, the other waits, and none is lost`, async () => {
    const customer = await stage.call(SERVICE, { number: '+33639984117' });
    await desk.answer();
    await hears(customer);
    const other = await stage.farEnd(OTHER, { speaks: OTHER_HZ, answers: 'auto' });
    await desk.press('F6');
    const field = desk.page.getByRole('combobox', { name: 'nom, file ou numéro' });
    await field.fill('01 99 00 61 22');
    await field.press('Enter');
    await hears(other);
    await desk.press('F7');
    await Promise.all([hears(customer), hears(other)]);
    await lose();
    await until('somebody hears her', async () => Promise.race([hears(customer), hears(other)]));
    for (const phone of [customer, other])
      expect(phone.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
    other.hangup();
    await hears(customer);
    await desk.hangUp();
  });
}
