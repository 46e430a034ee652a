/** A centre of a few people with nothing in its past, for tests of its figures. */
import { takeFacts } from '@api/modules/queue-figures/facts-repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { type CentreAnswer, centreAnswerSchema } from '@shared/contracts/http/centre-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { QueueFact } from '@shared/domain/queue-call/queue-call.ts';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { bearer, type HubUnderTest } from './hub-under-test.ts';

export const instant = (text: string): string => new Date(text).toISOString();
const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

export type MadeCall = {
  readonly advisorId: string;
  /** When it rang; it is answered four seconds later. */
  readonly at: string;
  readonly talkS: number;
  readonly heldS?: number;
  readonly wrapUpS?: number | null;
  readonly customerId?: string | null;
  readonly number?: string | null;
  readonly brandId?: string;
  readonly queue?: string | null;
  readonly callUid?: string | null;
  readonly direction?: 'inbound' | 'outbound';
  readonly disposition?: string | null;
  readonly caseId?: string | null;
  readonly speech?: {
    readonly scriptId: string;
    readonly version: number;
    readonly stepId: string;
  } | null;
  readonly call?: object;
};

/** Writes a call as a desktop tells it. @returns its id */
export const addCall = async ({ database, newId }: HubUnderTest, made: MadeCall) => {
  const id = newId();
  const answeredAt = later(made.at, 4);
  const endedAt = later(answeredAt, made.talkS + (made.heldS ?? 0));
  const wrapUpS = made.wrapUpS === undefined ? 30 : made.wrapUpS;
  const call = {
    callUid: made.callUid ?? null,
    customerNumber: made.number === undefined ? '+33639980123' : made.number,
    numberHidden: false,
    answeredAt,
    heldMs: (made.heldS ?? 0) * 1000,
    transferredTo: null,
    training: false,
    ...made.call,
  };
  await sql`insert into interactions (id, customer_id, brand_id, channel, direction, started_at,
      ended_at, outcome, advisor_id, queue, disposition_code, title, notes, case_id, call, speech,
      wrap_up_ended_at)
    values (${id}, ${made.customerId ?? null}, ${made.brandId ?? 'kerdoual'}, 'phone',
      ${made.direction ?? 'inbound'}, ${made.at}, ${endedAt}, 'answered', ${made.advisorId},
      ${made.queue ?? null}, ${made.disposition ?? null}, 'Appel', '[]', ${made.caseId ?? null},
      ${JSON.stringify(call)}, ${made.speech == null ? null : JSON.stringify(made.speech)},
      ${wrapUpS === null ? null : later(endedAt, wrapUpS)})`.execute(database.db);
  return id;
};

export type MadeState = readonly [at: string, state: string];

export const addStates = async (
  { database, newId }: HubUnderTest,
  userId: string,
  states: readonly MadeState[],
) => {
  for (const [at, state] of states)
    await sql`insert into advisor_states (mutation_id, user_id, state, reason, since, received_at)
      values (${newId()}, ${userId}, ${state}, null, ${instant(at)}, ${instant(at)})`.execute(
      database.db,
    );
};

/** Nothing of what the demo tells of the past is left. */
export const emptyCentre = async ({ database }: HubUnderTest): Promise<void> => {
  for (const table of [
    'advisor_states',
    'interactions',
    'campaign_attempts',
    'queue_facts',
    'queue_calls',
    'queue_targets',
  ])
    await sql`delete from ${sql.table(table)}`.execute(database.db);
};

export const addQueueFacts = (hub: HubUnderTest, facts: readonly QueueFact[]) =>
  takeFacts(hub.database.db, facts);

export const asked = async (
  hub: HubUnderTest,
  who: Session,
  query: Record<string, string>,
): Promise<CentreAnswer> => {
  const answer = await hub.app.inject({
    method: 'GET',
    url: routes.centreFigures,
    query,
    headers: bearer(who),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return centreAnswerSchema.parse(answer.json());
};
