/** A decision before a call is kept as it was made, with what the hub would have said. */
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import { judgeInHub } from '@api/modules/law/judging.ts';
import { insertDecision } from '@api/modules/law/repository.ts';
import type { DialDecision } from '@shared/domain/law/dial-decision.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

export const keepDecision = async (
  applying: Applying,
  decision: DialDecision,
): Promise<Applied> => {
  const { tx, user, at } = applying;
  if (!inScope(applying, decision.brandId)) return rejected('role-not-allowed');
  const wanted = decision.customerId === null ? [] : [decision.customerId];
  const known = await visibleCustomerIds(tx, wanted, user.brandIds);
  // Somebody who was erased meanwhile leaves no trace here either.
  const customerId = wanted.find((id) => known.has(id)) ?? null;
  const { brandId, campaignId, purpose } = decision;
  const nowMs = Date.parse(decision.at);
  const own = await judgeInHub(tx, { brandId, customerId, campaignId, purpose, nowMs });
  await insertDecision(tx, {
    ...decision,
    customerId,
    userId: user.id,
    receivedAt: at,
    hubRule: own.allowed ? null : own.rule,
    hubReason: own.allowed ? null : own.reason,
  });
  return accepted;
};
