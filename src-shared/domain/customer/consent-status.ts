/** One line per channel: may we, until when, for what, with which proof (C. conso. L223-1). Pure. */

import type { Channel } from '../interaction/channel.ts';
import type { Consent } from './customer.ts';

export type ConsentState =
  | 'given'
  | 'expiring'
  | 'expired'
  | 'limited'
  | 'opposed'
  | 'never-asked'
  /** She comes there by herself, nobody writes to her there: a shop, the site. */
  | 'not-needed';
export type ChannelConsent = {
  readonly channel: Channel;
  readonly state: ConsentState;
  readonly consent: Consent | null;
};

const usualChannels: readonly Channel[] = ['phone', 'email', 'sms', 'post'];
const warnMs = 30 * 86_400_000;

const stateOf = (consent: Consent, nowMs: number): ConsentState => {
  if (consent.status === 'opposed') return 'opposed';
  const leftMs =
    consent.until === null ? Number.POSITIVE_INFINITY : Date.parse(consent.until) - nowMs;
  if (leftMs <= 0) return 'expired';
  if (leftMs <= warnMs) return 'expiring';
  return consent.status;
};

const strictness = { given: 0, limited: 1, opposed: 2 } as const;

/** The later one counts; of one moment the stricter one, whichever was heard of first (SYNC-31). */
const counts = (one: Consent, other: Consent): boolean =>
  one.givenAt === other.givenAt
    ? strictness[one.status] > strictness[other.status]
    : one.givenAt > other.givenAt;

/** The latest decision for each channel; the four usual channels always, asked or not. */
export const channelConsents = (
  consents: readonly Consent[],
  brandId: string,
  nowMs: number,
): ChannelConsent[] => {
  const latest = new Map<Channel, Consent>();
  for (const consent of consents) {
    if (consent.brandId !== brandId) continue;
    const known = latest.get(consent.channel);
    if (known === undefined || counts(consent, known)) latest.set(consent.channel, consent);
  }
  const others = [...latest.keys()].filter((channel) => !usualChannels.includes(channel));
  return [...usualChannels, ...others].map((channel) => {
    const consent = latest.get(channel) ?? null;
    return { channel, consent, state: consent === null ? 'never-asked' : stateOf(consent, nowMs) };
  });
};
