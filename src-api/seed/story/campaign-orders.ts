/**
 * What people of a campaign ordered since they are on its list: most of it after a visit, a little after a
 * talk, and a little of those whom nobody called as well, or the calls would seem to bring it all.
 */
import { findContacts } from '@api/modules/campaigns/contact-repository.ts';
import type { CampaignHub } from '@api/modules/campaigns/service.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { dayMs, hourMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { randomOf } from '../random.ts';
import { instant } from './telling.ts';

type Begun = { readonly fromMs: number; readonly chance: number };

const lastAttemptMs = ({ attempts }: CampaignContact): number | null => {
  const reached = attempts.filter(({ result }) => result === 'reached').at(-1);
  return reached === undefined ? null : Date.parse(reached.at);
};

const chances = { visited: 0.6, agreed: 0.08, talked: 0.06, others: 0.008 } as const;

const begunBy = (
  contact: CampaignContact,
  visitedMs: number | undefined,
  begunMs: number,
): Begun => {
  if (visitedMs !== undefined) return { fromMs: visitedMs, chance: chances.visited };
  const talkedMs = lastAttemptMs(contact);
  if (talkedMs === null) return { fromMs: begunMs, chance: chances.others };
  const hasAgreed = contact.overBecause === 'success';
  return { fromMs: talkedMs, chance: hasAgreed ? chances.agreed : chances.talked };
};

/** Within nine days, by the chance of each, and not in the future. */
export const tellOrders = async (
  { database: { db } }: CampaignHub,
  { campaignId, brandId, begunMs }: { campaignId: string; brandId: string; begunMs: number },
  nowMs: number,
): Promise<void> => {
  const contacts = await findContacts(db, campaignId, { limit: 2_000 });
  const visits = await db
    .selectFrom('appointments')
    .select(['customer_id', 'ends_at'])
    .where('campaign_id', '=', campaignId)
    .where('status', '=', 'kept')
    .execute();
  const visited = new Map(visits.map((one) => [one.customer_id, Date.parse(one.ends_at)]));
  for (const contact of contacts) {
    const { id, customerId } = contact;
    const random = randomOf(`campaign-order:${id}`);
    const { fromMs, chance } = begunBy(contact, visited.get(customerId), begunMs);
    const placedMs = fromMs + hourMs + random.next() * 9 * dayMs;
    if (!random.chance(chance) || placedMs >= nowMs) continue;
    const amountCents = random.between(14, 62) * 10_000;
    const lines = [{ label: 'Isolation des combles', quantity: 1, amountCents }];
    await db
      .insertInto('orders')
      .values({
        id: nameId(`order:${id}`),
        customer_id: customerId,
        brand_id: brandId,
        reference: `SE-${nameId(`order:${id}`).slice(-6).toUpperCase()}`,
        placed_at: instant(placedMs),
        amount_cents: amountCents,
        lines: JSON.stringify(lines),
      })
      .execute();
  }
};
