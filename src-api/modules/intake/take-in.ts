/**
 * Stores one chunk in one transaction: the rows that may be written and are not there yet go in by
 * COPY, straight into the table. What spoils a COPY (a value that PostgreSQL cannot store, an id
 * that somebody else sends at the same moment) is found by halves; the rest goes in.
 */
import type { CopyInto } from '@api/db/database.ts';
import { guarded, isPoison } from '@api/db/savepoint.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { knownUserIds } from '@api/modules/directory/repository.ts';
import { copyInteractions, knownInteractionIds } from '@api/modules/interactions/repository.ts';
import { checkInteractions } from '@api/modules/sync/apply/interactions.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type { IntakeAnswer, RefusedRow } from '@shared/contracts/http/intake.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { Kysely } from 'kysely';
import type { Row } from './parse-row.ts';

type Storing = {
  readonly tx: Kysely<HubTables>;
  readonly copy: CopyInto;
  readonly at: string;
};

const nothing: IntakeAnswer = { taken: 0, duplicates: 0, refused: [] };

export const joined = (one: IntakeAnswer, other: IntakeAnswer): IntakeAnswer => ({
  taken: one.taken + other.taken,
  duplicates: one.duplicates + other.duplicates,
  refused: [...one.refused, ...other.refused],
});

const refusal = ({ line, interaction }: Row, code: ErrorCode, detail?: string): RefusedRow => ({
  line,
  id: interaction.id,
  code,
  ...(detail === undefined ? {} : { detail }),
});

/** Which rows may be written, and why not the others. */
const checkRows = async (
  tx: Kysely<HubTables>,
  user: SignedIn,
  rows: readonly Row[],
  at: string,
): Promise<{ readonly writable: readonly Row[]; readonly refused: readonly RefusedRow[] }> => {
  const named = rows.flatMap(({ interaction }) => interaction.advisorId ?? []);
  const advisors = await knownUserIds(tx, [...new Set(named)]);
  const interactions = rows.map(({ interaction }) => interaction);
  const checked = await checkInteractions({ tx, user, at }, interactions);
  const writable: Row[] = [];
  const refused: RefusedRow[] = [];
  rows.forEach((row, index) => {
    const { advisorId } = row.interaction;
    const found = checked[index]?.refusal ?? null;
    if (found !== null) {
      refused.push(refusal(row, 'code' in found ? found.code : 'internal'));
    } else if (advisorId !== null && !advisors.has(advisorId)) {
      refused.push(refusal(row, 'input-malformed', 'advisorId is nobody'));
    } else writable.push({ ...row, interaction: checked[index]?.row ?? row.interaction });
  });
  return { writable, refused };
};

const store = async (storing: Storing, rows: readonly Row[]): Promise<IntakeAnswer> => {
  const { tx, copy, at } = storing;
  const known = await knownInteractionIds(
    tx,
    rows.map(({ interaction }) => interaction.id),
  );
  const fresh = rows.filter(({ interaction }) => !known.has(interaction.id.toLowerCase()));
  const counted = { ...nothing, duplicates: rows.length - fresh.length };
  const [first] = fresh;
  if (first === undefined) return counted;
  const interactions = fresh.map(({ interaction }) => interaction);
  try {
    await guarded(tx, () => copyInteractions(copy, interactions, at));
    return { ...counted, taken: fresh.length };
  } catch (error) {
    if (!isPoison(error)) throw error;
  }
  if (fresh.length > 1) {
    const half = Math.ceil(fresh.length / 2);
    const former = await store(storing, fresh.slice(0, half));
    return joined(joined(counted, former), await store(storing, fresh.slice(half)));
  }
  if ((await knownInteractionIds(tx, [first.interaction.id])).size > 0) {
    return { ...counted, duplicates: counted.duplicates + 1 };
  }
  const refused = refusal(first, 'input-malformed', 'it holds a value that cannot be stored');
  return { ...counted, refused: [refused] };
};

/** Rows by id, each id once: two chunks with the same rows wait for one another in one order. */
const inOrder = (rows: readonly Row[]): readonly Row[] => {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const id = row.interaction.id.toLowerCase();
    if (!byId.has(id)) byId.set(id, row);
  }
  return [...byId].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};

/** @throws when the database is away: nothing of these rows took effect then. */
export const takeIn = (
  hub: HubDependencies,
  user: SignedIn,
  rows: readonly Row[],
  correlationId: string,
): Promise<IntakeAnswer> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    const at = toInstant(hub.clock.now());
    const { writable, refused } = await checkRows(tx, user, rows, at);
    const ordered = inOrder(writable);
    const stored = await store({ tx, copy, at }, ordered);
    const { taken } = stored;
    if (taken > 0) {
      const deed = { action: 'taken-in', entity: 'interaction', entityId: null, detail: { taken } };
      await recordAudit(tx, { ...deed, userId: user.id, correlationId });
    }
    const twice = { ...nothing, duplicates: writable.length - ordered.length };
    return joined({ ...nothing, refused: [...refused] }, joined(twice, stored));
  });
