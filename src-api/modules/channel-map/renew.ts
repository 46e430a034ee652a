/** What the map needs of one customer, by the same rules as the 360 on every desktop. */
import type { HubDependencies } from '@api/hub-app.ts';
import { appetencesOf } from '@shared/domain/channel-map/appetence.ts';
import { channelClassOf } from '@shared/domain/channel-map/channel-class.ts';
import type { DeadlineContact } from '@shared/domain/deadline/deadline.ts';
import { breakPointsOf, breakWithinMs, hasFailed } from '@shared/domain/thread/break-point.ts';
import { type BreakRow, type ChannelRow, replaceChannels } from './repository.ts';

type Tx = HubDependencies['database']['db'];
type History = {
  readonly customerId: string;
  readonly contacts: readonly DeadlineContact[];
};

const channelRow = (
  customerId: string,
  brandId: string,
  contacts: readonly DeadlineContact[],
  nowMs: number,
): ChannelRow => {
  const liked = appetencesOf(contacts, nowMs);
  const times = contacts.map(({ startedAt }) => startedAt).sort();
  return {
    customerId,
    brandId,
    kind: channelClassOf(contacts, nowMs).kind,
    scores: Object.fromEntries(liked.map(({ channel, score }) => [channel, score])),
    yearDeltas: Object.fromEntries(
      liked.flatMap(({ channel, yearDelta }) => (yearDelta === null ? [] : [[channel, yearDelta]])),
    ),
    contacts: contacts.length,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
  };
};

/** What failed and was taken up elsewhere, and what failed and was followed by nothing for a day. */
const breakRows = (
  customerId: string,
  contacts: readonly DeadlineContact[],
  nowMs: number,
): BreakRow[] => {
  const taken = breakPointsOf(contacts).map(
    ({ fromId, brandId, from, to, at, afterMs }): BreakRow => ({
      fromId,
      customerId,
      brandId,
      from,
      to,
      at,
      afterMs,
    }),
  );
  const lost = contacts.flatMap((one): BreakRow[] => {
    const { id, startedAt, brandId, channel } = one;
    const started = Date.parse(startedAt);
    if (one.direction !== 'inbound' || !hasFailed(one.outcome)) return [];
    if (nowMs - started < breakWithinMs) return [];
    const followed = contacts.some(
      (other) =>
        other.id !== id &&
        other.brandId === brandId &&
        Date.parse(other.startedAt) >= started &&
        Date.parse(other.startedAt) - started <= 30 * breakWithinMs,
    );
    if (followed) return [];
    return [
      { fromId: id, customerId, brandId, from: channel, to: null, at: startedAt, afterMs: null },
    ];
  });
  return [...taken, ...lost];
};

export const renewChannels = async (
  tx: Tx,
  histories: readonly History[],
  nowMs: number,
): Promise<void> => {
  const channels: ChannelRow[] = [];
  const breaks: BreakRow[] = [];
  for (const { customerId, contacts } of histories) {
    for (const brandId of new Set(contacts.map((one) => one.brandId))) {
      const own = contacts.filter((one) => one.brandId === brandId);
      channels.push(channelRow(customerId, brandId, own, nowMs));
      breaks.push(...breakRows(customerId, own, nowMs));
    }
  }
  const ids = histories.map(({ customerId }) => customerId);
  await replaceChannels(tx, ids, channels, breaks);
};
