/** The hub's own word on a call: the same rules as the desktops', with what the hub knows. */
import type { HubTables } from '@api/db/tables.ts';
import { findCampaign } from '@api/modules/campaigns/repository.ts';
import { findBrands, findDispositions, findNumbers } from '@api/modules/reference/repository.ts';
import { loadBundles } from '@api/modules/sync/bundle-repository.ts';
import type { Decision } from '@shared/domain/law/decide.ts';
import { judgeByReference } from '@shared/domain/law/judge-call.ts';
import { byHand, presentedFor } from '@shared/domain/law/presented-for.ts';
import type { CallPurpose } from '@shared/domain/law/purpose.ts';
import type { Kysely } from 'kysely';
import { findSwitchesOff } from './repository.ts';

type Asked = {
  readonly brandId: string;
  readonly customerId: string | null;
  readonly campaignId: string | null;
  readonly purpose: CallPurpose;
  readonly nowMs: number;
};

/** Of a call of which only the customer is known, not the number. */
export const judgeInHub = async (
  db: Kysely<HubTables>,
  { brandId, customerId, campaignId, purpose, nowMs }: Asked,
): Promise<Decision> => {
  const scope = [brandId];
  const [bundle] = customerId === null ? [] : await loadBundles(db, [customerId], scope);
  const reference = {
    brands: await findBrands(db, scope),
    numbers: await findNumbers(db, scope),
    dispositions: await findDispositions(db, scope),
    ...(await findSwitchesOff(db)),
  };
  const campaign = campaignId === null ? null : await findCampaign(db, campaignId, scope);
  const offerRelated = campaign?.settings.offerRelated;
  const presented = presentedFor(campaign?.settings.presentedNumbers ?? [], byHand, nowMs);
  const call = {
    person: bundle ?? null,
    brandId,
    purpose,
    offerRelated,
    calledNumber: null,
    nowMs,
    ...(presented === null ? {} : { presented }),
  };
  const { decision } = judgeByReference(reference, call);
  return decision;
};
