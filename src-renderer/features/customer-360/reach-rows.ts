/** One line per channel: what she wants and what she allows, read together; most wanted first. Pure. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type Appetence, appetencesOf } from '@shared/domain/channel-map/appetence.ts';
import { type ChannelConsent, channelConsents } from '@shared/domain/customer/consent-status.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';

export type ReachRow = ChannelConsent & { readonly appetence: Appetence | null };

type Wanted = ReadonlyMap<Channel, Appetence>;

/** What the whole history says of one brand: it changes over weeks. */
export const wantedChannels = (
  interactions: CustomerBundle['interactions'],
  brandId: string,
  nowMs: number,
): Wanted => {
  const contacts = interactions.filter((one) => one.brandId === brandId);
  return new Map(appetencesOf(contacts, nowMs).map((one) => [one.channel, one]));
};

export const reachRows = (
  bundle: CustomerBundle,
  brandId: string,
  wanted: Wanted,
  nowMs: number,
): ReachRow[] => {
  const asked = channelConsents(bundle.consents, brandId, nowMs);
  const unasked = [...wanted.keys()].filter(
    (channel) => !asked.some((row) => row.channel === channel),
  );
  const rows = [
    ...asked,
    ...unasked.map((channel) => ({ channel, state: 'not-needed' as const, consent: null })),
  ].map((row): ReachRow => ({ ...row, appetence: wanted.get(row.channel) ?? null }));
  return rows.sort((a, b) => (b.appetence?.score ?? -1) - (a.appetence?.score ?? -1));
};
