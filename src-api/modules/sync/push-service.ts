/** Push: each mutation takes effect once, however often a desktop sends it. */

import type { HubDependencies } from '@api/hub-app.ts';
import { erasedAmong } from '@api/modules/privacy/erasure-repository.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type { MutationAnswer, pushRequestSchema } from '@shared/contracts/sync/push.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { z } from 'zod';
import { findAnswers, type Given, storeAnswers, waitForDevice } from './applied-repository.ts';
import { applyAll, type Batch } from './apply/batch.ts';
import { rejected } from './apply/outcome.ts';
import { type Item, isRefused, parseMutation } from './apply/parse-mutation.ts';

type PushRequest = z.infer<typeof pushRequestSchema>;

const namesOf = ({ body }: Item): string[] => {
  if (isRefused(body)) return [];
  const names: Partial<Record<string, unknown>> = body.payload;
  return ['id', 'customerId', 'interactionId', 'caseId', 'callbackId'].flatMap((name) => {
    const value = names[name];
    return typeof value === 'string' ? [value] : [];
  });
};

const answerKnown = async (batch: Batch, { mutations }: PushRequest): Promise<void> => {
  const known = await findAnswers(
    batch.tx,
    mutations.map((mutation) => mutation.id),
  );
  for (const [id, { userId, answer }] of known) {
    const foreign = { id, at: batch.at, status: 'rejected', code: 'mutation-malformed' } as const;
    batch.answers.set(id, userId === batch.user.id ? answer : foreign);
  }
  await forgetRefused(
    batch,
    mutations.filter(({ id }) => known.has(id) && batch.answers.get(id)?.status !== 'accepted'),
  );
};

/** What was refused before she was erased is asked about again, and kept by the desktop until then. */
const forgetRefused = async (batch: Batch, refused: PushRequest['mutations']): Promise<void> => {
  const items = refused.map(parseMutation);
  const erased = await erasedAmong(batch.tx, items.flatMap(namesOf));
  for (const [index, item] of items.entries()) {
    const id = refused[index]?.id;
    if (id === undefined || !namesOf(item).some((one) => erased.has(one.toLowerCase()))) continue;
    batch.answers.set(id, { id, at: batch.at, status: 'rejected', code: 'customer-erased' });
  }
};

/** Erasure goes before everything that a desktop did without having heard of it. */
const withoutErased = async (batch: Batch, items: readonly Item[]): Promise<Item[]> => {
  const erased = await erasedAmong(batch.tx, items.flatMap(namesOf));
  if (erased.size === 0) return [...items];
  return items.map((item) =>
    namesOf(item).some((id) => erased.has(id.toLowerCase()))
      ? { ...item, body: rejected('customer-erased') }
      : item,
  );
};

/** A kind that this hub does not know yet may be sent again to a newer one, and is no refusal then. */
const isFinal = ({ status, code }: MutationAnswer): boolean =>
  status !== 'deferred' && code !== 'mutation-kind-unknown';

/**
 * Applies a batch in one transaction. @returns one answer for each mutation, in the order sent.
 * @throws when the database is away: nothing of the batch took effect then.
 */
export const push = (
  hub: HubDependencies,
  user: SignedIn,
  request: PushRequest,
): Promise<MutationAnswer[]> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    await waitForDevice(tx, request.deviceId);
    const at = toInstant(hub.clock.now());
    const batch: Batch = { log: hub.log, tx, copy, user, at, answers: new Map(), held: new Set() };
    await answerKnown(batch, request);
    const fresh = new Map(
      request.mutations
        .filter((mutation) => !batch.answers.has(mutation.id))
        .map((mutation) => [mutation.id, mutation]),
    );
    const items = [...fresh.values()].map(parseMutation);
    await applyAll(batch, await withoutErased(batch, items));
    const given: Given[] = [...fresh.values()].flatMap((envelope) => {
      const answer = batch.answers.get(envelope.id);
      return answer === undefined || !isFinal(answer) ? [] : { envelope, answer };
    });
    await storeAnswers(tx, given, { userId: user.id, deviceId: request.deviceId, at });
    return request.mutations.flatMap(({ id }) => batch.answers.get(id) ?? []);
  });
