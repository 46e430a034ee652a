/** The surroundings of one event that takes effect: the open transaction, who sends it, and when. */
import type { HubTables } from '@api/db/tables.ts';
import type { SourceKind } from '@shared/domain/source/source.ts';
import type { Kysely } from 'kysely';

export type Telling = {
  readonly tx: Kysely<HubTables>;
  readonly source: { readonly id: string; readonly kind: SourceKind };
  readonly eventId: string;
  readonly messageId: string;
  /** When it happened, as an instant. */
  readonly at: string;
  /** When the hub heard of it. */
  readonly heardAt: string;
  readonly newId: () => string;
};
