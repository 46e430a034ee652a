/** An exchange of another system as one line tells it, with its time in its zone. */
import { isZone } from '../calendar/zoned-time.ts';
import { defaultZone, instantOfWhen } from '../time/when.ts';
import type { CellReader } from './cell-reader.ts';
import { readMoment, readTime } from './cells/read-date.ts';
import { readText } from './cells/read-name.ts';
import { readChannel, readDirection, readOutcome } from './cells/read-word.ts';
import type { ImportField } from './field.ts';
import type { InteractionLine } from './line.ts';
import { type Read, refused, took } from './problem.ts';

const aheadMs = 5 * 60_000;
const limited = (most: number) => (raw: string) => readText(raw, most);

const readZone = (raw: string): Read<string> => {
  const text = raw.trim() || defaultZone;
  return isZone(text) ? took(text) : refused('zone-unknown', { kind: 'clear' });
};

const instantOf = (
  cells: CellReader,
  field: ImportField,
  { zone, time: apart }: { readonly zone: string; readonly time: string | null },
): string | null => {
  const moment = cells.read(field, readMoment, null);
  if (moment === null) return null;
  const time = moment.time ?? apart ?? '00:00:00';
  const at = instantOfWhen(`${moment.day}T${time}${moment.offset}`, zone);
  if (at !== null && Date.parse(at) <= cells.reading.nowMs + aheadMs) return at;
  cells.refuse(field, 'date-future');
  return null;
};

/** Null where something of it is wrong or missing; the reader knows what. */
export const readInteraction = (cells: CellReader): InteractionLine | null => {
  const before = cells.problems.length;
  const zone = cells.read('zone', readZone, defaultZone);
  const time = cells.read('startedTime', readTime, null);
  const startedAt = instantOf(cells, 'startedAt', { zone, time });
  const endedAt = instantOf(cells, 'endedAt', { zone, time: null });
  const reference = cells.read('interactionReference', limited(100), '');
  const channel = cells.read('channel', readChannel, null);
  const direction = cells.read('direction', readDirection, null) ?? 'inbound';
  const outcome = cells.read('outcome', readOutcome, null);
  const title = cells.read('title', limited(200), '');
  const summary = cells.read('summary', limited(4000), '') || null;
  const customerWords = cells.read('customerWords', limited(4000), '') || null;
  const reasonCode = cells.read('reasonCode', limited(60), '') || null;
  if (cells.problems.length > before) return null;
  if (reference === '') cells.refuse('interactionReference', 'value-missing');
  if (startedAt === null) cells.refuse('startedAt', 'value-missing');
  if (channel === null) cells.refuse('channel', 'value-missing');
  if (startedAt !== null && endedAt !== null && endedAt < startedAt) {
    cells.refuse('endedAt', 'ends-before-it-begins', { kind: 'clear' });
  }
  if (cells.problems.length > before || startedAt === null || channel === null) return null;
  const said = { title, summary, customerWords, reasonCode };
  const ended = outcome ?? (channel === 'phone' ? 'answered' : 'done');
  return { reference, startedAt, endedAt, zone, channel, direction, outcome: ended, ...said };
};
