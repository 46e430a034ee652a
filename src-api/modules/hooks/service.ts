/** Whether a request comes from whom it says, and what it tells; unsigned ones leave only a count. */
import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
import type { Gate } from '@api/modules/intake/gate.ts';
import { countRefused, findSecrets } from '@api/modules/sources/repository.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { isSigned } from '@api/modules/sources/signature.ts';
import { type HookAnswer, hookLimits } from '@shared/contracts/http/sources.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { takeEvent } from './take-event.ts';

export type HookRequest = {
  readonly sourceId: string;
  readonly messageId: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
};

const messageIdForm = /^[!-~]{1,200}$/;

type Secrets = NonNullable<Awaited<ReturnType<typeof findSecrets>>>;

/** The message's id when the signature fits and its time is near, null otherwise. */
const signedId = async (
  hub: HubDependencies,
  secrets: Secrets,
  request: HookRequest,
): Promise<string | null> => {
  const { messageId = '', timestamp = '', signature = '', body } = request;
  if (!messageIdForm.test(messageId) || !/^\d{1,12}$/.test(timestamp)) return null;
  const timestampSeconds = Number(timestamp);
  const awaySeconds = Math.abs(hub.clock.now() / 1000 - timestampSeconds);
  if (awaySeconds > hookLimits.toleranceSeconds) return null;
  const { formerSecret, formerSecretUntil: until } = secrets;
  const formerHolds = until !== null && Date.parse(until) > hub.clock.now();
  const sealed = [secrets.secret, ...(formerHolds && formerSecret !== null ? [formerSecret] : [])];
  const { open } = await sealOf(hub.database.db, hub.random);
  const signed = { id: messageId, timestampSeconds, body };
  return isSigned(sealed.map(open), signature, signed) ? messageId : null;
};

/** What anybody can see of a request; whether its source or its signature is right is not said. */
const seenWrong = (
  { messageId, timestamp, signature }: HookRequest,
  nowMs: number,
): string | undefined => {
  if (messageId === undefined || timestamp === undefined || signature === undefined) {
    return 'webhook-id, webhook-timestamp and webhook-signature are needed';
  }
  if (!messageIdForm.test(messageId)) return 'webhook-id: up to 200 signs of ASCII, no space';
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp: whole seconds since 1970';
  const ahead = Math.round(Number(timestamp) - nowMs / 1000);
  if (Math.abs(ahead) <= hookLimits.toleranceSeconds) return undefined;
  const side = ahead > 0 ? 'after' : 'before';
  return `webhook-timestamp: ${Math.abs(ahead)} seconds ${side} the hub’s clock, ${hookLimits.toleranceSeconds} are taken at most`;
};

/** `signature-refused` for everyone who cannot sign; `gate` keeps connections free for desktops. */
export const receive = async (
  hub: HubDependencies,
  gate: Gate,
  request: HookRequest,
): Promise<Result<HookAnswer>> => {
  const { db } = hub.database;
  const refused = fail('signature-refused', seenWrong(request, hub.clock.now()));
  if (!idSchema.safeParse(request.sourceId).success) return refused;
  const secrets = await findSecrets(db, request.sourceId);
  if (secrets === null) return refused;
  const messageId = secrets.active ? await signedId(hub, secrets, request) : null;
  if (messageId === null) {
    await countRefused(db, request.sourceId, toInstant(hub.clock.now()));
    return refused;
  }
  const { kind, brandIds } = secrets;
  const digest = createHash('sha256').update(request.body).digest();
  const source = { id: request.sourceId, kind, brandIds };
  const sent = { source, messageId, digest, body: request.body };
  return succeed(await gate.pass(() => takeEvent(hub, sent)));
};
