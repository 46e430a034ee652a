/**
 * Which protocol a desktop speaks and which ones a hub serves. A desktop says its number with every
 * sync request (`?protocol=`, in the address so that a hub that never heard of it lets it pass) and
 * in its hello; who says nothing speaks 1. The hub answers with its range; silence means 1 as well.
 */
import { z } from 'zod';

/** Raised once for each release whose `newer-than.ts` has grown. */
export const currentProtocol = 3;

const protocolSchema = z.number().int().min(1).max(10_000);
export const protocolRangeSchema = z.object({ oldest: protocolSchema, newest: protocolSchema });
export type ProtocolRange = z.infer<typeof protocolRangeSchema>;

export const silentRange: ProtocolRange = { oldest: 1, newest: 1 };

/** Part of every sync query. */
export const protocolQuery = {
  protocol: z.coerce.number().int().min(1).max(10_000).default(1),
};
/** Part of a desktop's hello. */
export const helloProtocol = { protocol: protocolSchema.default(1) };
/** Part of every sync answer and of the hub's welcome. */
export const protocolsAnswer = { protocols: protocolRangeSchema.default(silentRange) };
