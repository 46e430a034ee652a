import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ParlanceOptions } from '../support/electron/parlance';
import { clearTextIn } from '../support/electron/profile-bytes';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { type CallRow, callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille, yanis] = demoAdvisors;
const KERDOUAL = '+33199004110';
const since = new Date().toISOString();
let stage: Stage;
let hub: HubProcess;
let away = false;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  hub = stage.hub;
});
afterEach(async () => {
  await desk?.close();
  await stage.clear();
  // A test that failed may have left the hub down; the next one begins with it.
  if (away) await returnHub();
});
afterAll(async () => {
  await hub?.stop();
  await stage?.strike();
});

const stopHub = async (): Promise<void> => {
  away = true;
  await hub.stop();
};
const returnHub = async (): Promise<void> => {
  const { dataFolder, port } = stage.hub;
  hub = await startHub({ customers: 20, dataFolder, port });
  away = false;
};
const rows = async (): Promise<CallRow[]> => callRows(hub.databaseUrl, since);
/** Everything of these calls is in the hub once, with their notes. */
const once = async (notes: readonly string[]): Promise<void> => {
  await until(
    `the hub holds ${notes.join(', ')}`,
    async () => {
      const written = (await rows()).flatMap((row) => row.notes.map(({ text }) => text));
      return notes.every((note) => written.includes(note));
    },
    30_000,
  );
  const written = (await rows()).flatMap((row) => row.notes.map(({ text }) => text));
  for (const note of notes) expect(written.filter((one) => one === note)).toHaveLength(1);
};
const offline = (): Promise<void> => desk.reads(/^Hors connexion depuis/, desk.status);
const loaded = async (options: Partial<ParlanceOptions> = {}): Promise<string> => {
  desk = await stage.readyWorkstation(options);
  await desk.open('Hélène Vasseur');
  return desk.parlance.profileFolder;
};
/** A call from Hélène with a note, up to its wrap-up. */
const callWithNote = async (note: string): Promise<void> => {
  const caller = await stage.call(KERDOUAL, { number: '+33639984117' });
  await desk.answer();
  await desk.reads('Hélène Vasseur', desk.person);
  await desk.note(note);
  await desk.hangUp();
  await caller.waitFor('CALL_CLOSED');
};

it('[SYNC-4] [SYNC-5] [SYNC-12] with the hub down a call is popped, talked and wrapped up; it goes out by itself', async () => {
  await loaded();
  await stopHub();
  await offline();
  await callWithNote('sans serveur');
  await desk.reads(/^Gardé sur ce poste/);
  await desk.finish();
  await desk.reads(/éléments? gardés? sur ce poste/, desk.status);
  await returnHub();
  await desk.reads(/^Tout est envoyé/, desk.status);
  await once(['sans serveur']);
});

it('[SYNC-15] [WORK-7] killed in wrap-up while offline: the next start brings it back, and the hub holds it once', async () => {
  const profileFolder = await loaded();
  await stopHub();
  await offline();
  await callWithNote('tué en post-appel');
  await desk.parlance.kill();
  desk = await stage.workstation({ profileFolder });
  await desk.finishButton.waitFor();
  await desk.reads('Hélène Vasseur', desk.person);
  expect(
    await desk.page
      .getByLabel(/^Note de/)
      .first()
      .inputValue(),
  ).toBe('tué en post-appel');
  await desk.finish();
  await returnHub();
  await once(['tué en post-appel']);
});

it('[SYNC-15] killed after "save" while offline: after restart and reconnection the hub holds it once', async () => {
  const profileFolder = await loaded();
  await stopHub();
  await offline();
  await callWithNote('tué après la fin');
  await desk.finish();
  await desk.parlance.kill();
  desk = await stage.workstation({ profileFolder });
  expect(await desk.finishButton.isVisible()).toBe(false);
  await desk.reads(/éléments? gardés? sur ce poste/, desk.status);
  await returnHub();
  await desk.reads(/^Tout est envoyé/, desk.status);
  await once(['tué après la fin']);
});

it('[SYNC-4] [SEAL-3] without the hub the right password signs in and a wrong one does not', async () => {
  const profileFolder = await loaded();
  await desk.parlance.kill();
  await stopHub();
  const line = { url: stage.pbx.wsUrl, user: camille.extension, password: camille.linePassword };
  desk = await Workstation.start({ apiUrl: stage.hub.apiUrl, profileFolder, line });
  await desk.signIn(camille.login, 'faux');
  await desk.reads('Identifiant ou mot de passe incorrect.');
  await desk.signIn(camille.login, camille.password);
  await desk.page.getByRole('navigation').waitFor();
  await desk.open('Hélène Vasseur');
  await returnHub();
  await desk.reads(/^Tout est envoyé/, desk.status);
});

it('[SEAL-1] [SEAL-4] another advisor finds nothing of the former’s; what she had not sent goes out when she is back', async () => {
  const profileFolder = await loaded();
  await stopHub();
  await offline();
  await callWithNote('scellé pour Camille');
  await desk.finish();
  await desk.close();
  const secrets = ['Vasseur', 'Hélène', '639984117', 'scellé pour Camille', 'Marchand'];
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);
  // The search itself works: the advisor's own login may stand there in clear.
  expect(clearTextIn(profileFolder, [camille.login])).not.toEqual([]);

  await returnHub();
  const hers = { url: stage.pbx.wsUrl, user: yanis.extension, password: yanis.linePassword };
  desk = await stage.readyWorkstation({ profileFolder, advisor: yanis, line: hers });
  await desk.reads(/^Tout est envoyé/, desk.status);
  const written = (await rows()).flatMap((row) => row.notes.map(({ text }) => text));
  expect(written).not.toContain('scellé pour Camille');
  await desk.close();

  desk = await stage.readyWorkstation({ profileFolder });
  await once(['scellé pour Camille']);
});
