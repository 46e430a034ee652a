/**
 * What an advisor may grant a customer: by her role, the customer's value to the brand and the
 * reason of the contact. The hub judges each grant by the same rules as the desktop that offered it. Pure.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import {
  type BrandRules,
  belongsTo,
  type GrantKind,
  grantKindSchema,
  grantKinds,
} from '../brand-rules/brand-rules.ts';
import type { BrandRelation } from '../customer/customer.ts';
import { instantSchema } from '../interaction/interaction.ts';
import type { Role } from '../user/user.ts';

export const grantStatuses = ['granted', 'asked', 'approved', 'denied'] as const;

/** A grant, kept with the exchange in which it was given or asked for. */
export const grantSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  brandId: z.string().max(40),
  /** Null outside of an exchange. */
  interactionId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  kind: grantKindSchema,
  /** Euro cents; 0 for an exchange. */
  amountCents: z.number().int().min(0).max(100_000_000),
  reasonCode: z.string().max(60).nullable(),
  note: z.string().max(500),
  status: z.enum(grantStatuses),
  byId: idSchema,
  at: instantSchema,
  decidedById: idSchema.nullable(),
  decidedAt: instantSchema.nullable(),
});
export type Grant = z.infer<typeof grantSchema>;

export type Allowance = {
  readonly kind: GrantKind;
  readonly upToCents: number;
  readonly askUpToCents: number;
};

export type Granting = {
  readonly role: Role;
  readonly relation: BrandRelation | undefined;
  readonly reasonCode: string | null;
};

/** By kind, the most that any fitting rule gives; kinds that no rule gives are absent. */
export const allowancesOf = (
  { delegations }: Pick<BrandRules, 'delegations'>,
  { role, relation, reasonCode }: Granting,
): Allowance[] => {
  const fitting = delegations.filter(
    (rule) =>
      rule.roles.includes(role) &&
      belongsTo(rule.audience, relation) &&
      (rule.reasonCodes.length === 0 ||
        (reasonCode !== null && rule.reasonCodes.includes(reasonCode))),
  );
  return grantKinds.flatMap((kind) => {
    const own = fitting.filter((rule) => rule.kind === kind);
    if (own.length === 0) return [];
    const upToCents = Math.max(...own.map((rule) => rule.upToCents));
    const askUpToCents = Math.max(upToCents, ...own.map((rule) => rule.askUpToCents));
    return [{ kind, upToCents, askUpToCents }];
  });
};

export type Verdict = 'granted' | 'to-ask' | 'refused';

export const judgeGrant = (
  allowances: readonly Allowance[],
  { kind, amountCents }: Pick<Grant, 'kind' | 'amountCents'>,
): Verdict => {
  const allowance = allowances.find((one) => one.kind === kind);
  if (allowance === undefined) return 'refused';
  if (kind !== 'exchange' && amountCents === 0) return 'refused';
  if (amountCents <= allowance.upToCents) return 'granted';
  return amountCents <= allowance.askUpToCents ? 'to-ask' : 'refused';
};
