import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { Authority } from '../support/network/certificates';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { runFolder } from '../support/run-folder';
import { recentToneDb } from '../support/sound/tones';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const SERVICE = '+33199004110';
const OTHER = '+33199006122';
const OTHER_HZ = 620;
const LOUD_DB = -30;
const SILENT_DB = -55;
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

/** Over WSS; other tests do the like over WS. */
beforeAll(async () => {
  const authority = await Authority.make(runFolder('certificates'), 'autorite-interne');
  const tls = await authority.issue('central', 'IP:127.0.0.1');
  stage = await Stage.set({ ringSeconds: 5, tls });
  desk = await stage.readyWorkstation({
    line: {
      url: stage.pbx.wssUrl,
      user: camille.extension,
      password: camille.linePassword,
    },
    env: { PARLANCE_LINE_CA: authority.file },
  });
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const hears = (phone: BaresipPhone, hz: number): boolean => {
  const file = phone.recordings.at(-1);
  return file !== undefined && recentToneDb(file, hz, 0.4) > LOUD_DB;
};
const isDeafTo = (phone: BaresipPhone, hz: number): boolean => {
  const file = phone.recordings.at(-1);
  return file === undefined || recentToneDb(file, hz, 0.4) < SILENT_DB;
};
const sheHears = async (hz: number): Promise<boolean> =>
  (await playedToneDb(await desk.parlance.window('engine'), hz)) > LOUD_DB;
const sheIsDeafTo = async (hz: number): Promise<boolean> =>
  (await playedToneDb(await desk.parlance.window('engine'), hz)) < SILENT_DB;

const talkingCustomer = async (): Promise<BaresipPhone> => {
  const customer = await stage.call(SERVICE, { number: '+33639984117' });
  await desk.answer();
  await until('the customer hears her', () => hears(customer, MICROPHONE_HZ));
  return customer;
};
const colleague = (answers: 'auto' | 'manual' = 'auto'): Promise<BaresipPhone> =>
  stage.farEnd(OTHER, { speaks: OTHER_HZ, answers });
/** F6, the number, and Enter: accompanied, or direct. */
const send = async (way: 'asked' | 'direct', number = '01 99 00 61 22'): Promise<void> => {
  await desk.press('F6');
  const field = desk.page.getByRole('combobox', { name: 'nom, file ou numéro' });
  await field.waitFor();
  if (way === 'direct') await desk.page.getByRole('button', { name: 'direct' }).click();
  await field.fill(number);
  await field.press('Enter');
};
const asked = async () => {
  const customer = await talkingCustomer();
  const other = await colleague();
  await send('asked');
  await desk.reads(/Vous parlez à/);
  await until('she hears whom she asks', () => sheHears(OTHER_HZ));
  await until('she is heard there', () => hears(other, MICROPHONE_HZ));
  return { customer, other };
};
const together = async (customer: BaresipPhone, other: BaresipPhone): Promise<void> => {
  await until('the other hears the customer', () => hears(other, CALLER_HZ));
  await until('the customer hears the other', () => hears(customer, OTHER_HZ));
};
const transferredTo = async (): Promise<string | null | undefined> =>
  (await callRows(stage.hub.databaseUrl, since)).at(-1)?.call.transferredTo;

it('[XFER-3] [XFER-5] she asks while the customer waits, hands over, and the two hear each other', async () => {
  const { customer, other } = await asked();
  await until('the customer hears neither', () =>
    [MICROPHONE_HZ, OTHER_HZ].every((hz) => isDeafTo(customer, hz)),
  );
  await until('she hears the customer no more', () => sheIsDeafTo(CALLER_HZ));
  await desk.press('Enter');
  await together(customer, other);
  await desk.finishButton.waitFor();
  await until('she is heard no more', () => isDeafTo(customer, MICROPHONE_HZ));
  await desk.finish();
  await until('the hub knows to whom it went', async () => (await transferredTo()) != null);
  customer.hangup();
});

it('[XFER-3] Escape brings the customer back, and the other waits', async () => {
  const { customer, other } = await asked();
  await desk.press('Escape');
  await until('the customer hears her again', () => hears(customer, MICROPHONE_HZ));
  await until('she hears the customer', () => sheHears(CALLER_HZ));
  await until('the other hears her no more', () => isDeafTo(other, MICROPHONE_HZ));
  other.hangup();
  await desk.hangUp();
});

it('[XFER-4] whom she asks hangs up: the customer is heard again by herself', async () => {
  const { customer, other } = await asked();
  other.hangup();
  await until('the customer hears her again', () => hears(customer, MICROPHONE_HZ));
  await until('she hears the customer', () => sheHears(CALLER_HZ));
  await desk.hangUp();
});

it('[XFER-4] nobody answers there: the customer is heard again, and she is told why', async () => {
  const customer = await talkingCustomer();
  await colleague('manual');
  await send('asked');
  await desk.reads(/Appel à/);
  await desk.reads(/est toujours en ligne/);
  await until('the customer hears her again', () => hears(customer, MICROPHONE_HZ));
  await desk.hangUp();
});

it('[XFER-1] handed over without asking, the customer talks to the other', async () => {
  const customer = await talkingCustomer();
  const other = await colleague();
  await send('direct');
  await together(customer, other);
  await desk.finishButton.waitFor();
  await desk.finish();
  customer.hangup();
});

it('[XFER-2] handed over to nobody, the customer rings at her again', async () => {
  const customer = await talkingCustomer();
  await colleague('manual');
  await send('direct');
  await desk.rings();
  await desk.press('F2');
  await until('the customer hears her again', () => hears(customer, MICROPHONE_HZ));
  await until('she hears the customer', () => sheHears(CALLER_HZ));
  await desk.hangUp();
});

it('[CONF-1] [CONF-2] [CONF-3] three hear one another; muted she is heard by none; parting leaves the customer', async () => {
  const { customer, other } = await asked();
  await desk.press('F7');
  await together(customer, other);
  await until('both hear her', () => hears(customer, MICROPHONE_HZ) && hears(other, MICROPHONE_HZ));
  await until('she hears the customer', () => sheHears(CALLER_HZ));
  await until('she hears the other', () => sheHears(OTHER_HZ));
  await desk.press('F3');
  await until('none hears her', () =>
    [customer, other].every((phone) => isDeafTo(phone, MICROPHONE_HZ)),
  );
  await together(customer, other);
  await desk.press('F3');
  await until('both hear her again', () =>
    [customer, other].every((phone) => hears(phone, MICROPHONE_HZ)),
  );
  await desk.press('F7');
  await until(
    'the two are parted',
    () => isDeafTo(customer, OTHER_HZ) && isDeafTo(other, CALLER_HZ),
  );
  await until('the customer hears her', () => hears(customer, MICROPHONE_HZ));
  await until('the other hears her no more', () => isDeafTo(other, MICROPHONE_HZ));
  other.hangup();
  await desk.hangUp();
});

it('[CONF-4] leaving the talk of three leaves the two together', async () => {
  const { customer, other } = await asked();
  await desk.press('F7');
  await together(customer, other);
  await desk.press('F9');
  await desk.reads(/restent ensemble/);
  await desk.press('F9');
  await desk.finishButton.waitFor();
  await until('she is out', () => isDeafTo(customer, MICROPHONE_HZ));
  await together(customer, other);
  await desk.finish();
  customer.hangup();
});

it('[CONF-5] when one of three hangs up, the other goes on with her', async () => {
  const { customer, other } = await asked();
  await desk.press('F7');
  await together(customer, other);
  other.hangup();
  await desk.page.getByText('tout le monde s’entend').waitFor({ state: 'detached' });
  await until('the customer still hears her', () => hears(customer, MICROPHONE_HZ));
  await until('she hears the customer', () => sheHears(CALLER_HZ));
  await desk.hangUp();
});
