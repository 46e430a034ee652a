/**
 * Several cards read as one, and taken apart again. Each keeps what is its own; what is shown is
 * computed from that and the choices made at each merging, so that any of them can be undone alone.
 */
import { z } from 'zod';
import { sameValue } from '../../kernel/same-value.ts';
import { type BrandRelation, type Customer, segments } from '../customer/customer.ts';

export const singleFields = [
  'civility',
  'firstName',
  'lastName',
  'companyName',
  'birthDate',
  'registration',
  'language',
  'address',
] as const;
export const listFields = ['phones', 'emails'] as const;
type SingleField = (typeof singleFields)[number];

const sideSchema = z.enum(['survivor', 'absorbed']);
/** Whose value each field shows; a list may show both. */
export const choicesSchema = z.object({
  civility: sideSchema,
  firstName: sideSchema,
  lastName: sideSchema,
  companyName: sideSchema,
  birthDate: sideSchema,
  registration: sideSchema,
  language: sideSchema,
  address: sideSchema,
  phones: z.enum(['survivor', 'absorbed', 'both']),
  emails: z.enum(['survivor', 'absorbed', 'both']),
});
export type Choices = z.infer<typeof choicesSchema>;

export type OwnFields = Pick<Customer, SingleField | 'phones' | 'emails' | 'relations'>;
type Phone = Customer['phones'][number];

const mostOfAList = 10;

export const ownFieldsOf = (customer: Customer): OwnFields => ({
  civility: customer.civility,
  firstName: customer.firstName,
  lastName: customer.lastName,
  companyName: customer.companyName,
  birthDate: customer.birthDate ?? null,
  registration: customer.registration ?? null,
  language: customer.language,
  address: customer.address,
  phones: customer.phones,
  emails: customer.emails,
  relations: customer.relations,
});

const chosen = <T>(
  choice: 'survivor' | 'absorbed' | 'both',
  one: T[],
  other: T[],
  key: (value: T) => string,
): T[] => {
  if (choice === 'survivor') return one;
  if (choice === 'absorbed') return other;
  const known = new Set(one.map(key));
  return [...one, ...other.filter((value) => !known.has(key(value)))];
};

const numberOf = ({ e164 }: Phone): string => e164;
const boxOf = (email: string): string => email.toLowerCase();

/** What a brand and its customer are to each other, of both cards: the longer, the more. */
const joinedRelation = (one: BrandRelation, other: BrandRelation): BrandRelation => ({
  brandId: one.brandId,
  since: [one.since, other.since].sort()[0] ?? one.since,
  value12MonthsCents: one.value12MonthsCents + other.value12MonthsCents,
  segment:
    segments.indexOf(one.segment) < segments.indexOf(other.segment) ? other.segment : one.segment,
  vip: one.vip || other.vip,
  ...(one.score == null && other.score == null
    ? {}
    : { score: Math.max(one.score ?? 0, other.score ?? 0) }),
  relationMode: one.relationMode === 'neutral' ? other.relationMode : one.relationMode,
});

const joinedRelations = (one: BrandRelation[], other: BrandRelation[]): BrandRelation[] => {
  const byBrand = new Map(one.map((relation) => [relation.brandId, relation]));
  for (const relation of other) {
    const known = byBrand.get(relation.brandId);
    byBrand.set(relation.brandId, known === undefined ? relation : joinedRelation(known, relation));
  }
  return [...byBrand.values()].sort((a, b) => (a.brandId < b.brandId ? -1 : 1));
};

const combinedTwo = (one: OwnFields, other: OwnFields, choices: Choices): OwnFields => {
  const singles = singleFields.map((field) => [
    field,
    (choices[field] === 'absorbed' ? other : one)[field],
  ]);
  return {
    ...one,
    ...Object.fromEntries(singles),
    phones: chosen(choices.phones, one.phones, other.phones, numberOf),
    emails: chosen(choices.emails, one.emails, other.emails, boxOf),
    relations: joinedRelations(one.relations, other.relations),
  };
};

/** Numbers and mailboxes that somebody took off the combined card. */
export type TakenOff = { readonly phones: readonly string[]; readonly emails: readonly string[] };
export type Absorbed = { readonly fields: OwnFields; readonly choices: Choices };

/** The card that is shown for one's own fields and those merged into it, in the order of merging. */
export const combineCards = (
  own: OwnFields,
  absorbed: readonly Absorbed[],
  takenOff: TakenOff,
): OwnFields => {
  const whole = absorbed.reduce(
    (card, { fields, choices }) => combinedTwo(card, fields, choices),
    own,
  );
  return {
    ...whole,
    phones: whole.phones
      .filter((phone) => !takenOff.phones.includes(numberOf(phone)))
      .slice(0, mostOfAList),
    emails: whole.emails
      .filter((email) => !takenOff.emails.includes(boxOf(email)))
      .slice(0, mostOfAList),
  };
};

export type Kept = {
  readonly own: OwnFields;
  readonly shown: OwnFields;
  readonly takenOff: TakenOff;
};
export type Settled = Pick<Kept, 'own' | 'takenOff'> & {
  /** Fields that somebody corrected since: they show the survivor's own value from now on. */
  readonly corrected: readonly (SingleField | 'phones' | 'emails')[];
};

const settledList = <T>(
  own: T[],
  shown: T[],
  now: T[],
  off: readonly string[],
  key: (value: T) => string,
) => {
  const before = new Map(shown.map((value) => [key(value), value]));
  const changed = now.filter((value) => !sameValue(before.get(key(value)), value));
  const present = new Set(now.map(key));
  const gone = shown.map(key).filter((one) => !present.has(one));
  const added = new Set(changed.map(key));
  const kept = own.filter((value) => !gone.includes(key(value)) && !added.has(key(value)));
  return {
    own: [...kept, ...changed],
    off: [...new Set([...off.filter((one) => !added.has(one)), ...gone])],
  };
};

const settledRelations = (
  own: BrandRelation[],
  shown: BrandRelation[],
  now: BrandRelation[],
): BrandRelation[] => {
  const settled = new Map(own.map((relation) => [relation.brandId, relation]));
  for (const relation of now) {
    const before = shown.find(({ brandId }) => brandId === relation.brandId);
    if (sameValue(before, relation)) continue;
    const mine = settled.get(relation.brandId);
    const gained = relation.value12MonthsCents - (before?.value12MonthsCents ?? 0);
    settled.set(relation.brandId, {
      ...relation,
      value12MonthsCents: (mine?.value12MonthsCents ?? 0) + gained,
    });
  }
  return [...settled.values()].sort((a, b) => (a.brandId < b.brandId ? -1 : 1));
};

/** What was written on a combined card since it was shown so, taken into the survivor's own. */
export const settleEdits = ({ own, shown, takenOff }: Kept, now: OwnFields): Settled => {
  const corrected = singleFields.filter(
    (field) => !sameValue(now[field] ?? null, shown[field] ?? null),
  );
  const phones = settledList(own.phones, shown.phones, now.phones, takenOff.phones, numberOf);
  const emails = settledList(own.emails, shown.emails, now.emails, takenOff.emails, boxOf);
  return {
    own: {
      ...own,
      ...Object.fromEntries(corrected.map((field) => [field, now[field]])),
      phones: phones.own,
      emails: emails.own,
      relations: settledRelations(own.relations, shown.relations, now.relations),
    },
    takenOff: { phones: phones.off, emails: emails.off },
    corrected,
  };
};
