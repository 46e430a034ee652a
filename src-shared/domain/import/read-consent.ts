/**
 * A consent as one line tells it. It needs its day, its channel, what it is for and what proves it
 * (C. conso. L223-1); for the telephone it lasts a year at most, and is worth nothing after.
 */
import { instantOfWall } from '../calendar/zoned-time.ts';
import { defaultZone, instantOfWhen } from '../time/when.ts';
import type { CellReader } from './cell-reader.ts';
import { readDay, readMoment } from './cells/read-date.ts';
import { readText } from './cells/read-name.ts';
import { readChannel, readConsentStatus } from './cells/read-word.ts';
import { consentFields, type ImportField } from './field.ts';
import type { ConsentLine } from './line.ts';

const dayMs = 86_400_000;
const without = { kind: 'without-consent' } as const;

const oneYearAfter = (instant: string): string => {
  const at = new Date(instant);
  at.setUTCFullYear(at.getUTCFullYear() + 1);
  return at.toISOString();
};

const limited = (most: number) => (raw: string) => readText(raw, most);

/** Proof and wording, as one text. */
const proofOf = (cells: CellReader): string => {
  const parts = [
    cells.read('consentProof', limited(200), ''),
    cells.read('consentText', limited(480), ''),
  ];
  return parts
    .filter((part) => part !== '')
    .join(' : ')
    .slice(0, 500);
};

/** A file has few days and many lines; the clocks of a zone are slow to ask. */
const known = new Map<string, string | null>();
const mostKnown = 5_000;
const instantOnce = (text: string): string | null => {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const instant = instantOfWhen(text, defaultZone);
  known.set(text, instant);
  return instant;
};

const givenAtOf = (cells: CellReader): string | null => {
  const moment = cells.read('consentDate', readMoment, null);
  if (moment === null) return null;
  const { day, time, offset } = moment;
  const at = instantOnce(`${day}T${time ?? '00:00:00'}${offset}`);
  if (at === null || Date.parse(at) > cells.reading.nowMs + dayMs) {
    cells.refuse('consentDate', 'date-future');
    return null;
  }
  return at;
};

/** Until the end of that day. */
const untilOf = (cells: CellReader): string | null => {
  const day = cells.read('consentUntil', readDay, null);
  if (day === null) return null;
  return new Date(instantOfWall(Date.parse(day) + dayMs, defaultZone)).toISOString();
};

/** What no column and no constant can say: the file knows nothing of it on any line. */
const isUnknown = (cells: CellReader, fields: readonly ImportField[]): boolean =>
  fields.every((field) => !cells.isMapped(field) && cells.text(field) === '');

export type ConsentRead = { readonly consent: ConsentLine | null; readonly unproved: boolean };
const nothing: ConsentRead = { consent: null, unproved: false };

/** Whether any cell of the line speaks of a consent. */
export const speaksOfConsent = (cells: CellReader): boolean =>
  consentFields.some((field) => cells.cell(field) !== '');

/** `leaving`: a consent that nothing in the whole file proves is left out instead of refused. */
export const readConsent = (cells: CellReader, unproved: 'left-out' | 'refused'): ConsentRead => {
  const before = cells.problems.length;
  const status = cells.read('consentStatus', readConsentStatus, null) ?? 'given';
  const isOpposed = status === 'opposed';
  if (cells.text('consentDate') === '') {
    cells.refuse('consentDate', 'consent-without-date', without);
    return nothing;
  }
  const givenAt = givenAtOf(cells);
  const channel = cells.read('consentChannel', readChannel, null);
  const purpose = cells.read('consentPurpose', limited(200), '');
  const proof = proofOf(cells);
  const stated = untilOf(cells);
  if (cells.problems.length > before || givenAt === null) return nothing;
  const lacking: [boolean, readonly ImportField[], Parameters<CellReader['refuse']>[1]][] = [
    [channel === null, ['consentChannel'], 'consent-without-channel'],
    [purpose === '' && !isOpposed, ['consentPurpose'], 'consent-without-purpose'],
    [proof === '' && !isOpposed, ['consentProof', 'consentText'], 'consent-without-proof'],
  ];
  for (const [lacks, fields, code] of lacking) {
    if (!lacks) continue;
    if (unproved === 'left-out' && isUnknown(cells, fields))
      return { consent: null, unproved: true };
    cells.refuse(fields.find((field) => cells.isMapped(field)) ?? null, code, without);
  }
  if (channel === null || cells.problems.length > before) return nothing;
  const legal = channel === 'phone' && !isOpposed ? oneYearAfter(givenAt) : null;
  const until = stated !== null && (legal === null || stated < legal) ? stated : legal;
  if (!isOpposed && until !== null && Date.parse(until) < cells.reading.nowMs) {
    cells.refuse('consentDate', 'consent-expired', without);
    return nothing;
  }
  return {
    consent: { channel, status, purpose, givenAt, until: isOpposed ? null : until, proof },
    unproved: false,
  };
};
