/** Administration is the hub's alone: each command is one request to it, nothing is kept here. */
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '@shared/contracts/engine/commands.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

export type AdministrationName = Extract<CommandName, `admin.${string}`>;
/** Files: their bytes are not parsed here. */
type Bytes = 'admin.personal-data' | 'admin.export-file';
type Asked = Pick<HubRequest<z.ZodType>, 'method' | 'path' | 'query' | 'body'>;
type Asks = {
  readonly [N in Exclude<AdministrationName, Bytes>]: (
    input: z.output<(typeof commands)[N]['input']>,
  ) => Asked;
};

const get = (path: string, query?: Asked['query']): Asked => ({
  method: 'GET',
  path,
  ...(query === undefined ? {} : { query }),
});
const send = (
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Asked => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
});
const customer = (customerId: string) => `${routes.customers}/${customerId}`;
const brand = (brandId: string) => `/v1/brands/${brandId}`;
const reasonOf = (reason: string | null) =>
  reason === null ? ([] as const) : ([{ reason }] as const);

const people = {
  'admin.users': () => get('/v1/users'),
  'admin.create-user': (body) => send('POST', '/v1/users', body),
  'admin.change-user': ({ userId, change }) => send('PATCH', `/v1/users/${userId}`, change),
  'admin.set-line': ({ userId, line }) => send('PUT', `/v1/users/${userId}/line`, line),
  'admin.teams': () => get('/v1/teams'),
  'admin.create-team': (body) => send('POST', '/v1/teams', body),
  'admin.change-team': ({ teamId, change }) => send('PATCH', `/v1/teams/${teamId}`, change),
  'admin.brands': () => get('/v1/brands'),
  'admin.change-brand': ({ brandId, change }) => send('PATCH', brand(brandId), change),
  'admin.numbers': ({ brandId }) => get(`${brand(brandId)}/numbers`),
  'admin.add-number': ({ brandId, number }) => send('POST', `${brand(brandId)}/numbers`, number),
  'admin.remove-number': ({ brandId, numberId }) =>
    send('DELETE', `${brand(brandId)}/numbers/${numberId}`),
  'admin.dispositions': ({ brandId }) => get(`${brand(brandId)}/dispositions`),
  'admin.change-disposition': ({ brandId, code, words }) =>
    send('PUT', `${brand(brandId)}/dispositions/${code}`, words),
  'admin.remove-disposition': ({ brandId, code }) =>
    send('DELETE', `${brand(brandId)}/dispositions/${code}`),
  'admin.rules': ({ brandId }) => get(`${brand(brandId)}/rules`),
  'admin.recording-rules': ({ brandId }) => get(`${routes.recordingRules}/${brandId}`),
  'admin.change-recording-rules': ({ brandId, ...change }) =>
    send('PUT', `${routes.recordingRules}/${brandId}`, change),
  'admin.change-rules': ({ brandId, ...change }) => send('PUT', `${brand(brandId)}/rules`, change),
} satisfies Partial<Asks>;

const systems = {
  'admin.sources': () => get(routes.sources),
  'admin.create-source': (body) => send('POST', routes.sources, body),
  'admin.change-source': ({ sourceId, change }) =>
    send('PATCH', `${routes.sources}/${sourceId}`, change),
  'admin.rotate-source': ({ sourceId, ...body }) =>
    send('POST', `${routes.sources}/${sourceId}/rotate`, body),
  'admin.quarantine': (query) => get(routes.quarantine, query),
  'admin.replay': (body) => send('POST', `${routes.quarantine}/replay`, body),
  'admin.give-up': (body) => send('POST', `${routes.quarantine}/give-up`, body),
  'admin.webhooks': () => get(routes.webhooks),
  'admin.subscribe': (body) => send('POST', routes.webhooks, body),
  'admin.change-webhook': ({ subscriptionId, change }) =>
    send('PATCH', `${routes.webhooks}/${subscriptionId}`, change),
  'admin.unsubscribe': ({ subscriptionId }) =>
    send('DELETE', `${routes.webhooks}/${subscriptionId}`),
  'admin.deliveries': ({ subscriptionId, status }) =>
    get(`${routes.webhooks}/${subscriptionId}/deliveries`, { status }),
  'admin.redeliver': ({ subscriptionId, ids }) =>
    send('POST', `${routes.webhooks}/${subscriptionId}/redeliver`, { ids }),
  'admin.connectors': () => get(routes.connectors),
  'admin.create-connector': (body) => send('POST', routes.connectors, body),
  'admin.change-connector': ({ connectorId, change }) =>
    send('PATCH', `${routes.connectors}/${connectorId}`, change),
  'admin.remove-connector': ({ connectorId }) =>
    send('DELETE', `${routes.connectors}/${connectorId}`),
  'admin.try-connector': ({ connectorId, customerId }) =>
    send('POST', `${routes.connectors}/${connectorId}/try`, { customerId }),
} satisfies Partial<Asks>;

const privacy = {
  'admin.retention': () => get(routes.retention),
  'admin.change-retention': ({ kind, ...body }) => send('PUT', `${routes.retention}/${kind}`, body),
  'admin.purges': () => get(`${routes.retention}/purges`),
  'admin.purge-now': () => send('POST', `${routes.retention}/purges`),
  'admin.journal': (query) => get('/v1/audit', query),
  'admin.journal-chain': () => get('/v1/audit/chain'),
  'admin.restrict': ({ customerId, reason }) =>
    send(
      reason === null ? 'DELETE' : 'PUT',
      `${customer(customerId)}/restriction`,
      ...reasonOf(reason),
    ),
  'admin.erase': ({ customerId, reason }) =>
    send('POST', `${customer(customerId)}/erase`, { reason }),
  'admin.erasures': () => get(routes.erasures),
  'admin.devices': () => get(routes.devices),
  'admin.wipe': ({ deviceId, reason }) =>
    send('POST', `${routes.devices}/${deviceId}/wipe`, { reason }),
  'admin.withdraw-wipe': ({ deviceId }) => send('DELETE', `${routes.devices}/${deviceId}/wipe`),
  'admin.desktop-rules': () => get(routes.desktopRules),
  'admin.change-desktop-rules': (body) => send('PUT', routes.desktopRules, body),
} satisfies Partial<Asks>;

const law = {
  'admin.law-rules': () => get(routes.lawRules),
  'admin.switch-law-rule': ({ rule, given }) => send('PUT', `${routes.lawRules}/${rule}`, given),
} satisfies Partial<Asks>;

const tables = {
  'admin.exports': () => get(routes.exports),
  'admin.export': (body) => send('POST', routes.exports, body),
  'admin.cancel-export': ({ exportId }) => send('POST', `${routes.exports}/${exportId}/cancel`),
} satisfies Partial<Asks>;

const asks: Asks = { ...people, ...systems, ...law, ...privacy, ...tables };
/** An erasure goes through every table, a purge through many customers. */
const answerWithinMs = 60_000;
/** A hundred thousand lines over a slow line. */
const fileWithinMs = 300_000;

export const administrationCommands = ({ hub, session }: CommandDeps): Part<'admin'> => {
  const on = withShift(session);
  const handler =
    <N extends keyof Asks>(name: N) =>
    async (_: unknown, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> => {
      const asked = (asks[name] as (input: unknown) => Asked)(input);
      const answer = commands[name].output;
      const got = await hub.ask({ ...asked, answer, timeoutMs: answerWithinMs });
      return got as Result<CommandOutput<N>>;
    };
  const each = (Object.keys(asks) as (keyof Asks)[]).map((name) => [name, on(handler(name))]);
  return {
    ...(Object.fromEntries(each) as Omit<Part<'admin'>, Bytes>),
    'admin.personal-data': on(async (_, { customerId, form }) => {
      const path = `${customer(customerId)}/personal-data${form === 'html' ? '.html' : ''}`;
      const got = await hub.fetchBytes({ path, timeoutMs: answerWithinMs });
      return got.ok ? succeed({ text: new TextDecoder().decode(got.value) }) : got;
    }),
    'admin.export-file': on(async (_, { exportId }) => {
      const path = `${routes.exports}/${exportId}/file`;
      const got = await hub.fetchBytes({ path, timeoutMs: fileWithinMs });
      return got.ok ? succeed({ bytes: got.value }) : got;
    }),
  };
};
