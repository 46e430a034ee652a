/** The lines that need somebody: corrected in place, left out, doubts settled; tried again at once. */

import type {
  ImportLineChange,
  ImportLines,
  ImportLineView,
  ImportView,
  importLinesQuerySchema,
  importRemedySchema,
} from '@shared/contracts/http/imports.ts';
import { consentFields } from '@shared/domain/import/field.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import * as lines from './lines-repository.ts';
import {
  findImport,
  type ImportRow,
  lockImport,
  updateImport,
  type WithCopy,
} from './repository.ts';
import { type Hub, viewAgain } from './service.ts';
import { tryLines } from './try-lines.ts';
import { lineViews } from './view.ts';

type Query = z.infer<typeof importLinesQuerySchema>;

export const listLines = async (
  hub: Hub,
  user: User,
  id: string,
  query: Query,
): Promise<Result<ImportLines>> => {
  const { db } = hub.database;
  const row = await findImport(db, id, user.brandIds);
  if (row === null) return fail('not-found');
  const found = await lines.findLines(db, id, query);
  const last = found.length < query.limit ? undefined : found.at(-1);
  return succeed({
    lines: await lineViews(db, row, found, toInstant(hub.clock.now())),
    next: last?.line ?? null,
    reasons: await lines.reasonsOf(db, id),
  });
};

/** Lines may be settled while nobody works on them: after a dry run, and again after a run. */
const isOpen = ({ state }: ImportRow): boolean => state === 'tried' || state === 'done';

const consentColumns = ({ mapping }: ImportRow): readonly string[] =>
  Object.entries(mapping).flatMap(([header, field]) =>
    field !== null && consentFields.includes(field) ? [header] : [],
  );

/** As wide as the headers: what stood beyond them is dropped. */
const withTexts = (
  row: ImportRow,
  { cells }: lines.LineRow,
  texts: Readonly<Record<string, string>>,
): string[] => row.headers.map((header, at) => texts[header]?.trim() ?? cells[at] ?? '');

const emptied = (headers: readonly string[]): Record<string, string> =>
  Object.fromEntries(headers.map((header) => [header, '']));

const leaveOut = (on: WithCopy, row: ImportRow, line: lines.LineRow): Promise<void> =>
  lines.putOutcomes(on.tx, row.id, [
    {
      line: line.line,
      status: 'skipped',
      problems: [],
      matchId: null,
      matchLine: null,
      reasons: null,
      unproved: false,
    },
  ]);

const countAgain = async ({ tx }: WithCopy, row: ImportRow): Promise<void> => {
  await updateImport(tx, row.id, { counts: JSON.stringify(await lines.countLines(tx, row.id)) });
};

const tryAgain = async (hub: Hub, on: WithCopy, row: ImportRow, numbers: readonly number[]) => {
  const again = await lines.linesAt(on.tx, row.id, numbers);
  await tryLines(hub, on, row, again);
};

/** One line, corrected, settled or left out. */
export const changeLine = (
  hub: Hub,
  user: User,
  { id, line: number }: { readonly id: string; readonly line: number },
  change: ImportLineChange,
): Promise<Result<ImportLineView>> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    const on = { tx, copy };
    const row = await lockImport(tx, id, user.brandIds);
    const [line] = row === null ? [] : await lines.linesAt(tx, id, [number]);
    if (row === null || line === undefined) return fail('not-found');
    if (!isOpen(row)) return fail('import-not-in-state', `it is ${row.state}`);
    const unknown = Object.keys(change.cells ?? {}).find((header) => !row.headers.includes(header));
    if (unknown !== undefined) return fail('input-malformed', `cells: no column "${unknown}"`);
    if (change.leaveOut === 'line') await leaveOut(on, row, line);
    else {
      const consent = change.leaveOut === 'consent' ? emptied(consentColumns(row)) : {};
      await lines.putCells(tx, id, number, withTexts(row, line, { ...consent, ...change.cells }));
      if (change.decision !== undefined) {
        await lines.putDecision(tx, id, number, change.decision);
      }
      await tryAgain(hub, on, row, [number]);
    }
    await countAgain(on, row);
    const [view] = await lineViews(
      tx,
      row,
      await lines.linesAt(tx, id, [number]),
      toInstant(hub.clock.now()),
    );
    return view === undefined ? fail('not-found') : succeed(view);
  });

type Remedy = z.infer<typeof importRemedySchema>;

/** What the remedy makes of one line; null where it has none of the kind. */
const textsAfter = (
  row: ImportRow,
  line: lines.LineRow,
  { code, column, remedy }: Remedy,
): Readonly<Record<string, string>> | null => {
  if (remedy === 'without-consent') return emptied(consentColumns(row));
  if (remedy === 'clear') return column === null ? {} : { [column]: '' };
  const problem = line.problems.find((one) => one.code === code && one.column === column);
  if (problem?.remedy.kind !== 'replace' || column === null) return null;
  return { [column]: problem.remedy.value };
};

const atOnce = 200;

/** @returns the last line that was looked at; null when there are no more. */
const remedySome = (
  hub: Hub,
  user: User,
  { id, after }: { readonly id: string; readonly after: number },
  asked: Remedy,
): Promise<Result<number | null>> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    const on = { tx, copy };
    const row = await lockImport(tx, id, user.brandIds);
    if (row === null) return fail('not-found');
    if (!isOpen(row)) return fail('import-not-in-state', `it is ${row.state}`);
    const found = await lines.linesRefusedFor(tx, id, asked, { after, limit: atOnce });
    const changed: number[] = [];
    for (const line of found) {
      if (asked.remedy === 'skip') {
        await leaveOut(on, row, line);
        continue;
      }
      const texts = textsAfter(row, line, asked);
      if (texts === null) continue;
      await lines.putCells(tx, id, line.line, withTexts(row, line, texts));
      changed.push(line.line);
    }
    await tryAgain(hub, on, row, changed);
    if (found.length < atOnce) await countAgain(on, row);
    return succeed(found.length < atOnce ? null : (found.at(-1)?.line ?? null));
  });

/** The same remedy for all lines of one reason, some at a time. */
export const remedyAll = async (
  hub: Hub,
  user: User,
  id: string,
  asked: Remedy,
): Promise<Result<ImportView>> => {
  let after: number | null = 0;
  while (after !== null) {
    const some: Result<number | null> = await remedySome(hub, user, { id, after }, asked);
    if (!some.ok) return some;
    after = some.value;
  }
  return viewAgain(hub, user, id);
};
