/** What a source said of its things, and which of ours they are. */
import type { HubTables } from '@api/db/tables.ts';
import type { Dated } from '@shared/domain/source/facts.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type Kind = HubTables['external_references']['kind'];
export type Thing = { readonly sourceId: string; readonly kind: string; readonly ref: string };
type Known = Thing & { readonly kind: Kind };

/** Until the transaction ends, nobody else makes anything of the same thing. */
export const lockThing = async (db: Db, { sourceId, kind, ref }: Thing): Promise<void> => {
  const name = `${sourceId}\n${kind}\n${ref}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 4))`.execute(db);
};

export const addFact = async (
  db: Db,
  { sourceId, kind, ref }: Thing,
  told: { readonly eventId: string } & Dated<unknown>,
): Promise<void> => {
  await db
    .insertInto('external_facts')
    .values({
      event_id: told.eventId,
      source_id: sourceId,
      kind,
      external_id: ref,
      at: told.at,
      message_id: told.key,
      fact: JSON.stringify(told.fact),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Two messages may have one id where they differ: each is a fact of its own. */
export const factKey = (messageId: string, eventId: string): string => `${messageId}\n${eventId}`;

/** The facts were written by this program: they have the form of their kind. */
export const factsOf = async <Fact>(db: Db, thing: Thing): Promise<Dated<Fact>[]> => {
  const rows = await db
    .selectFrom('external_facts')
    .select(['at', 'message_id as messageId', 'event_id as eventId', 'fact'])
    .where('source_id', '=', thing.sourceId)
    .where('kind', '=', thing.kind)
    .where('external_id', '=', thing.ref)
    .execute();
  return rows.map(({ at, messageId, eventId, fact }) => ({
    at,
    key: factKey(messageId, eventId),
    fact: fact as Fact,
  }));
};

export const idOfThing = async (db: Db, thing: Known): Promise<string | null> => {
  const row = await db
    .selectFrom('external_references')
    .select('id')
    .where('source_id', '=', thing.sourceId)
    .where('kind', '=', thing.kind)
    .where('external_id', '=', thing.ref)
    .executeTakeFirst();
  return row?.id ?? null;
};

export const nameThing = async (db: Db, thing: Known, id: string): Promise<void> => {
  await db
    .insertInto('external_references')
    .values({ source_id: thing.sourceId, kind: thing.kind, external_id: thing.ref, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
