/** A source of a test, and what it sends: signed as any program that follows Standard Webhooks does. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { Webhook } from 'standardwebhooks';
import { bearer, type HubUnderTest } from './hub-under-test.ts';

export const makeSource = async (
  hub: HubUnderTest,
  administrator: Session,
  given: object = {},
): Promise<SourceWithSecret> => {
  const answer = await hub.app.inject({
    method: 'POST',
    url: routes.sources,
    headers: bearer(administrator),
    payload: { name: 'Boutique', kind: 'web-shop', brandIds: ['kerdoual'], ...given },
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
};

export type Envelope = { readonly id: string; readonly body: string; readonly atMs: number };

export const signedHeaders = (secret: string, { id, body, atMs }: Envelope) => ({
  'content-type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(atMs / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, new Date(atMs), body),
});

/** Sends an event under an id, or bytes that are none. */
export const tell = (
  hub: HubUnderTest,
  source: Pick<SourceWithSecret, 'id' | 'secret'>,
  event: unknown,
  id: string = hub.newId(),
) => {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return hub.app.inject({
    method: 'POST',
    url: `${routes.hooks}/${source.id}`,
    headers: signedHeaders(source.secret, { id, body, atMs: hub.clock.now() }),
    payload: body,
  });
};

export const happened = (
  ref: string,
  data: object = {},
  timestamp = '2026-11-05T12:44:00+01:00',
) => ({
  type: 'interaction.happened',
  timestamp,
  data: { ref, brandId: 'kerdoual', channel: 'form', title: 'Formulaire de contact', ...data },
});

export const corrected = (ref: string, change: object, timestamp: string, why = 'mal lu') => ({
  type: 'interaction.corrected',
  timestamp,
  data: { ref, brandId: 'kerdoual', why, change },
});

export const known = (ref: string, customer: object, timestamp = '2026-11-05T12:00:00+01:00') => ({
  type: 'customer.known',
  timestamp,
  data: { brandId: 'kerdoual', customer: { ref, ...customer } },
});

export const placed = (
  ref: string,
  data: object = {},
  timestamp = '2026-11-05T13:00:00+01:00',
) => ({
  type: 'order.placed',
  timestamp,
  data: { ref, brandId: 'kerdoual', amountCents: 12_990, ...data },
});

export const appointment = (
  kind: 'set' | 'moved' | 'cancelled',
  ref: string,
  data: object,
  timestamp: string,
) => ({
  type: `appointment.${kind}`,
  timestamp,
  data: { ref, brandId: 'kerdoual', ...data },
});

export const brokenOff = (ref: string, data: object, timestamp: string) => ({
  type: 'cart.broken-off',
  timestamp,
  data: {
    ref,
    brandId: 'kerdoual',
    amountCents: 12_990,
    lines: [{ label: 'Chaise Ouessant', quantity: 2, amountCents: 12_990 }],
    timeToLiveMinutes: 240,
    ...data,
  },
});

export const bought = (ref: string, timestamp: string) => ({
  type: 'cart.bought',
  timestamp,
  data: { ref, brandId: 'kerdoual' },
});
