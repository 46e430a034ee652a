import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { type CallRow, callRows } from '../support/hub/hub-rows';
import { REFUSALS, RefusingFarEnd } from '../support/phones/refusing-far-end';
import { header } from '../support/phones/sip-message';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ ringSeconds: 3 });
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const refusing = async (kind: keyof typeof REFUSALS): Promise<RefusingFarEnd> => {
  const far = await RefusingFarEnd.start(stage.pbx.settings.trunkPort, REFUSALS[kind]);
  stage.afterwards(() => far.stop());
  return far;
};
const rowOf = (number: string): Promise<CallRow> =>
  until(`the hub holds the call to ${number}`, async () =>
    (await callRows(stage.hub.databaseUrl, since)).find(
      ({ call }) => call.customerNumber === number,
    ),
  );

it('[LINE-7] [POP-10] a number typed into the search is called, answered, and opens its customer', async () => {
  const far = await stage.farEnd('+33639984117', { answers: 'auto' });
  await desk.dial('06 39 98 41 17');
  await desk.talks();
  await desk.reads('Hélène Vasseur', desk.person);
  const incoming = await far.waitFor('CALL_ESTABLISHED');
  expect(incoming.peeruri).toContain('+33199004110');
  await desk.hangUp();
  await far.waitFor('CALL_CLOSED');
  const row = await rowOf('+33639984117');
  expect(row).toMatchObject({ direction: 'outbound', outcome: 'answered', brand_id: 'kerdoual' });
  expect(row.customer_id).not.toBeNull();
});

it('[POP-10] a click on a customer’s number calls it and opens the same view', async () => {
  const far = await stage.farEnd('+33639985502', { answers: 'auto' });
  await desk.open('Odile Marchand');
  await desk.page
    .getByRole('button', { name: /^Appeler le 06 39 98 55 02/ })
    .first()
    .click();
  await desk.talks();
  await desk.reads(/Odile/, desk.person);
  await desk.page.getByRole('region', { name: 'Notes de l’appel' }).waitFor();
  await desk.hangUp();
  await far.waitFor('CALL_CLOSED');
});

it.each([
  { kind: 'busy', number: '06 39 98 00 11', says: 'Occupé', outcome: 'busy' },
  { kind: 'refused', number: '06 39 98 00 12', says: 'Refusé', outcome: 'refused' },
  { kind: 'unanswered', number: '06 39 98 00 13', says: 'Sans réponse', outcome: 'no-answer' },
  {
    kind: 'unknown',
    number: '06 39 98 00 14',
    says: 'Ce numéro n’est pas attribué',
    outcome: 'failed',
  },
  {
    kind: 'unavailable',
    number: '06 39 98 00 15',
    says: 'Correspondant injoignable',
    outcome: 'failed',
  },
] as const)(
  '[LINE-7] [LINE-10] a call that ends $kind says « $says » and is kept as $outcome',
  async ({ kind, number, says, outcome }) => {
    const far = await refusing(kind);
    await desk.dial(number);
    await desk.finishButton.waitFor();
    await desk.reads(new RegExp(`^${says}`));
    expect(
      header(far.invites[0] ?? { startLine: '', headers: new Map(), body: '' }, 'From'),
    ).toContain('+33199004110');
    const row = await rowOf(`+33${number.replaceAll(' ', '').slice(1)}`);
    expect(row.outcome).toBe(outcome);
  },
);

it('[LINE-10] a malformed number says so before anything rings', async () => {
  const combobox = desk.page.getByRole('combobox', { name: 'Chercher ou appeler' });
  await desk.press('Control+K');
  await combobox.fill('06 39 98');
  await desk.page.getByRole('option').first().waitFor();
  expect(await desk.page.getByRole('option', { name: /Appeler le/ }).count()).toBe(0);
  await desk.press('Escape');
  expect(await stage.pbx.activeCalls()).toBe(0);
});
