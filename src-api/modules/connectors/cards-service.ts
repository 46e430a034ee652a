/** The cards of a customer that other systems fill: what is kept, and what they say now. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import type { Connector, OutsideFailure, OutsideView } from '@shared/contracts/http/connectors.ts';
import { addressFor } from '@shared/domain/connector/address.ts';
import { type ReadAnswer, readOutsideAnswer } from '@shared/domain/connector/outside-answer.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findAnswers, type KeptAnswer, keepAnswer, referenceOf } from './answers-repository.ts';
import type { Heard } from './ask.ts';
import type { Askers } from './askers.ts';
import { findConnector, findConnectors, findSecret, noteHeard } from './repository.ts';

type Hub = HubDependencies & { readonly askers: Askers };
type Failed = {
  readonly failure: OutsideFailure;
  readonly status?: number;
  readonly wrongAt?: string;
};

const viewOf = (
  { clock, askers }: Hub,
  { id, name, card, behind, timeLimitMs, freshSeconds }: Connector,
  kept: KeptAnswer | undefined,
  failed: Failed | null,
): OutsideView => {
  const restsUntilMs = askers.restsUntilMs(id);
  return {
    connectorId: id,
    name,
    card,
    behind,
    timeLimitMs,
    title: kept?.answer.title ?? null,
    rows: kept === undefined ? null : [...kept.answer.rows],
    wrongRows: kept?.answer.wrongRows ?? 0,
    wrongAt: failed?.wrongAt ?? kept?.answer.wrongAt ?? null,
    at: kept?.at ?? null,
    keptUntil: kept?.keptUntil ?? null,
    fresh: kept !== undefined && clock.now() - Date.parse(kept.at) < freshSeconds * 1000,
    failure: failed?.failure ?? null,
    status: failed?.status ?? null,
    restsUntil: restsUntilMs === null ? null : toInstant(restsUntilMs),
  };
};

const isFor = ({ active, roles }: Connector, { role }: User): boolean =>
  active && (roles.length === 0 || roles.includes(role));

const customerAt = async (
  hub: Hub,
  customerId: string,
  brandId: string,
): Promise<Customer | null> => {
  const { db } = hub.database;
  const id = await shownBy(db, customerId);
  return (await findCustomers(db, [id], [brandId])).get(id) ?? null;
};

/** What is kept for the brand's cards, at once; nobody is asked. */
export const outsideCardsOf = async (
  hub: Hub,
  user: User,
  { customerId, brandId }: { readonly customerId: string; readonly brandId: string },
): Promise<Result<{ cards: OutsideView[] }>> => {
  const { db } = hub.database;
  const customer = user.brandIds.includes(brandId)
    ? await customerAt(hub, customerId, brandId)
    : null;
  if (customer === null) return fail('not-found');
  const shown = (await findConnectors(db, [brandId])).filter((one) => isFor(one, user));
  const ids = shown.map(({ id }) => id);
  const kept = await findAnswers(db, customer.id, ids, toInstant(hub.clock.now()));
  return succeed({ cards: shown.map((one) => viewOf(hub, one, kept.get(one.id), null)) });
};

const questionFor = async (hub: Hub, connector: Connector, customer: Customer) => {
  const { db } = hub.database;
  const url = addressFor(connector.address, {
    ref: await referenceOf(db, customer.id, connector.sourceId),
    email: customer.emails[0] ?? null,
    phone: customer.phones[0]?.e164 ?? null,
    id: customer.id,
  });
  if (url === null) return null;
  const { secretHeader, timeLimitMs } = connector;
  const sealed = secretHeader === null ? null : await findSecret(db, connector.id);
  const headers =
    secretHeader === null || sealed === null
      ? {}
      : { [secretHeader]: (await sealOf(db, hub.random)).open(sealed) };
  return { url, headers, timeLimitMs };
};

const nothing: ReadAnswer = { title: null, rows: [], wrongRows: 0, wrongAt: null };

/** An answer without one readable row is none: what was kept is better than an empty card. */
const readHeard = ({ card }: Connector, heard: Heard): ReadAnswer | Failed => {
  if ('failure' in heard) return heard;
  if (heard.body === null) return nothing;
  const read = readOutsideAnswer(card, heard.body);
  if (read === null) return { failure: 'malformed', wrongAt: 'rows: a list is needed' };
  return read.wrongRows > 0 && read.rows.length === 0
    ? { failure: 'malformed', ...(read.wrongAt === null ? {} : { wrongAt: read.wrongAt }) }
    : read;
};

const hearNow = async (
  hub: Hub,
  connector: Connector,
  customer: Customer,
): Promise<OutsideView> => {
  const { db } = hub.database;
  const question = await questionFor(hub, connector, customer);
  if (question === null) return viewOf(hub, connector, undefined, { failure: 'not-known-there' });
  const read = readHeard(connector, await hub.askers.ask(connector.id, customer.id, question));
  const now = hub.clock.now();
  const at = toInstant(now);
  if (!('failure' in read)) {
    const keptUntil = toInstant(now + connector.keepHours * 3_600_000);
    const kept = { connectorId: connector.id, at, keptUntil, answer: read };
    await keepAnswer(db, customer.id, kept);
    await noteHeard(db, connector.id, null, at);
    return viewOf(hub, connector, kept, null);
  }
  if (read.failure !== 'resting' && read.failure !== 'busy') {
    await noteHeard(db, connector.id, read.failure, at);
  }
  const kept = await findAnswers(db, customer.id, [connector.id], at);
  return viewOf(hub, connector, kept.get(connector.id), read);
};

/** What the system says now, or within its fresh time said last. */
export const askOutsideCard = async (
  hub: Hub,
  user: User,
  asked: { readonly customerId: string; readonly connectorId: string; readonly again: '0' | '1' },
): Promise<Result<OutsideView>> => {
  const { db } = hub.database;
  const connector = await findConnector(db, asked.connectorId, user.brandIds);
  if (connector === null || !isFor(connector, user)) return fail('not-found');
  const customer = await customerAt(hub, asked.customerId, connector.brandId);
  if (customer === null) return fail('not-found');
  if (asked.again === '0') {
    const kept = await findAnswers(db, customer.id, [connector.id], toInstant(hub.clock.now()));
    const view = viewOf(hub, connector, kept.get(connector.id), null);
    if (view.fresh) return succeed(view);
  }
  return succeed(await hearNow(hub, connector, customer));
};

/** Whether it works, for the administrator, switched off or not. */
export const tryConnector = async (
  hub: Hub,
  user: User,
  { connectorId, customerId }: { readonly connectorId: string; readonly customerId: string },
): Promise<Result<OutsideView>> => {
  const connector = await findConnector(hub.database.db, connectorId, user.brandIds);
  if (connector === null) return fail('not-found');
  const customer = await customerAt(hub, customerId, connector.brandId);
  if (customer === null) return fail('customer-unknown');
  hub.askers.forget(connectorId);
  return succeed(await hearNow(hub, connector, customer));
};
