/**
 * Customers as sources tell of them: each field is what was said last by the time when it was so,
 * numbers and addresses are added and never taken away, and every change keeps its history.
 */
import {
  addCustomerHistory,
  type FieldChange,
  fieldTimes,
} from '@api/modules/customers/history-repository.ts';
import {
  findCustomers,
  insertCustomer,
  lockCustomer,
  updateCustomer,
} from '@api/modules/customers/repository.ts';
import { searchTextOf } from '@api/modules/customers/search-text.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import type { Mention } from '@shared/contracts/hooks/event.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { type Dated, inOrder } from '@shared/domain/source/facts.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import * as people from '../customers-repository.ts';
import { addFact, factsOf, idOfThing, lockThing, nameThing } from '../facts-repository.ts';
import type { Telling } from './applying.ts';
import { type Decision, decideCustomer } from './decide-customer.ts';

type Told = { readonly brandId: string; readonly mention: Mention };
type Fields = Partial<
  Pick<Customer, 'civility' | 'firstName' | 'lastName' | 'companyName' | 'language' | 'address'>
>;
const maxContacts = 10;

const nameOf = (mention: Mention): string =>
  searchTextOf({
    firstName: mention.firstName ?? '',
    lastName: mention.lastName ?? '',
    companyName: mention.companyName ?? null,
  });

const fieldsOf = (mention: Mention): Fields => {
  const { civility, firstName, lastName, companyName, language, address } = mention;
  return Object.fromEntries(
    Object.entries({
      civility,
      firstName,
      lastName,
      companyName,
      language,
      address: address === undefined ? undefined : { ...address, inseeCode: null },
    }).filter(([, value]) => value !== undefined),
  );
};

const labelOf = (e164: string) => (/^\+33[67]/.test(e164) ? 'mobile' : 'other');

const withContacts = (customer: Customer, mention: Mention): Customer => {
  const known = new Set(customer.phones.map(({ e164 }) => e164));
  const phones = mention.phones
    .filter((e164) => !known.has(e164))
    .map((e164) => ({ e164, label: labelOf(e164) }) as const);
  const added = mention.emails.filter((email) => !customer.emails.includes(email));
  return {
    ...customer,
    phones: [...customer.phones, ...phones].slice(0, maxContacts),
    emails: [...customer.emails, ...added].slice(0, maxContacts),
  };
};

/** Of two values of one moment the greater one counts: any rule does that is the same each time. */
const isLater = (at: string, value: unknown, since: string | undefined, current: unknown) =>
  since === undefined ||
  at > since ||
  (at === since && JSON.stringify(value) > JSON.stringify(current));

/** Writes what one fact adds to a customer. */
const takeFact = async (
  { tx, source, heardAt }: Telling,
  customerId: string,
  { at, fact: { brandId, mention } }: Dated<Told>,
): Promise<void> => {
  const current = await lockCustomer(tx, customerId, [brandId]);
  if (current === null) return;
  const times = await fieldTimes(tx, customerId);
  const told = Object.entries(fieldsOf(mention)).filter(([field, value]) =>
    isLater(at, value, times.get(field), current[field as keyof Customer]),
  );
  const next = withContacts({ ...current, ...Object.fromEntries(told) }, mention);
  const fields = [...told.map(([field]) => field), 'phones', 'emails'] as (keyof Customer)[];
  const changes: FieldChange[] = fields
    .map((field) => ({ field, from: current[field], to: next[field] }))
    .filter(({ from, to }) => !sameValue(from, to));
  const by = { userId: null, mutationId: null, sourceId: source.id, happenedAt: at };
  // Confirmed again later: nothing changes but since when it is known to be so.
  const confirmed = told
    .map(([field]) => ({
      field,
      from: current[field as keyof Customer],
      to: current[field as keyof Customer],
    }))
    .filter(({ field }) => !changes.some((change) => change.field === field));
  if (changes.length === 0) {
    await addCustomerHistory(tx, { ...current, updatedAt: heardAt }, confirmed, by);
    return;
  }
  const changed = { ...next, version: current.version + 1, updatedAt: heardAt };
  await updateCustomer(tx, changed);
  await addCustomerHistory(tx, changed, [...changes, ...confirmed], by);
};

const makeCustomer = async (telling: Telling, facts: readonly Dated<Told>[]): Promise<string> => {
  const { tx, heardAt, source } = telling;
  const id = telling.newId();
  const [first] = facts;
  const since = (first?.at ?? heardAt).slice(0, 10);
  const isCompany = facts.some(
    ({ fact: { mention } }) => mention.kind === 'company' || mention.companyName !== undefined,
  );
  const customer: Customer = {
    id,
    kind: isCompany ? 'company' : 'person',
    civility: 'none',
    firstName: '',
    lastName: '',
    companyName: null,
    language: 'fr',
    phones: [],
    emails: [],
    address: null,
    relations: [...new Set(facts.map(({ fact }) => fact.brandId))].map((brandId) => ({
      brandId,
      since,
      value12MonthsCents: 0,
      segment: 'new',
      vip: false,
      relationMode: 'neutral',
    })),
    version: 1,
    updatedAt: heardAt,
  };
  await insertCustomer(tx, customer);
  const made = [{ field: 'created', from: null, to: null }];
  const by = { userId: null, mutationId: null, sourceId: source.id, happenedAt: telling.at };
  await addCustomerHistory(tx, customer, made, by);
  return id;
};

/** By the source's own name for them, then by number and address within the brand. */
export const whoIs = async (
  { tx, source }: Pick<Telling, 'tx' | 'source'>,
  brandId: string,
  mention: Mention,
): Promise<Decision> => {
  const { ref } = mention;
  if (ref !== undefined) {
    const id = await idOfThing(tx, { sourceId: source.id, kind: 'customer', ref });
    if (id !== null) return { customerId: await shownBy(tx, id) };
  }
  const candidates = await people.customersByContact(tx, brandId, mention);
  const ids = candidates.map(({ id }) => id);
  const others =
    ref === undefined ? new Set<string>() : await people.otherwiseNamed(tx, source.id, ref, ids);
  return decideCustomer(
    nameOf(mention),
    candidates.filter(({ id }) => !others.has(id)),
  );
};

const decideAgain = async ({ tx, source }: Telling, kept: people.KeptMention): Promise<void> => {
  const from = { tx, source: { ...source, id: kept.sourceId } };
  const found = await whoIs(from, kept.brandId, kept.mention);
  const customerId = typeof found === 'string' ? null : found.customerId;
  if (customerId !== kept.customerId) await people.attach(tx, kept, customerId);
};

/** Whoever was not known, or not alone, when something came may be known now. */
const lookAgain = async (telling: Telling, brandId: string, about: Mention): Promise<void> => {
  for (const kept of await people.mentionsOf(telling.tx, brandId, telling.source.id, about)) {
    await decideAgain(telling, kept);
  }
};

/** Whom something is about by what is said of it now; decided again whenever that may change. */
export const isAbout = async (
  telling: Telling,
  of: people.Mentioning,
  id: string,
  about: { readonly brandId: string; readonly mention: Mention },
): Promise<void> => {
  const { tx, source } = telling;
  await people.keepMention(tx, { of, id, sourceId: source.id, ...about, customerId: null });
  const kept = await people.mentionOf(tx, id);
  if (kept !== null) await decideAgain(telling, kept);
};

const mergedMention = (facts: readonly Dated<Told>[]): Mention => {
  const mentions = facts.map(({ fact }) => fact.mention);
  return {
    ...Object.assign({}, ...mentions),
    phones: [...new Set(mentions.flatMap(({ phones }) => phones))],
    emails: [...new Set(mentions.flatMap(({ emails }) => emails))],
  };
};

/** A customer whom the source names: found, made once it has a name, and told what is new. */
const tellNamed = async (
  telling: Telling,
  brandId: string,
  mention: Mention & { readonly ref: string },
): Promise<Decision> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'customer', ref: mention.ref } as const;
  await lockThing(tx, thing);
  await addFact(tx, thing, { eventId, at, key: messageId, fact: { brandId, mention } });
  const facts = inOrder(await factsOf<Told>(tx, thing));
  const named = await idOfThing(tx, thing);
  const isNew = named === null;
  let id = named === null ? null : await shownBy(tx, named);
  if (id === null) {
    const merged = mergedMention(facts);
    const found = await whoIs(telling, brandId, merged);
    if (found === 'ambiguous') return found;
    if (found === 'unknown' && nameOf(merged) === '') return found;
    id = found === 'unknown' ? await makeCustomer(telling, facts) : found.customerId;
    await nameThing(tx, thing, id);
  }
  if (await people.addRelation(tx, id, brandId, at)) {
    const customer = (await findCustomers(tx, [id], [brandId])).get(id);
    const change = { field: 'relations', from: null, to: { brandId } };
    const by = { userId: null, mutationId: null, sourceId: source.id, happenedAt: at };
    if (customer !== undefined) {
      await addCustomerHistory(tx, { ...customer, updatedAt: telling.heardAt }, [change], by);
    }
  }
  const fresh = isNew ? facts : facts.filter(({ key }) => key.endsWith(eventId));
  for (const fact of fresh) await takeFact(telling, id, fact);
  await lookAgain(telling, brandId, mergedMention(facts));
  return { customerId: id };
};

/** Whom an event is about; of one whom its source names, what the event says is learnt first. */
export const learnOf = (telling: Telling, brandId: string, mention: Mention): Promise<Decision> => {
  const { ref } = mention;
  return ref === undefined
    ? whoIs(telling, brandId, mention)
    : tellNamed(telling, brandId, { ...mention, ref });
};
