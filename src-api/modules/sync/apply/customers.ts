/** New customers, corrections of their fields, and their consents. */

import { insertConsent } from '@api/modules/consents/repository.ts';
import { addCustomerHistory, lastChanges } from '@api/modules/customers/history-repository.ts';
import { insertCustomer, lockCustomer, updateCustomer } from '@api/modules/customers/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import type { customerChangeSchema } from '@shared/contracts/sync/mutation.ts';
import type { Consent, Customer } from '@shared/domain/customer/customer.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import type { z } from 'zod';
import { mergeFields } from './merge-fields.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

/** A card without a brand would be nobody's, so at least one relation is asked for. */
export const createCustomer = async (applying: Applying, given: Customer): Promise<Applied> => {
  if (given.relations.length === 0) {
    return rejected('mutation-malformed', 'a customer needs a relation to a brand');
  }
  if (!given.relations.every((relation) => inScope(applying, relation.brandId))) {
    return rejected('role-not-allowed');
  }
  const customer = { ...given, version: 1, updatedAt: applying.at };
  const isNew = await insertCustomer(applying.tx, customer);
  if (isNew) {
    const made = [{ field: 'created', from: null, to: null }];
    await addCustomerHistory(applying.tx, customer, made, {
      userId: applying.user.id,
      mutationId: applying.mutationId,
    });
  }
  return accepted;
};

type Asked = Pick<Parameters<typeof changeCustomer>[1], 'base' | 'change'>;

/**
 * A correction of a card that was merged into this one: what it adds to a list and takes from it is
 * meant, not the list that it saw.
 */
const meantFor = (current: Customer, { base, change }: Asked): Asked => {
  const list = <T>(now: T[], before: T[] = [], after: T[] | undefined = undefined) => {
    if (after === undefined) return undefined;
    const has = (values: readonly T[], value: T) => values.some((one) => sameValue(one, value));
    const kept = now.filter((value) => !has(before, value) || has(after, value));
    return [...kept, ...after.filter((value) => !has(before, value) && !has(kept, value))];
  };
  const phones = list(current.phones, base.phones, change.phones);
  const emails = list(current.emails, base.emails, change.emails);
  return {
    base: { ...base, phones: current.phones, emails: current.emails },
    change: { ...change, phones, emails },
  };
};

/** `superseded` with the hub's row when a field was changed by someone else since `base`. */
export const changeCustomer = async (
  applying: Applying,
  payload: {
    readonly customerId: string;
    readonly base: z.infer<typeof customerChangeSchema>;
    readonly change: z.infer<typeof customerChangeSchema>;
  },
): Promise<Applied> => {
  const { tx, user, mutationId, at } = applying;
  const current = await lockCustomer(tx, payload.customerId, user.brandIds);
  if (current === null) return rejected('customer-unknown');
  const asked = current.id === payload.customerId ? payload : meantFor(current, payload);
  const { changes, conflicts, merged } = mergeFields(current, asked.base, asked.change);
  const next =
    changes.length === 0 ? current : { ...merged, version: current.version + 1, updatedAt: at };
  if (changes.length > 0) {
    await updateCustomer(tx, next);
    await addCustomerHistory(tx, next, changes, { userId: user.id, mutationId });
  }
  if (conflicts.length === 0) return accepted;
  const detail = `changed by someone else: ${conflicts.join(', ')}`;
  const others = await lastChanges(tx, current.id, conflicts);
  return { status: 'superseded', code: 'version-superseded', detail, current: next, others };
};

export const recordConsent = async (applying: Applying, consent: Consent): Promise<Applied> => {
  if (!inScope(applying, consent.brandId)) return rejected('role-not-allowed');
  const known = await visibleCustomerIds(applying.tx, [consent.customerId], applying.user.brandIds);
  if (!known.has(consent.customerId)) return rejected('customer-unknown');
  // Locked before the consent refers to it: two desktops that record at once would block each other.
  const customer = await lockCustomer(applying.tx, consent.customerId, applying.user.brandIds);
  const isNew = await insertConsent(applying.tx, consent, applying.user.id);
  if (!isNew || customer === null) return accepted;
  const { status, until, purpose } = consent;
  const field = `consent:${consent.brandId}:${consent.channel}`;
  const change = { field, from: null, to: { status, until, purpose } };
  await addCustomerHistory(applying.tx, { ...customer, updatedAt: applying.at }, [change], {
    userId: applying.user.id,
    mutationId: applying.mutationId,
    happenedAt: consent.givenAt,
  });
  return accepted;
};
