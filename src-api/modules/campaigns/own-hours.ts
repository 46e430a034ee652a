/** When a design of experiments wants somebody called, who was not promised another time. */
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { opensAt } from '@shared/domain/experiment/call-window.ts';
import { windowFor } from '@shared/domain/experiment/design.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { KeptContact } from './contact-repository.ts';

/** Until when she waits for her hours; null: they are now, or the design asks for none. */
export const waitsForHours = (
  campaign: Campaign,
  { customerId, zone, promisedAt }: Pick<KeptContact, 'customerId' | 'zone' | 'promisedAt'>,
  nowMs: number,
): string | null => {
  const window = promisedAt === null ? windowFor(campaign, customerId) : null;
  const opens = window === null ? null : opensAt(window, nowMs, zone);
  return opens === null ? null : toInstant(opens);
};
