/** Two cards field by field: what differs is a choice with a digit of its own. Pure. */
import type { Duplicate } from '@shared/contracts/http/duplicates.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import {
  type Choices,
  listFields,
  type singleFields,
} from '@shared/domain/identity/combine-cards.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';

export type FieldName = (typeof singleFields)[number] | (typeof listFields)[number];
export type Side = Choices[FieldName];

export type PairField = {
  readonly name: FieldName;
  readonly one: string;
  readonly other: string;
  /** The digit that turns to the next choice; null where both say the same. */
  readonly digit: number | null;
  readonly sides: readonly Side[];
};

const order: readonly FieldName[] = [
  'civility',
  'firstName',
  'lastName',
  'companyName',
  'birthDate',
  'registration',
  'phones',
  'emails',
  'address',
  'language',
];
const lists: readonly string[] = listFields;

/** A value in the words of a screen; `codes` says civilities and languages. */
export const fieldText = (
  card: Customer,
  name: FieldName,
  codes: (code: string) => string,
): string => {
  const value = card[name];
  if (value === null || value === undefined) return '';
  if (name === 'phones') return card.phones.map(({ e164 }) => displayNumber(e164)).join(', ');
  if (name === 'emails') return card.emails.join(', ');
  if (name === 'address' && card.address !== null) {
    const { lines, postcode, commune } = card.address;
    return [...lines, `${postcode} ${commune}`.trim()].filter(Boolean).join(', ');
  }
  return name === 'civility' || name === 'language' ? codes(String(value)) : String(value);
};

/** Fields that one of them has, those that differ numbered from 1. */
export const pairFields = (
  { one, other }: Pick<Duplicate, 'one' | 'other'>,
  codes: (code: string) => string,
): PairField[] => {
  let digit = 0;
  return order
    .map((name) => ({
      name,
      one: fieldText(one, name, codes),
      other: fieldText(other, name, codes),
    }))
    .filter((field) => field.one !== '' || field.other !== '')
    .map((field) => {
      const differs = field.one !== field.other;
      if (differs) digit += 1;
      const sides: readonly Side[] = lists.includes(field.name)
        ? ['both', 'survivor', 'absorbed']
        : ['survivor', 'absorbed'];
      return { ...field, digit: differs && digit <= 9 ? digit : null, sides };
    });
};

/** The choice after this one. */
export const nextSide = ({ sides }: PairField, side: Side): Side =>
  sides[(sides.indexOf(side) + 1) % sides.length] ?? side;
