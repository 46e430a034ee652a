/** Whether a request comes from whom it says, and what it tells; unsigned ones leave only a count. */
import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
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

/** `signature-refused` for everyone who cannot sign, without saying why. */
export const receive = async (
  hub: HubDependencies,
  request: HookRequest,
): Promise<Result<HookAnswer>> => {
  const { db } = hub.database;
  if (!idSchema.safeParse(request.sourceId).success) return fail('signature-refused');
  const secrets = await findSecrets(db, request.sourceId);
  if (secrets === null) return fail('signature-refused');
  const messageId = secrets.active ? await signedId(hub, secrets, request) : null;
  if (messageId === null) {
    await countRefused(db, request.sourceId, toInstant(hub.clock.now()));
    return fail('signature-refused');
  }
  const { kind, brandIds } = secrets;
  const digest = createHash('sha256').update(request.body).digest();
  const source = { id: request.sourceId, kind, brandIds };
  return succeed(await takeEvent(hub, { source, messageId, digest, body: request.body }));
};
