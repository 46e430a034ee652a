/** A company's contacts, written by whoever sees both cards; what is said names nobody else. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import type { contactSchema } from '@shared/contracts/http/contacts.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { deleteContact, findContact, putContact } from './repository.ts';

type Asked = {
  readonly user: User;
  readonly companyId: string;
  readonly contactId: string;
  readonly correlationId: string;
};

/** `not-found` unless both are seen; `input-malformed` unless it is a company and a person. */
export const saveContact = async (
  { database: { db } }: HubDependencies,
  { user, companyId: named, contactId, correlationId }: Asked,
  contact: z.infer<typeof contactSchema>,
): Promise<Result<null>> => {
  const [companyId, personId] = [await shownBy(db, named), await shownBy(db, contact.personId)];
  const cards = await findCustomers(db, [companyId, personId], user.brandIds);
  const [company, person] = [cards.get(companyId), cards.get(personId)];
  if (company === undefined || person === undefined) return fail('not-found');
  if (company.kind !== 'company' || person.kind !== 'person') {
    return fail('input-malformed', 'a contact is a person of a company');
  }
  const former = await findContact(db, contactId);
  if (former !== null && former.companyId !== companyId) return fail('not-found');
  await putContact(db, { ...contact, id: contactId, companyId, personId });
  const entry = { userId: user.id, action: 'changed-contact', entity: 'customer', correlationId };
  await recordAudit(db, { ...entry, entityId: companyId, detail: { contactId } });
  return succeed(null);
};

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
