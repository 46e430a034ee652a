/** One line to one interaction, by the same contract as a desktop's; or why not. */
import type { RefusedRow } from '@shared/contracts/http/intake.ts';
import { isZone } from '@shared/domain/calendar/zoned-time.ts';
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

/** Clocks of two machines differ by this much without anybody noticing. */
const skewMs = 5 * 60_000;
const oldest = '2000-01-01T00:00:00.000Z';

/** As for events (TIME-4, TIME-5); a desktop's own clock is another matter. */
const wrongTime = ({ startedAt, endedAt, zone }: Interaction, nowMs: number): string | null => {
  const latest = new Date(nowMs + skewMs).toISOString();
  if (startedAt > latest) return 'startedAt: lies in the future';
  if (startedAt < oldest) return 'startedAt: lies before the year 2000';
  if (zone != null && !isZone(zone)) return 'zone: no zone of the IANA database';
  if (endedAt === null) return null;
  if (endedAt > latest) return 'endedAt: lies in the future';
  return endedAt < startedAt ? 'endedAt: lies before startedAt' : null;
};

/** Names the fields that are wrong, never their values. */
export const parseRow = ({ number, text }: Line, nowMs: number): Row | RefusedRow => {
  if (text === null) return malformed(number, null, 'not UTF-8');
  const value = parseJson(text);
  if (value === undefined) return malformed(number, null, 'not JSON');
  const parsed = interactionSchema.safeParse(value);
  if (parsed.success) {
    const wrong = wrongTime(parsed.data, nowMs);
    return wrong === null
      ? { line: number, interaction: parsed.data }
      : malformed(number, parsed.data.id, wrong);
  }
  const where = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.'));
  return malformed(number, readableId(value), `malformed: ${where.join(', ')}`);
};
