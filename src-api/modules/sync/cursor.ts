/**
 * A place in the change log: `hub.scope.xid.seq`. The hub's identity, the brands it was made for and
 * how much its desktop could read are part of it, so that a cursor of a former database, of former
 * rights or of a former program, which left something out, is known as too old.
 */
import { createHash } from 'node:crypto';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

export type Position = { readonly xid: bigint; readonly seq: bigint };
export type CursorScope = {
  readonly hubId: string;
  readonly brandIds: readonly string[];
  /** As `readingLevel` says. */
  readonly level: number;
};

/** Level 1 is not named: the cursors of desktops that say no protocol stay what they were. */
const scopeKey = ({ brandIds, level }: CursorScope): string =>
  createHash('sha256')
    .update([...brandIds].sort().join(',') + (level > 1 ? `|${level}` : ''))
    .digest('hex')
    .slice(0, 12);

export const encodeCursor = (scope: CursorScope, position: Position): string =>
  [scope.hubId, scopeKey(scope), position.xid, position.seq].join('.');

const pattern = /^([0-9a-f]{12})\.([0-9a-f]{12})\.(\d{1,19})\.(\d{1,18})$/;

/** `input-malformed` for what never was a cursor, `cursor-too-old` for one of another life. */
export const decodeCursor = (scope: CursorScope, text: string): Result<Position> => {
  const match = pattern.exec(text);
  if (match === null) return fail('input-malformed', 'the cursor was not made by a hub');
  const [, hubId, key, xid, seq] = match;
  if (hubId !== scope.hubId || key !== scopeKey(scope)) return fail('cursor-too-old');
  return succeed({ xid: BigInt(xid ?? 0), seq: BigInt(seq ?? 0) });
};
