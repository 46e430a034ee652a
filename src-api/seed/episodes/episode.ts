/** A stretch of a customer's story with a brand: exchanges that belong together, over channels. */

import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import type { Channel, Direction } from '@shared/domain/interaction/channel.ts';
import type { Outcome } from '@shared/domain/interaction/interaction.ts';

export type Step = {
  /** Minutes after the step before, give or take a half. */
  readonly after: number;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly outcome: Outcome;
  readonly title: string;
  readonly words?: string;
  readonly summary?: string;
  readonly reason?: string;
  readonly disposition?: string;
};

export type Episode = {
  readonly weight: number;
  readonly steps: readonly Step[];
  readonly opens?: { readonly kind: CustomerCase['kind']; readonly title: string };
};

export type BrandStories = {
  readonly brandId: string;
  readonly things: readonly string[];
  readonly episodes: readonly Episode[];
};

type Told = Partial<Pick<Step, 'words' | 'summary' | 'reason' | 'disposition' | 'outcome'>>;

const step =
  (direction: Direction, usual: Outcome) =>
  (channel: Channel, after: number, title: string, told: Told = {}): Step => ({
    outcome: usual,
    ...told,
    after,
    channel,
    direction,
    title,
  });

/** The customer came; by telephone it was answered unless told otherwise. */
export const came = (channel: Channel, after: number, title: string, told: Told = {}): Step =>
  step('inbound', channel === 'phone' ? 'answered' : 'done')(channel, after, title, told);

/** The brand went to the customer. */
export const went = (channel: Channel, after: number, title: string, told: Told = {}): Step =>
  step('outbound', channel === 'phone' ? 'answered' : 'done')(channel, after, title, told);

export const hours = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * 60;
