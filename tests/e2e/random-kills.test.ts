import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { seeded } from '../convergence/desktop/random-day.ts';
import type { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

/** `npm run soak` asks for more kills and another seed. */
const kills = Number(process.env['PARLANCE_SOAK_KILLS'] ?? 2);
const seed = Number(process.env['PARLANCE_SOAK_SEED'] ?? 3);
const ROUND_MS = 30_000;

const since = new Date().toISOString();
let stage: Stage;
let hub: HubProcess;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  hub = stage.hub;
});
afterEach(async () => {
  await desk?.close();
  await stage.clear();
});
afterAll(async () => {
  await hub?.stop();
  await stage?.strike();
});

it(
  `[SYNC-15] ${kills} random kills of the program, with the hub there or away, lose and double nothing (seed ${seed})`,
  async () => {
    const random = seeded(seed);
    const { dataFolder, port } = stage.hub;
    const notes: string[] = [];
    let away = false;
    desk = await stage.readyWorkstation();
    const { profileFolder } = desk.parlance;
    await desk.open('Hélène Vasseur');
    for (let round = 0; round < kills; round += 1) {
      if (!away && random() < 0.5) {
        await hub.stop();
        away = true;
      }
      const note = `coupure numéro ${round}`;
      const caller = await stage.call('+33199004110', { number: '+33639984117' });
      await desk.answer();
      await desk.note(note);
      await desk.hangUp();
      await caller.stop();
      notes.push(note);
      if (random() < 0.5) await desk.finish();
      await desk.parlance.kill();
      desk = await stage.readyWorkstation({ profileFolder });
      if (await desk.finishButton.isVisible()) {
        expect(
          await desk.page
            .getByLabel(/^Note de/)
            .first()
            .inputValue(),
        ).toBe(note);
        await desk.finish();
      }
      if (away && random() < 0.5) {
        hub = await startHub({ customers: 20, dataFolder, port });
        away = false;
      }
    }
    if (away) hub = await startHub({ customers: 20, dataFolder, port });
    const written = async (): Promise<string[]> =>
      (await callRows(hub.databaseUrl, since)).flatMap((row) => row.notes.map(({ text }) => text));
    await until('all is in the hub', async () => (await written()).length >= notes.length, 60_000);
    expect((await written()).sort()).toEqual([...notes].sort());
    expect(await callRows(hub.databaseUrl, since)).toHaveLength(kills);
  },
  kills * ROUND_MS + 60_000,
);
