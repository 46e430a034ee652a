/** Asks the law for many people at once, with what the hub knows of them. */
import type { HubTables } from '@api/db/tables.ts';
import { findSwitchesOff } from '@api/modules/law/repository.ts';
import { findBrands, findDispositions } from '@api/modules/reference/repository.ts';
import { loadBundles } from '@api/modules/sync/bundle-repository.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Decision } from '@shared/domain/law/decide.ts';
import { opposingCodesOf, refusalCodesOf } from '@shared/domain/law/facts-of-call.ts';
import { judgeCall } from '@shared/domain/law/judge-call.ts';
import { presentedFor } from '@shared/domain/law/presented-for.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import { switchedOffAt } from '@shared/domain/law/switches.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

export type Judge = (customerIds: readonly string[]) => Promise<ReadonlyMap<string, JudgedPerson>>;
export type JudgedPerson = {
  readonly customer: Customer;
  readonly decision: Decision;
  /** What the decision rests on. */
  readonly facts: Record<string, unknown>;
  /** Rules that are switched off, or set aside, and would have refused. */
  readonly waived: readonly RuleId[];
};

type How = {
  /** By whom she is dialled, as the law calls it. */
  readonly dialling: string;
  /** Rules that are not asked: a list is made in the evening, and called in the morning. */
  readonly setAside?: readonly RuleId[];
};

/** Who is not in the answer may not be worked with at all. */
export const judgeFor = async (
  db: Db,
  settings: CampaignSettings,
  nowMs: number,
  { dialling, setAside = [] }: How,
): Promise<Judge> => {
  const presented = presentedFor(settings.presentedNumbers, dialling, nowMs);
  const scope = [settings.brandId];
  const [brand] = await findBrands(db, scope);
  const dispositions = await findDispositions(db, scope);
  const refusalCodes = refusalCodesOf(dispositions, settings.brandId);
  const opposingCodes = opposingCodesOf(dispositions, settings.brandId);
  const switches = switchedOffAt(await findSwitchesOff(db), nowMs);
  const off = new Set<RuleId>([...switches, ...setAside]);
  return async (customerIds) => {
    const bundles = await loadBundles(db, customerIds, scope);
    return new Map(
      bundles.map((bundle) => {
        const { decision, facts, waived } = judgeCall(
          {
            person: bundle,
            brand: { id: settings.brandId, name: brand?.name ?? '' },
            purpose: settings.callKind,
            offerRelated: settings.offerRelated,
            dialling,
            presented,
            calledNumber: bundle.customer.phones[0]?.e164 ?? null,
            refusalCodes,
            opposingCodes,
            nowMs,
          },
          off,
        );
        return [bundle.customer.id, { customer: bundle.customer, decision, facts, waived }];
      }),
    );
  };
};
