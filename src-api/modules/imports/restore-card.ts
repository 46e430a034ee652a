/** Takes an update back, field by field, where nobody has changed it since. Pure. */
import type { FieldChange } from '@api/modules/customers/history-repository.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { sameValue } from '@shared/kernel/same-value.ts';

type Restored = {
  readonly card: Customer;
  readonly changes: readonly FieldChange[];
  /** Fields that are somebody else's by now. */
  readonly kept: readonly string[];
};

/** Of a list, what was added is taken out again; what others added or took stays as they left it. */
const without = (now: unknown, from: unknown, to: unknown): unknown => {
  if (!Array.isArray(now) || !Array.isArray(from) || !Array.isArray(to)) return now;
  const has = (values: readonly unknown[], value: unknown) =>
    values.some((one) => sameValue(one, value));
  return now.filter((value) => has(from, value) || !has(to, value));
};

const valueIn = (card: Customer, field: string): unknown =>
  field.startsWith('relation:')
    ? (card.relations.find(({ brandId }) => `relation:${brandId}` === field) ?? null)
    : (card[field as keyof Customer] ?? null);

const withValue = (card: Customer, field: string, value: unknown): Customer =>
  field.startsWith('relation:')
    ? {
        ...card,
        relations: card.relations.map((one) =>
          `relation:${one.brandId}` === field ? (value as typeof one) : one,
        ),
      }
    : { ...card, [field]: value };

export const restoreCard = (card: Customer, written: readonly FieldChange[]): Restored => {
  let next = card;
  const changes: FieldChange[] = [];
  const kept: string[] = [];
  for (const { field, from, to } of written) {
    const now = valueIn(next, field);
    const isOurs = sameValue(now, to);
    const restored = isOurs ? from : without(now, from, to);
    if (!isOurs && !Array.isArray(now)) kept.push(field);
    if (sameValue(now, restored)) continue;
    next = withValue(next, field, restored);
    changes.push({ field, from: now, to: restored });
  }
  return { card: next, changes, kept };
};
