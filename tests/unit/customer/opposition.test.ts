import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const nowMs = Date.parse('2026-11-05T10:00:00.000Z');
const consent = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom('given', 'limited', 'opposed'),
  day: fc.integer({ min: 1, max: 4 }),
});
type Drawn = { id: string; status: Consent['status']; day: number };
const made = ({ id, status, day }: Drawn): Consent => ({
  id,
  customerId: id,
  brandId: 'kerdoual',
  channel: 'phone',
  status,
  purpose: '',
  givenAt: `2026-11-0${day}T10:00:00.000Z`,
  until: null,
  proof: '',
});
const phone = (consents: readonly Consent[]) =>
  channelConsents(consents, 'kerdoual', nowMs).find(({ channel }) => channel === 'phone');

it('[SYNC-31] an opposition wins over a consent of the same moment, whatever order they came in', () => {
  fc.assert(
    fc.property(
      fc
        .array(consent, { minLength: 1, maxLength: 6 })
        .chain((drawn) =>
          fc.tuple(
            fc.constant(drawn),
            fc.shuffledSubarray(drawn, { minLength: drawn.length, maxLength: drawn.length }),
          ),
        ),
      ([drawn, shuffled]) => {
        const [one, other] = [drawn.map(made), shuffled.map(made)].map(phone);
        expect(other?.state).toBe(one?.state);
        const last = drawn.map(({ day }) => day).reduce((a, b) => Math.max(a, b), 0);
        const isOpposed = drawn.some(({ status, day }) => status === 'opposed' && day === last);
        expect(one?.state === 'opposed').toBe(isOpposed);
      },
    ),
  );
});
