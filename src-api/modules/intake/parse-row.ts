/** One line to one interaction, by the same contract as a desktop's; or why not. */
import type { RefusedRow } from '@shared/contracts/http/intake.ts';
import { type Interaction, interactionSchema } from '@shared/domain/interaction/interaction.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import type { Line } from './lines.ts';

export type Row = { readonly line: number; readonly interaction: Interaction };

const readableId = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return idSchema.safeParse(id).data ?? null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const malformed = (line: number, id: string | null, detail: string): RefusedRow => ({
  line,
  id,
  code: 'input-malformed',
  detail: detail.slice(0, 500),
});

/** Names the fields that are wrong, never their values. */
export const parseRow = ({ number, text }: Line): Row | RefusedRow => {
  if (text === null) return malformed(number, null, 'not UTF-8');
  const value = parseJson(text);
  if (value === undefined) return malformed(number, null, 'not JSON');
  const parsed = interactionSchema.safeParse(value);
  if (parsed.success) return { line: number, interaction: parsed.data };
  const where = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.'));
  return malformed(number, readableId(value), `malformed: ${where.join(', ')}`);
};
