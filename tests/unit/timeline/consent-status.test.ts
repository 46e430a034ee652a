import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import { expect, it } from 'vitest';
import { at, heleneBundle, ringNow } from '../../component/support/helene.ts';

const states = (now: number) =>
  channelConsents(heleneBundle.consents, 'kerdoual', now).map(({ channel, state }) => [
    channel,
    state,
  ]);

it('[C360-4] a consent near its end says so, and one past it is no consent', () => {
  expect(states(ringNow)).toEqual([
    ['phone', 'expiring'],
    ['email', 'given'],
    ['sms', 'limited'],
    ['post', 'opposed'],
  ]);
  expect(states(Date.parse(at('2026-11-21T00:00:00')))[0]).toEqual(['phone', 'expired']);
});

it('[C360-5] with no consent at all the usual channels are there, never asked', () => {
  expect(channelConsents([], 'kerdoual', ringNow).map(({ state }) => state)).toEqual(
    Array.from({ length: 4 }, () => 'never-asked'),
  );
});

it('[C360-3] the latest decision counts', () => {
  const [email] = heleneBundle.consents;
  if (email === undefined) throw new Error('the fixture has a consent');
  const opposed = { ...email, status: 'opposed' as const, givenAt: at('2026-11-01T00:00:00') };
  for (const consents of [
    [email, opposed],
    [opposed, email],
  ])
    expect(
      channelConsents(consents, 'kerdoual', ringNow).find((one) => one.channel === 'email')?.state,
    ).toBe('opposed');
});
