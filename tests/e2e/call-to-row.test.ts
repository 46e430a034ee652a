import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type CallRow, callbackRows, callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ hub: { customers: 3_000 } });
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const finished = (number: string): Promise<CallRow> =>
  until(`the hub holds the finished call of ${number}`, async () =>
    (await callRows(stage.hub.databaseUrl, since)).find(
      (row) => row.call.customerNumber === number && row.wrap_up_ended_at !== null,
    ),
  );

it('[SYNC-6] the first load shows its progress and ends with every customer on the desk', async () => {
  const line = { url: stage.pbx.wsUrl, user: camille.extension, password: camille.linePassword };
  desk = await Workstation.start({ apiUrl: stage.hub.apiUrl, line });
  await desk.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { labProgress: seen });
    new MutationObserver(() => {
      const said = /Fiches reçues\s*: ([\d\s]+) sur ([\d\s]+)/.exec(
        document.body.textContent ?? '',
      );
      if (said !== null) seen.push(`${said[1]}/${said[2]}`.replaceAll(/\s/g, ''));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await desk.signIn(camille.login, camille.password);
  await desk.lineReady();
  await desk.open('Hélène Vasseur');
  await until(
    'the load is over',
    async () => !((await desk.status.textContent()) ?? '').includes('Fiches'),
  );
  const progress = await desk.page.evaluate(
    () => (window as typeof window & { labProgress: string[] }).labProgress,
  );
  const steps = [...new Set(progress)].map((text) => text.split('/').map(Number));
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.map(([done]) => done)).toEqual(
    steps.map(([done]) => done).sort((a = 0, b = 0) => a - b),
  );
  expect(new Set(steps.map(([, total]) => total)).size).toBe(1);
});

it('[WORK-1] [WORK-3] [WORK-4] an inbound call goes from its ring to its row: pop, speech, notes, wrap-up, callback', async () => {
  const caller = await stage.call('+33199004110', { number: '0639984117' });
  await desk.rings();
  await desk.reads('Hélène Vasseur', desk.person);
  await desk.reads('Vos premiers mots');
  await desk.answer();
  await desk.reads(/Madame Vasseur/);
  await desk.note('Le pied du canapé est fendu');
  caller.hangup();
  await desk.finishButton.waitFor();
  await desk.press('Control+Enter');
  await desk.reads(/Choisissez (un motif|une qualification) avant de terminer/);
  expect(await desk.finishButton.isVisible()).toBe(true);
  await desk.press('Alt+c');
  await desk.page.getByLabel('Quand ?').fill('demain 14h30');
  await desk.reads(/^Compris/);
  await desk.page.getByLabel('Pour quoi ?').fill('confirmer le remplacement');
  await desk.finish({ disposition: 'Remplacement envoyé', reason: 'Réclamation livraison' });
  const row = await finished('+33639984117');
  expect(row).toMatchObject({
    direction: 'inbound',
    outcome: 'answered',
    brand_id: 'kerdoual',
    reason_code: 'reclamation-livraison',
    disposition_code: 'remplacement-envoye',
    customer_id: expect.any(String),
  });
  expect(row.call).toMatchObject({ endedBy: 'customer', calledNumber: '+33199004110' });
  expect(row.notes.map(({ text }) => text)).toEqual(['Le pied du canapé est fendu']);
  const promised = await callbackRows(stage.hub.databaseUrl, since);
  expect(promised).toEqual([{ interaction_id: row.id, reason: 'confirmer le remplacement' }]);
});

it('[WORK-6] an outbound call goes from the number typed to its row', async () => {
  const far = await stage.farEnd('+33639987731', { answers: 'auto' });
  await desk.dial('06.39.98.77.31');
  await desk.talks();
  await desk.reads('Karim Belkacem', desk.person);
  await desk.note('Nouveau vol accepté par téléphone');
  await desk.hangUp();
  await far.waitFor('CALL_CLOSED');
  await desk.finish();
  const row = await finished('+33639987731');
  expect(row).toMatchObject({ direction: 'outbound', outcome: 'answered' });
  expect(row.call.endedBy).toBe('advisor');
});

it('[WORK-5] a call that rings during a wrap-up takes nothing from it', async () => {
  await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await desk.hangUp();
  await desk.note('pas encore fini');
  await stage.call('+33199005220', { number: '+33639985502' });
  await desk.line(/Appel qui sonne : Odile Marchand/).waitFor();
  await desk.finishButton.waitFor();
  expect(
    await desk.page
      .getByLabel(/^Note de/)
      .first()
      .inputValue(),
  ).toBe('pas encore fini');
  await desk.press('F2');
  await desk.talks();
  await desk.line(/Post-appel à finir : Hélène Vasseur/).waitFor();
  await desk.hangUp();
});

it('[SHELL-4] the app page reaches no network and no microphone', async () => {
  const tried = await desk.page.evaluate(async (url) => {
    const fetched = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    );
    const heard = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'heard',
      (error: Error) => error.name,
    );
    const opened = await new Promise((resolve) => {
      try {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.onopen = () => resolve('opened');
        socket.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    return { fetched, heard, opened };
  }, `${stage.hub.apiUrl}/health`);
  expect(tried).toEqual({ fetched: 'refused', heard: 'NotAllowedError', opened: 'refused' });
});
