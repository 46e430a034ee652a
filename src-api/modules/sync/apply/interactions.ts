/** Recording interactions (HUB rules) and adding a wrap-up to one. */

import type { CopyInto } from '@api/db/database.ts';
import { followCall } from '@api/modules/campaigns/follow-call.ts';
import { findCases } from '@api/modules/cases/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import { talkedAfterAll } from '@api/modules/dialler/talked-after-all.ts';
import { wrapUpPractice } from '@api/modules/interactions/practice-repository.ts';
import {
  addRevision,
  copyInteractions,
  insertInteraction,
  knownInteractionIds,
  lockInteraction,
  updateWrapUp,
} from '@api/modules/interactions/repository.ts';
import { findBrands } from '@api/modules/reference/repository.ts';
import type { WrapUp } from '@shared/contracts/sync/mutation.ts';
import type { Interaction, NoteLine } from '@shared/domain/interaction/interaction.ts';
import { withArticle } from './articles.ts';
import { messageRefused } from './messages.ts';
import { type Applied, type Applying, accepted, inScope, mayActFor, rejected } from './outcome.ts';

type Checked = { readonly row: Interaction; readonly refusal: Applied | null };

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** Which of the rows may be written, and why not the others. Two queries however many rows. */
export const checkInteractions = async (
  applying: Pick<Applying, 'tx' | 'user' | 'at'>,
  rows: readonly Interaction[],
): Promise<readonly Checked[]> => {
  const { tx, user } = applying;
  const customerIds = present(rows.map((row) => row.customerId));
  const caseIds = present(rows.map((row) => row.caseId));
  const customers = await visibleCustomerIds(tx, customerIds, user.brandIds);
  const found = caseIds.length === 0 ? [] : await findCases(tx, caseIds, user.brandIds);
  const cases = new Set(found.map((one) => one.id));
  const judged = rows.map((row): Checked => {
    if (!inScope(applying, row.brandId)) return { row, refusal: rejected('role-not-allowed') };
    if (!mayActFor(applying, row.advisorId)) return { row, refusal: rejected('role-not-allowed') };
    if (row.customerId !== null && !customers.has(row.customerId)) {
      return { row, refusal: rejected('customer-unknown') };
    }
    if (row.caseId !== null && !cases.has(row.caseId)) {
      return { row, refusal: rejected('case-unknown') };
    }
    return { row, refusal: null };
  });
  return Promise.all(
    judged.map(async (one) => {
      if (one.refusal !== null) return one;
      if (one.row.article != null) return withArticle(applying, one.row);
      return { row: one.row, refusal: await messageRefused(applying, one.row) };
    }),
  );
};

/** Appends an interaction that may be written; one that is there already stays as it is. */
export const recordInteraction = async (
  applying: Applying,
  interaction: Interaction,
): Promise<Applied> => {
  const [checked] = await checkInteractions(applying, [interaction]);
  const refusal = checked?.refusal ?? null;
  if (checked !== undefined && refusal === null) {
    await insertInteraction(applying.tx, checked.row, applying.at);
    await talkedAfterAll(applying.tx, checked.row, applying.user.id);
    await followCall(applying, checked.row);
  }
  return refusal ?? accepted;
};

/**
 * The same for many, by COPY.
 * @throws PostgreSQL's refusal, also when one is being recorded elsewhere at this moment.
 */
export const recordInteractions = async (
  applying: Applying,
  copy: CopyInto,
  rows: readonly Interaction[],
): Promise<readonly Applied[]> => {
  const { tx, at } = applying;
  const checked = await checkInteractions(applying, rows);
  const writable = checked.filter(({ refusal }) => refusal === null).map(({ row }) => row);
  const known = await knownInteractionIds(
    tx,
    writable.map(({ id }) => id),
  );
  const fresh = new Map<string, Interaction>();
  for (const row of writable) {
    const id = row.id.toLowerCase();
    if (!known.has(id) && !fresh.has(id)) fresh.set(id, row);
  }
  if (fresh.size > 0) await copyInteractions(copy, [...fresh.values()], at);
  for (const row of fresh.values()) await followCall(applying, row);
  for (const row of writable)
    if (known.has(row.id.toLowerCase()) && (await talkedAfterAll(tx, row, applying.user.id)))
      await followCall(applying, row);
  return checked.map(({ refusal }) => refusal ?? accepted);
};

/** Lines of both, each once, in the order they were written. */
const mergedNotes = (former: readonly NoteLine[], added: readonly NoteLine[]): NoteLine[] => {
  const seen = new Map([...former, ...added].map((line) => [`${line.at}\n${line.text}`, line]));
  return [...seen.values()].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};

const missing = async (applying: Applying, row: Interaction): Promise<Applied | null> => {
  if (row.outcome !== 'answered') return null;
  const [brand] = await findBrands(applying.tx, [row.brandId]);
  if (brand?.reasonRequired && row.reasonCode === null) return rejected('reason-missing');
  if (brand?.dispositionRequired && row.dispositionCode === null) {
    return rejected('disposition-missing');
  }
  return null;
};

/** Adds what was written after the call; what the row was before is kept as a revision. */
export const wrapUpInteraction = async (applying: Applying, wrapUp: WrapUp): Promise<Applied> => {
  const { tx, user, mutationId, at } = applying;
  const former = await lockInteraction(tx, wrapUp.interactionId, user.brandIds);
  if (former === null)
    return (await wrapUpPractice(tx, user, wrapUp)) ? accepted : rejected('interaction-unknown');
  const row: Interaction = {
    ...former,
    customerId: wrapUp.customerId ?? former.customerId,
    reasonCode: wrapUp.reasonCode ?? former.reasonCode,
    dispositionCode: wrapUp.dispositionCode ?? former.dispositionCode,
    notes: mergedNotes(former.notes, wrapUp.notes),
    caseId: wrapUp.caseId ?? former.caseId,
    speech: wrapUp.speech ?? former.speech,
    wrapUpEndedAt: wrapUp.wrapUpEndedAt,
  };
  const [checked] = await checkInteractions(applying, [row]);
  const refusal = checked?.refusal ?? (await missing(applying, row));
  if (refusal !== null) return refusal;
  await addRevision(tx, former, { userId: user.id, at, mutationId });
  await updateWrapUp(tx, row);
  await followCall(applying, row);
  return accepted;
};
