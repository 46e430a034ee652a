/** By when whom is to be reached: worked out of histories, listed for who must act. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { RunningDeadline } from '@shared/contracts/http/promises.ts';
import type { BrandRules } from '@shared/domain/brand-rules/brand-rules.ts';
import type { BrandRelation } from '@shared/domain/customer/customer.ts';
import { type DeadlineContact, deadlineOf } from '@shared/domain/deadline/deadline.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { findDeadlines, type KeyedDeadline, replaceDeadlines } from './repository.ts';

export type History = {
  readonly customerId: string;
  readonly contacts: readonly DeadlineContact[];
  readonly relations: readonly BrandRelation[];
};

type Rules = BrandRules & { readonly brandId: string };

const deadlinesOf = (
  { customerId, contacts, relations }: History,
  rules: readonly Rules[],
  nowMs: number,
): KeyedDeadline[] =>
  rules.flatMap((own) => {
    const relation = relations.find(({ brandId }) => brandId === own.brandId);
    const deadline = deadlineOf(contacts, relation, own, nowMs);
    return deadline === null ? [] : [{ ...deadline, customerId, brandId: own.brandId }];
  });

export const renewDeadlines = async (
  tx: HubDependencies['database']['db'],
  histories: readonly History[],
  rules: readonly Rules[],
  nowMs: number,
): Promise<void> => {
  const running = histories.flatMap((history) => deadlinesOf(history, rules, nowMs));
  const ids = histories.map(({ customerId }) => customerId);
  await replaceDeadlines(tx, ids, running, toInstant(nowMs));
};

/** Of the user's brands, most urgent first. */
export const runningDeadlines = (
  hub: HubDependencies,
  user: User,
  query: { readonly show: 'all' | 'vip' | 'escalated'; readonly limit: number },
): Promise<RunningDeadline[]> =>
  findDeadlines(hub.database.db, {
    ...query,
    scope: user.brandIds,
    at: toInstant(hub.clock.now()),
  });
