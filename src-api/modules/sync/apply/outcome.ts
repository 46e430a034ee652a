/** What applying one mutation comes to, before it is stored as its answer. */

import type { HubTables } from '@api/db/tables.ts';
import type { OtherChange } from '@shared/contracts/sync/push.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { Kysely } from 'kysely';

export type Applied =
  | { readonly status: 'accepted'; readonly current?: unknown }
  | {
      readonly status: 'rejected' | 'superseded';
      readonly code: ErrorCode;
      readonly detail?: string;
      readonly current?: unknown;
      readonly others?: OtherChange[];
    };

export const accepted: Applied = { status: 'accepted' };
export const rejected = (code: ErrorCode, detail?: string): Applied =>
  detail === undefined ? { status: 'rejected', code } : { status: 'rejected', code, detail };

/** One mutation's surroundings: the open transaction, who sends it, and when. */
export type Applying = {
  readonly tx: Kysely<HubTables>;
  readonly user: User;
  readonly mutationId: string;
  readonly at: string;
};

/** What the rules on brands and persons look at. */
export type Acting = Pick<Applying, 'user'>;

export const inScope = ({ user }: Acting, brandId: string): boolean =>
  user.brandIds.includes(brandId);

/** An advisor acts for herself; the others may name whoever did it. */
export const mayActFor = ({ user }: Acting, advisorId: string | null): boolean =>
  advisorId === null || advisorId === user.id || user.role !== 'advisor';
