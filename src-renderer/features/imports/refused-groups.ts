/** Refused lines by what is wrong: the consent, the number, or something else. Pure. */
import type { ImportLines, ImportLineView, ImportView } from '@shared/contracts/http/imports.ts';
import { consentFields, type ImportField } from '@shared/domain/import/field.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';

export const groups = ['consent', 'phone', 'other'] as const;
export type Group = (typeof groups)[number];

const groupOfField = (field: ImportField | null): Group => {
  if (field !== null && consentFields.includes(field)) return 'consent';
  return field?.startsWith('phone') ? 'phone' : 'other';
};

export const groupOf = ({ problems }: ImportLineView): Group =>
  groupOfField(problems[0]?.field ?? null);

export const groupCounts = (
  { columns }: ImportView,
  { reasons }: ImportLines,
): Readonly<Record<Group, number>> => {
  const counts = { consent: 0, phone: 0, other: 0 };
  for (const { column, lines } of reasons) {
    const field = columns.find(({ header }) => header === column)?.field ?? null;
    counts[groupOfField(field)] += lines;
  }
  return counts;
};

/** How many lines the same remedy would help; one alone needs no button for all. */
export const alike = ({ reasons }: ImportLines, problem: LineProblem): number =>
  reasons.find(({ code, column }) => code === problem.code && column === problem.column)?.lines ??
  0;
