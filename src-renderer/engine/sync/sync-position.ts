/** How far the exchange with the hub has come, as the cache keeps it, and who is told of it. */
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { z } from 'zod';

type ProtocolState = 'agreed' | 'hub-older' | 'desktop-too-old';

export type SyncListener = {
  readonly online: (online: boolean, error: ErrorCode | null) => void;
  readonly sent: (at: string) => void;
  /** The cache refuses, or does no more; the hub is there all the same. */
  readonly storage?: (code: ErrorCode | null) => void;
  readonly fresh: () => void;
  /** How the two understand each other, and how many rows of the hub's were skipped. */
  readonly wire: (protocol: ProtocolState, skipped: number) => void;
  readonly loading: (progress: { done: number; total: number } | null) => void;
  readonly reference: (reference: Reference) => void;
  readonly touched: (customerIds: readonly string[]) => void;
};

const positionSchema = z.object({
  cursor: z.string(),
  after: z.uuid().nullable(),
  done: z.number(),
  complete: z.boolean(),
  /** Rows that this program did not understand. */
  skipped: z.number().default(0),
});
export type Position = z.infer<typeof positionSchema>;

/** null: nothing is loaded yet, or what was kept is of another form. */
export const readPosition = (kept: unknown): Position | null =>
  positionSchema.nullable().catch(null).parse(kept);
