/** A grant is judged again by the rules of the hub: a desktop may hold older ones. */
import { findRules } from '@api/modules/brand-rules/repository.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { insertGrant } from '@api/modules/grants/repository.ts';
import {
  type Allowance,
  allowancesOf,
  type Grant,
  judgeGrant,
} from '@shared/domain/delegation/delegation.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

/** What the rules would let her grant, or ask for: the limits of her role and this customer. */
const limitsOf = (allowances: readonly Allowance[], { kind, amountCents }: Grant): string => {
  const allowance = allowances.find((one) => one.kind === kind);
  if (allowance === undefined) return `${kind}: no rule of the brand allows it here`;
  if (kind !== 'exchange' && amountCents === 0) return `${kind}: amountCents is 0`;
  const { upToCents, askUpToCents } = allowance;
  return `${kind}: ${upToCents} cents are granted at most, ${askUpToCents} are asked for at most`;
};

export const recordGrant = async (applying: Applying, given: Grant): Promise<Applied> => {
  const { tx, user } = applying;
  if (!inScope(applying, given.brandId)) return rejected('role-not-allowed');
  const customer = (await findCustomers(tx, [given.customerId], user.brandIds)).get(
    given.customerId,
  );
  if (customer === undefined) return rejected('customer-unknown');
  const relation = customer.relations.find(({ brandId }) => brandId === given.brandId);
  const { rules } = await findRules(tx, given.brandId);
  const { reasonCode } = given;
  const allowances = allowancesOf(rules, { role: user.role, relation, reasonCode });
  const verdict = judgeGrant(allowances, given);
  const wanted = given.status === 'asked' ? ['granted', 'to-ask'] : ['granted'];
  if (!wanted.includes(verdict)) {
    return rejected('grant-beyond-rules', limitsOf(allowances, given));
  }
  const status = given.status === 'asked' ? 'asked' : 'granted';
  await insertGrant(tx, { ...given, status, byId: user.id });
  return accepted;
};
