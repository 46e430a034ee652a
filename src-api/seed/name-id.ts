/** Ids that are the same in every seeding: a UUID version 8 (RFC 9562 §5.8) made from a name. */
import { createHash } from 'node:crypto';

export const nameId = (name: string): string => {
  const bytes = createHash('sha256').update(`parlance:${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
};
