/**
 * What kind of customer somebody is by her channels: one channel only, several, or attached to a
 * person or a place. Each answer says from how many exchanges it was read. Pure.
 */
import type { Channel } from '../interaction/channel.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { hasFailed } from '../thread/break-point.ts';
import type { Contact } from './appetence.ts';

export type ChannelClass =
  | { readonly kind: 'too-few'; readonly of: number }
  | { readonly kind: 'single-channel'; readonly channel: Channel; readonly of: number }
  | { readonly kind: 'multichannel'; readonly channels: number; readonly of: number }
  | {
      readonly kind: 'attached-to-person';
      readonly advisorId: string;
      readonly times: number;
      readonly of: number;
    }
  | {
      readonly kind: 'attached-to-place';
      readonly channel: Channel;
      readonly times: number;
      readonly of: number;
    };

export type ClassedContact = Contact & Pick<Interaction, 'advisorId'>;

const windowMs = 2 * 365 * 86_400_000;
const fewest = 3;
const fewestWithOne = 4;
const singleShare = 0.9;
const attachedShare = 0.6;
const places: ReadonlySet<Channel> = new Set(['store', 'counter', 'representative']);

const counted = <Key>(keys: readonly Key[]): [Key, number][] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1));
};

/** Who served her again and again; calls that nobody took were served by nobody. */
const personOf = (contacts: readonly ClassedContact[]): ChannelClass | null => {
  const served = contacts.flatMap(({ advisorId, outcome }) =>
    advisorId === null || hasFailed(outcome) ? [] : [advisorId],
  );
  const [first] = counted(served);
  if (first === undefined) return null;
  const [advisorId, times] = first;
  const isAttached = times >= fewestWithOne && times >= attachedShare * served.length;
  return isAttached ? { kind: 'attached-to-person', advisorId, times, of: served.length } : null;
};

/** Her own choices of the last two years; what the brand sent does not count. */
export const channelClassOf = (
  contacts: readonly ClassedContact[],
  nowMs: number,
): ChannelClass => {
  const recent = contacts.filter(
    ({ startedAt }) => Date.parse(startedAt) > nowMs - windowMs && Date.parse(startedAt) <= nowMs,
  );
  const chosen = recent.filter(({ direction }) => direction === 'inbound');
  const of = chosen.length;
  const person = personOf(recent);
  if (person !== null) return person;
  if (of < fewest) return { kind: 'too-few', of };
  const channels = counted(chosen.map(({ channel }) => channel));
  const [top, times] = channels[0] ?? ['phone', 0];
  const isPlace = places.has(top) && times >= attachedShare * of;
  if (isPlace) return { kind: 'attached-to-place', channel: top, times, of };
  if (times >= singleShare * of) return { kind: 'single-channel', channel: top, of };
  return { kind: 'multichannel', channels: channels.length, of };
};
