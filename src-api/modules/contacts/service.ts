/** A company's contacts, written by whoever sees both cards; what is said names nobody else. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { addCustomerHistory } from '@api/modules/customers/history-repository.ts';
import { findCustomers, insertCustomer } from '@api/modules/customers/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import type { ContactBody, NewPerson } from '@shared/contracts/http/contacts.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { deleteContact, findContact, putContact } from './repository.ts';

type Db = HubDependencies['database']['db'];
type Asked = {
  readonly user: User;
  readonly companyId: string;
  readonly contactId: string;
  readonly correlationId: string;
};

/** At the company's brands, as far as whoever makes it works for them; nobody knows her yet. */
const makePerson = async (
  { clock, newId }: HubDependencies,
  tx: Db,
  user: User,
  { company, person }: { readonly company: Customer; readonly person: NewPerson },
): Promise<string> => {
  const now = toInstant(clock.now());
  const { email, ...names } = person;
  const customer: Customer = {
    ...names,
    id: newId(),
    kind: 'person',
    companyName: null,
    language: company.language,
    phones: [],
    emails: email === null ? [] : [email],
    address: null,
    relations: company.relations.map(({ brandId }) => ({
      brandId,
      since: now.slice(0, 10),
      value12MonthsCents: 0,
      segment: 'new',
      vip: false,
      relationMode: 'neutral',
    })),
    version: 1,
    updatedAt: now,
  };
  await insertCustomer(tx, customer);
  const made = [{ field: 'created', from: null, to: null }];
  await addCustomerHistory(tx, customer, made, { userId: user.id, mutationId: null });
  return customer.id;
};

/** A contact that is told again is of the same person: her card is not made twice. */
const personOf = async (
  hub: HubDependencies,
  tx: Db,
  user: User,
  asked: {
    readonly company: Customer;
    readonly former: { readonly personId: string } | null;
    readonly contact: ContactBody;
  },
): Promise<Result<string>> => {
  const { company, former, contact } = asked;
  if (contact.person !== undefined) {
    if (former !== null) return succeed(former.personId);
    return succeed(await makePerson(hub, tx, user, { company, person: contact.person }));
  }
  const personId = await shownBy(tx, contact.personId ?? '');
  const person = (await findCustomers(tx, [personId], user.brandIds)).get(personId);
  if (person === undefined) return fail('not-found');
  return person.kind === 'person'
    ? succeed(personId)
    : fail('input-malformed', 'personId: a contact is a person of a company');
};

/** `not-found` unless both are seen; `input-malformed` unless it is a company and a person. */
export const saveContact = (
  hub: HubDependencies,
  { user, companyId: named, contactId, correlationId }: Asked,
  contact: ContactBody,
): Promise<Result<null>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const companyId = await shownBy(tx, named);
    const company = (await findCustomers(tx, [companyId], user.brandIds)).get(companyId);
    if (company === undefined) return fail('not-found');
    if (company.kind !== 'company') {
      return fail('input-malformed', 'a contact is a person of a company');
    }
    const former = await findContact(tx, contactId);
    if (former !== null && former.companyId !== companyId) return fail('not-found');
    const person = await personOf(hub, tx, user, { company, former, contact });
    if (!person.ok) return person;
    await putContact(tx, { ...contact, id: contactId, companyId, personId: person.value });
    const entry = { userId: user.id, action: 'changed-contact', entity: 'customer', correlationId };
    await recordAudit(tx, { ...entry, entityId: companyId, detail: { contactId } });
    return succeed(null);
  });

export const endContact = async (
  { database: { db } }: HubDependencies,
  { user, companyId: named, contactId, correlationId }: Asked,
): Promise<Result<null>> => {
  const companyId = await shownBy(db, named);
  const seen = (await findCustomers(db, [companyId], user.brandIds)).has(companyId);
  const former = await findContact(db, contactId);
  if (!seen || former?.companyId !== companyId) return fail('not-found');
  await deleteContact(db, contactId);
  const entry = { userId: user.id, action: 'deleted-contact', entity: 'customer', correlationId };
  await recordAudit(db, { ...entry, entityId: companyId, detail: { contactId } });
  return succeed(null);
};
