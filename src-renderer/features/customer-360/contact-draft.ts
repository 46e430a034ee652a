/** What is typed of a contact, and what it comes to; which fields are wrong. Pure. */
import { type ContactBody, newPersonSchema } from '@shared/contracts/http/contacts.ts';
import type { Customer, CustomerLink } from '@shared/domain/customer/customer.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';

export type ContactDraft = {
  /** A card that is there; null: a new person, by the names below. */
  readonly personId: string | null;
  readonly personName: string;
  readonly civility: Customer['civility'];
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly function: string;
  readonly directLine: string;
  readonly since: string;
  readonly until: string;
};

export const draftOf = (link: CustomerLink | null): ContactDraft => ({
  personId: link?.customerId ?? null,
  personName: link?.name ?? '',
  civility: 'none',
  firstName: '',
  lastName: '',
  email: '',
  function: link?.function ?? '',
  directLine: link?.directLine ? displayNumber(link.directLine) : '',
  since: link?.since ?? '',
  until: link?.until ?? '',
});

export type DraftRead =
  | { readonly ok: true; readonly contact: ContactBody }
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const readDraft = (draft: ContactDraft): DraftRead => {
  const wrong = new Set<string>();
  const { personId, civility, firstName, lastName } = draft;
  const person = newPersonSchema.safeParse({
    civility,
    firstName,
    lastName,
    email: orNull(draft.email),
  });
  if (personId === null && !person.success) {
    for (const { path } of person.error.issues) wrong.add(String(path[0]));
  }
  const line = orNull(draft.directLine);
  const directLine = line === null ? null : parseNumber(line).e164;
  if (line !== null && directLine === null) wrong.add('directLine');
  if (draft.function.trim().length > 80) wrong.add('function');
  const [since, until] = [orNull(draft.since), orNull(draft.until)];
  if (since !== null && until !== null && until < since) wrong.add('until');
  if (wrong.size > 0) return { ok: false, wrong };
  return {
    ok: true,
    contact: {
      ...(personId === null ? { person: person.data } : { personId }),
      function: draft.function.trim(),
      directLine,
      since,
      until,
    },
  };
};
