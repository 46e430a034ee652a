/** A conflict field by field: only what really differs is a question; the rest merges. Pure. */
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';

type Conflict = NonNullable<OutboxItem['conflict']>;
type FieldName = keyof Conflict['mine'];

export type ConflictField = {
  readonly name: FieldName;
  readonly before: string;
  readonly mine: string;
  readonly hub: string;
  /** Both sides changed it, differently. */
  readonly differs: boolean;
  /** Changed by the hub only: taken over. */
  readonly taken: boolean;
};

/** A value in the words of a screen. */
export const valueText = (name: FieldName, value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (name === 'phones')
    return (value as Customer['phones']).map(({ e164 }) => displayNumber(e164)).join(', ');
  if (name === 'emails') return (value as Customer['emails']).join(', ');
  if (name === 'address') {
    const { lines, postcode, commune } = value as NonNullable<Customer['address']>;
    return [...lines, `${postcode} ${commune}`].join(', ');
  }
  return String(value);
};

export const conflictFields = ({ base, mine, hub }: Conflict): ConflictField[] =>
  (Object.keys(mine) as FieldName[]).map((name) => {
    const before = valueText(name, base[name]);
    const here = valueText(name, mine[name]);
    const there = valueText(name, hub[name]);
    const hubChanged = there !== before;
    return {
      name,
      before,
      mine: here,
      hub: there,
      differs: hubChanged && here !== before && here !== there,
      taken: hubChanged && here === before,
    };
  });
