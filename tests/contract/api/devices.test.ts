import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type CheckIn,
  checkedInSchema,
  desktopRulesViewSchema,
  deviceSchema,
  devicesSchema,
} from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const told = (change: Partial<CheckIn> = {}): CheckIn => ({
  machineName: 'poste-12',
  machine: 'a1'.repeat(16),
  program: '1.4.0',
  platform: 'linux',
  protocol: 2,
  customers: 1234,
  waiting: 2,
  parked: 1,
  locked: false,
  clock: new Date(hub.clock.now() + 90_000).toISOString(),
  ...change,
});
const ask = (
  session: Session,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
) => hub.app.inject({ method, url, headers: bearer(session), ...(payload ? { payload } : {}) });
const checkIn = async (session: Session, change: Partial<CheckIn> = {}) =>
  checkedInSchema.parse((await ask(session, 'POST', routes.checkIn, told(change))).json());
const deviceOf = async (deviceId: string) =>
  deviceSchema.parse((await ask(agathe, 'GET', `${routes.devices}/${deviceId}`)).json());
const order = (deviceId: string, reason: string) =>
  ask(agathe, 'POST', `${routes.devices}/${deviceId}/wipe`, { reason });
const pull = (session: Session) => ask(session, 'GET', `${routes.bootstrap}?limit=1`);
const newDesktop = async () => {
  const deviceId = hub.newId();
  return { deviceId, camille: await hub.signIn('camille.roussel', deviceId) };
};
const auditOf = async (deviceId: string) => {
  const answer = await ask(agathe, 'GET', `/v1/audit?entity=device&entityId=${deviceId}`);
  return (answer.json().entries as { action: string; userId: string }[]).reverse();
};

it('[DEVICE-1] a desktop tells what it is and holds, and an administrator sees it', async () => {
  const { deviceId, camille } = await newDesktop();
  await checkIn(camille, { customers: 5 });
  await checkIn(camille);
  const { devices } = devicesSchema.parse((await ask(agathe, 'GET', routes.devices)).json());
  const own = devices.filter((one) => one.deviceId === deviceId);
  expect(own).toHaveLength(1);
  const [device] = own;
  expect(device).toMatchObject({
    userId: camille.user.id,
    userName: 'Camille Roussel',
    state: 'active',
    machines: ['poste-12'],
    wipe: null,
    told: { machineName: 'poste-12', protocol: 2, customers: 1234, waiting: 2, parked: 1 },
  });
  expect(Math.abs((device?.told?.clockAheadMs ?? 0) - 90_000)).toBeLessThan(30_000);
  expect((await ask(agathe, 'GET', `${routes.devices}/${hub.newId()}`)).statusCode).toBe(404);
});

it('[DEVICE-2] a desktop that does not tell is known by its sessions', async () => {
  const { deviceId, camille } = await newDesktop();
  expect(await deviceOf(deviceId)).toMatchObject({ told: null, state: 'active', machines: [] });
  await ask(camille, 'POST', routes.signOut, { refreshToken: camille.refreshToken, deviceId });
  expect((await deviceOf(deviceId)).state).toBe('signed-out');
});

it('[DEVICE-3] two machines that say one id are recognised', async () => {
  const { deviceId, camille } = await newDesktop();
  expect((await checkIn(camille)).copied).toBe(false);
  const other = { machine: 'b2'.repeat(16), machineName: 'poste-copie' };
  expect((await checkIn(camille, other)).copied).toBe(true);
  expect((await checkIn(camille)).copied).toBe(true);
  expect((await deviceOf(deviceId)).machines.sort()).toEqual(['poste-12', 'poste-copie']);
  hub.clock.advance(31 * 86_400_000);
  const again = await hub.signIn('camille.roussel', deviceId);
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  expect((await checkIn(again)).copied).toBe(false);
});

it('[DEVICE-4] the rules are changed with a reason and go with the next check-in', async () => {
  const { camille } = await newDesktop();
  expect((await checkIn(camille)).rules).toEqual(usualDesktopRules);
  const rules = { ...usualDesktopRules, customersAtMost: 2_000, lockAfterMinutes: null };
  const refused = await ask(agathe, 'PUT', routes.desktopRules, rules);
  expect(refused.statusCode).toBe(400);
  await ask(agathe, 'PUT', routes.desktopRules, { ...rules, reason: 'postes partagés' });
  const now = desktopRulesViewSchema.parse((await ask(camille, 'GET', routes.desktopRules)).json());
  expect(now).toMatchObject({ ...rules, why: 'postes partagés', changedBy: agathe.user.id });
  expect((await checkIn(camille)).rules).toEqual(rules);
});

it('[DEVICE-5] an order is one, has a reason and an author, can be withdrawn, and is in the audit log', async () => {
  const { deviceId, camille } = await newDesktop();
  expect((await order(deviceId, '')).statusCode).toBe(400);
  expect((await order(hub.newId(), 'volé')).statusCode).toBe(404);
  const first = deviceSchema.parse((await order(deviceId, 'poste volé')).json());
  expect(first).toMatchObject({ state: 'wipe-ordered', wipe: { reason: 'poste volé' } });
  const second = deviceSchema.parse((await order(deviceId, 'encore')).json());
  expect(second.wipe).toEqual(first.wipe);
  expect((await checkIn(camille)).wipe).toMatchObject({ reason: 'poste volé' });
  const withdraw = () => ask(agathe, 'DELETE', `${routes.devices}/${deviceId}/wipe`);
  expect(deviceSchema.parse((await withdraw()).json())).toMatchObject({
    state: 'active',
    wipe: null,
  });
  expect((await withdraw()).statusCode).toBe(404);
  expect((await checkIn(camille)).wipe).toBeNull();
  expect((await pull(camille)).statusCode).toBe(200);
  const trace = await auditOf(deviceId);
  expect(trace.map(({ action }) => action)).toEqual([
    'wipe-ordered',
    'wipe-ordered',
    'wipe-withdrawn',
  ]);
  expect(new Set(trace.map(({ userId }) => userId))).toEqual(new Set([agathe.user.id]));
});

it('[DEVICE-6] from the order on it reads nothing more, and may still send', async () => {
  const { deviceId, camille } = await newDesktop();
  await order(deviceId, 'poste volé');
  for (const url of [
    `${routes.bootstrap}?limit=1`,
    `${routes.lookUp}?number=%2B33612345678`,
    routes.customers,
    routes.me,
  ]) {
    const answer = await ask(camille, 'GET', url);
    expect([answer.statusCode, answer.json().code], url).toEqual([403, 'device-wiped']);
  }
  const id = hub.newId();
  const made = mutation(hub, { kind: 'customer.create', payload: make.someCustomer(id) });
  expect((await push(hub, camille, [made])).map(({ status }) => status)).toEqual(['accepted']);
  const elsewhere = await hub.signIn('camille.roussel', hub.newId());
  expect((await pull(elsewhere)).statusCode).toBe(200);
});

it('[DEVICE-7] [DEVICE-8] who confirms is signed out there and served again once signed in anew', async () => {
  const { deviceId, camille } = await newDesktop();
  await checkIn(camille);
  await order(deviceId, 'poste rendu');
  const wipeId = (await checkIn(camille)).wipe?.id ?? '';
  const confirm = (session: Session) =>
    ask(session, 'POST', `${routes.devices}/wipes/${wipeId}/done`, { left: 1 });
  const { camille: foreign } = await newDesktop();
  expect((await confirm(foreign)).statusCode).toBe(404);
  expect((await deviceOf(deviceId)).state).toBe('wipe-ordered');
  expect((await confirm(camille)).statusCode).toBe(204);
  expect(await deviceOf(deviceId)).toMatchObject({
    state: 'wiped',
    told: { customers: 0 },
    wipe: { id: wipeId, left: 1, orderedBy: agathe.user.id },
  });
  expect((await pull(camille)).json().code).toBe('session-expired');
  const payload = { refreshToken: camille.refreshToken, deviceId };
  expect((await ask(camille, 'POST', routes.refresh, payload)).json().code).toBe('session-expired');
  const anew = await hub.signIn('camille.roussel', deviceId);
  expect((await pull(anew)).statusCode).toBe(200);
  expect((await deviceOf(deviceId)).state).toBe('active');
  expect((await auditOf(deviceId)).at(-1)?.action).toBe('wiped');
});
