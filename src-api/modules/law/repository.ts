/** Kept decisions, and switched-off rules. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { DecisionsQuery, KeptDecision } from '@shared/contracts/http/law.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** A decision is kept once, whatever is sent again. */
export const insertDecision = async (db: Db, decision: KeptDecision): Promise<void> => {
  await db
    .insertInto('dial_decisions')
    .values({
      id: decision.id,
      at: decision.at,
      received_at: decision.receivedAt,
      user_id: decision.userId,
      brand_id: decision.brandId,
      customer_id: decision.customerId,
      callback_id: decision.callbackId,
      campaign_id: decision.campaignId,
      way: decision.way,
      purpose: decision.purpose,
      said_by: decision.saidBy,
      allowed: decision.allowed,
      rule: decision.rule,
      reason: decision.reason,
      allowed_from: decision.allowedFrom,
      facts_digest: decision.factsDigest,
      training: decision.training,
      waived: [...decision.waived],
      hub_rule: decision.hubRule,
      hub_reason: decision.hubReason,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

export const findDecisions = (
  db: Db,
  scope: readonly string[],
  { customerId, show, from, before, limit }: DecisionsQuery,
): Promise<KeptDecision[]> => {
  let query = db
    .selectFrom('dial_decisions')
    .select([
      'id',
      'at',
      'received_at as receivedAt',
      'user_id as userId',
      'brand_id as brandId',
      'customer_id as customerId',
      'callback_id as callbackId',
      'campaign_id as campaignId',
      'way',
      'purpose',
      'said_by as saidBy',
      'allowed',
      'rule',
      'reason',
      'allowed_from as allowedFrom',
      'facts_digest as factsDigest',
      'training',
      sql<KeptDecision['waived']>`waived`.as('waived'),
      'hub_rule as hubRule',
      'hub_reason as hubReason',
    ])
    .where(isOneOf('brand_id', scope))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit);
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId);
  if (show === 'refused') query = query.where('allowed', '=', false);
  if (show === 'disputed')
    query = query.where('allowed', '=', true).where('hub_rule', 'is not', null);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (before !== undefined) query = query.where('at', '<', before);
  return query.execute();
};

export const findSwitches = (db: Db) =>
  db
    .selectFrom('law_switches')
    .select(['rule', 'reason', 'switched_by as by', 'switched_at as at', 'until'])
    .execute();

/** As desktops get them, and as the hub itself judges by them. */
export const findSwitchesOff = async (
  db: Db,
): Promise<Required<Pick<Reference, 'lawSwitchedOff' | 'lawSwitches'>>> => {
  const switches = await findSwitches(db);
  return {
    lawSwitchedOff: switches.filter(({ until }) => until === null).map(({ rule }) => rule),
    lawSwitches: switches.flatMap(({ rule, until }) => (until === null ? [] : [{ rule, until }])),
  };
};

export const switchOff = async (
  db: Db,
  rule: RuleId,
  row: {
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly until: string;
  },
): Promise<void> => {
  const values = { reason: row.reason, switched_by: row.by, switched_at: row.at, until: row.until };
  await db
    .insertInto('law_switches')
    .values({ rule, ...values })
    .onConflict((conflict) => conflict.column('rule').doUpdateSet(values))
    .execute();
};

export const switchOn = async (db: Db, rule: RuleId): Promise<void> => {
  await db.deleteFrom('law_switches').where('rule', '=', rule).execute();
};
