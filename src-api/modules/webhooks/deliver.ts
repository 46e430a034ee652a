/**
 * Tells subscribers, each thing's news in order, at least once: what nobody takes is tried again for
 * days, ever less often, and then lies among the dead for somebody to look at.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { sign } from '@api/modules/sources/signature.ts';
import { backoffMs } from '@shared/kernel/backoff.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Post, Posted } from './post.ts';
import { claimDue, type Due, settleDelivery } from './repository.ts';

const atOnce = 10;
/** Longer than any delivery lasts. */
const leaseMs = 60_000;
const retries = { firstMs: 10_000, maxMs: 6 * 3_600_000 };
const givenUpAfterMs = 3 * 24 * 3_600_000;
const pollMs = 1_000;

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'random'>;

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const bodyOf = ({ event, at, entityId, facts }: Due): Buffer => {
  const named = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [camel(key), value]),
  );
  const data = { id: entityId, facts: named };
  return Buffer.from(JSON.stringify({ type: event, timestamp: at, data }));
};

const failureOf = (posted: Posted): string | null => {
  if ('failure' in posted) return posted.failure;
  return posted.status >= 200 && posted.status < 300 ? null : String(posted.status);
};

const tell = async (hub: Hub, post: Post, secret: string, due: Due): Promise<void> => {
  const body = bodyOf(due);
  const timestampSeconds = Math.floor(hub.clock.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': due.id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': sign(secret, { id: due.id, timestampSeconds, body }),
  };
  const failure = failureOf(await post(due.url, headers, body));
  const now = hub.clock.now();
  const { db } = hub.database;
  if (failure === null) {
    await settleDelivery(db, due.id, { status: 'delivered', at: toInstant(now) });
    return;
  }
  const random = () => (hub.random(1)[0] ?? 0) / 256;
  const nextMs = now + backoffMs(due.attempts - 1, retries, random);
  const hopeless = failure === 'address-refused' || nextMs - Date.parse(due.at) > givenUpAfterMs;
  await settleDelivery(
    db,
    due.id,
    hopeless
      ? { status: 'dead', at: toInstant(now), failure }
      : { status: 'waiting', nextAt: toInstant(nextMs), failure },
  );
};

/** What is due now, some of it. @returns how many were tried. */
export const deliverSome = async (hub: Hub, post: Post): Promise<number> => {
  const { db } = hub.database;
  const now = hub.clock.now();
  const due = await claimDue(db, toInstant(now), toInstant(now + leaseMs), atOnce);
  if (due.length === 0) return 0;
  const { open } = await sealOf(db, hub.random);
  await Promise.all(due.map((one) => tell(hub, post, open(one.secret), one)));
  return due.length;
};

/** @returns how to stop; what is under way is ended first. */
export const startDeliveries = (
  hub: Hub & Pick<HubDependencies, 'log'>,
  post: Post,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'webhooks not delivered',
    turn: async () => ((await deliverSome(hub, post)) > 0 ? 0 : pollMs),
    afterFailureMs: pollMs,
  });
