/**
 * Applies a batch in order, each mutation in a savepoint of its own. A poison one is rejected and
 * blocks nothing; what the hub could not do now is deferred with all that follows it.
 */

import type { CopyInto } from '@api/db/database.ts';
import { guarded, isPoison } from '@api/db/savepoint.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { recordInteractions } from './interactions.ts';
import { applyMutation } from './mutation.ts';
import { type Applied, type Applying, rejected } from './outcome.ts';
import { type Item, isRefused } from './parse-mutation.ts';

export type Batch = {
  readonly log: FastifyBaseLogger;
  readonly tx: Kysely<HubTables>;
  readonly copy: CopyInto;
  readonly user: User;
  readonly at: string;
  readonly answers: Map<string, MutationAnswer>;
  /** Order keys of which something was deferred: the rest of them waits too. */
  readonly held: Set<string>;
};

const answer = (batch: Batch, { envelope }: Item, applied: Applied): void => {
  batch.answers.set(envelope.id, { id: envelope.id, at: batch.at, ...applied });
};

const defer = (batch: Batch, { envelope }: Item): void => {
  batch.held.add(envelope.orderKey);
  batch.answers.set(envelope.id, {
    id: envelope.id,
    at: batch.at,
    status: 'deferred',
    code: 'hub-failing',
  });
};

const applyingOf = (batch: Batch, item: Item): Applying => ({
  tx: batch.tx,
  user: batch.user,
  mutationId: item.envelope.id,
  at: batch.at,
});

const applyOne = async (batch: Batch, item: Item): Promise<void> => {
  const { body } = item;
  if (batch.held.has(item.envelope.orderKey)) return defer(batch, item);
  if (isRefused(body)) return answer(batch, item, body);
  try {
    const work = () => applyMutation(applyingOf(batch, item), body);
    answer(batch, item, await guarded(batch.tx, work));
  } catch (error) {
    if (isPoison(error)) return answer(batch, item, rejected('mutation-malformed'));
    const cause = error instanceof Error ? error.message : 'unknown';
    batch.log.error({ mutation: item.envelope.id, kind: body.kind, cause }, 'deferred');
    defer(batch, item);
  }
};

/** A run of recordings goes in together; if one spoils it, each goes alone. */
const applyRecordings = async (batch: Batch, items: readonly Item[]): Promise<void> => {
  const [first] = items;
  if (first === undefined) return;
  const rows = items.flatMap(({ body }) =>
    !isRefused(body) && body.kind === 'interaction.record' ? [body.payload] : [],
  );
  try {
    const work = () => recordInteractions(applyingOf(batch, first), batch.copy, rows);
    const applied = await guarded(batch.tx, work);
    items.forEach((item, index) => {
      answer(batch, item, applied[index] ?? rejected('internal'));
    });
  } catch {
    for (const item of items) await applyOne(batch, item);
  }
};

const isRecording = ({ body }: Item): boolean =>
  !isRefused(body) && body.kind === 'interaction.record';

/** Applies what is not answered yet, in order, and notes each answer. */
export const applyAll = async (batch: Batch, items: readonly Item[]): Promise<void> => {
  let run: Item[] = [];
  const flush = async () => {
    const recordings = run;
    run = [];
    if (recordings.length > 0) await applyRecordings(batch, recordings);
  };
  for (const item of items) {
    if (isRecording(item) && !batch.held.has(item.envelope.orderKey)) {
      run.push(item);
      continue;
    }
    await flush();
    await applyOne(batch, item);
  }
  await flush();
};
