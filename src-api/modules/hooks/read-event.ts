/** The bytes of a request to an event with instants and E.164 numbers; or what is wrong, field by field. */
import { isUtf8 } from 'node:buffer';
import {
  type HookEvent,
  type HookEventOf,
  hookEventSchema,
  type QuarantineReason,
} from '@shared/contracts/hooks/event.ts';
import type { EventIssue } from '@shared/contracts/http/sources.ts';
import { maskCards, maskSteps } from '@shared/domain/ivr/ivr.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { endOfWhen, instantOfWhen } from '@shared/domain/time/when.ts';

export type Wrong = { readonly reason: QuarantineReason; readonly issues: readonly EventIssue[] };
/** `at` is the event's timestamp as an instant; the times and numbers within are normal too. */
export type ReadEvent = { readonly event: HookEvent; readonly at: string };

/** Clocks of two machines differ by this much without anybody noticing. */
const skewMs = 5 * 60_000;
const oldest = '2000-01-01T00:00:00.000Z';
const maxIssues = 50;

export const isWrong = (one: object): one is Wrong => 'issues' in one;
export const wrong = (reason: QuarantineReason, path = '', message = ''): Wrong => ({
  reason,
  issues: path === '' ? [] : [{ path, message }],
});

/** A mark before the text is looked over (RFC 8259, 8.1). */
const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\ufeff/, '');

const parseJson = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
};

/** Why bytes are no JSON, and where if Node says so; never with what stands there. */
const whyNotJson = (bytes: Buffer): string => {
  if (bytes.length === 0) return 'the body is empty';
  if (!isUtf8(bytes)) return 'the body is not in UTF-8';
  try {
    JSON.parse(textOf(bytes));
    return '';
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (/end of JSON|unterminated/i.test(said)) return 'the body ends in the middle of its JSON';
    const place = /at position (\d+)/.exec(said)?.[1];
    return `the body is no JSON${place === undefined ? '' : `, from character ${place} on`}`;
  }
};

const isStep = (one: unknown): one is { kind: string; prompt: string | null; value: string } =>
  typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string';

/** Card numbers and security codes among steps that may be anything. */
const maskedSteps = (given: unknown): unknown => {
  if (!Array.isArray(given) || !given.every(isStep)) return given;
  return maskSteps(given.map((one) => ({ ...one, kind: one.kind ?? 'digits' })));
};

/** The bytes as they are kept: what callers typed into a voice server may be a card (IVR-5). */
export const keptBytes = (bytes: Buffer): Buffer => {
  const value = parseJson(bytes) as
    | { type?: unknown; data?: { steps?: unknown } }
    | null
    | undefined;
  if (value?.type !== 'ivr.input') return bytes;
  if (value.data) value.data = { ...value.data, steps: maskedSteps(value.data.steps) };
  const masked = JSON.stringify(value, function (this: unknown, key, one: unknown) {
    return typeof one === 'string' && (key === 'value' || key === 'label') ? maskCards(one) : one;
  });
  return Buffer.from(masked);
};

/** What can be read of an event that is wrong, so that the right people find it. */
export const outlineOf = (bytes: Buffer): { type: string | null; brandId: string | null } => {
  const value = parseJson(bytes) as { type?: unknown; data?: { brandId?: unknown } } | null;
  const text = (given: unknown) => (typeof given === 'string' ? given.slice(0, 60) : null);
  return { type: text(value?.type), brandId: text(value?.data?.brandId) };
};

const normalCaller = (event: HookEventOf<'ivr.input'>): HookEvent | Wrong => {
  const { number } = event.data;
  if (number === undefined) return event;
  const { e164, kind } = parseNumber(number);
  // A caller who withholds her number is still the caller of this call.
  if (kind === 'hidden' && event.data.callUid !== undefined) {
    const { number: _withheld, ...data } = event.data;
    return { ...event, data };
  }
  if (e164 === null) return wrong('malformed', 'data.number', 'no telephone number');
  return { ...event, data: { ...event.data, number: e164 } };
};

const normalNumbers = (event: HookEvent): HookEvent | Wrong => {
  if (event.type === 'ivr.input') return normalCaller(event);
  if (!('customer' in event.data) || event.data.customer === undefined) return event;
  const { customer } = event.data;
  const read = customer.phones.map((phone) => parseNumber(phone).e164);
  const bad = read.flatMap((e164, index) =>
    e164 === null
      ? [{ path: `data.customer.phones.${index}`, message: 'no telephone number' }]
      : [],
  );
  if (bad.length > 0) return { reason: 'malformed', issues: bad };
  const phones = [...new Set(read.flatMap((e164) => e164 ?? []))];
  const emails = [...new Set(customer.emails.map((email) => email.toLowerCase()))];
  const data = { ...event.data, customer: { ...customer, phones, emails } };
  return { ...event, data } as HookEvent;
};

/** The times within an event that lie in the past of its sender. */
const pastTimes = ['endedAt'] as const;

const normalTimes = (event: HookEvent, at: string, nowMs: number): HookEvent | Wrong => {
  const instant = (text: string) => instantOfWhen(text, event.zone) ?? at;
  const latest = new Date(nowMs + skewMs).toISOString();
  const checked = (path: string, text: string): string | Wrong => {
    const found = instant(text);
    if (found > latest) return wrong('time-ahead', path, 'lies in the future');
    return found < oldest ? wrong('time-too-old', path, 'lies before the year 2000') : found;
  };
  const within = (prefix: string, given: object, fields: readonly string[]): object | Wrong => {
    const next: Record<string, unknown> = { ...given };
    for (const field of fields) {
      const text = next[field];
      if (typeof text !== 'string') continue;
      const found = checked(`${prefix}.${field}`, text);
      if (typeof found !== 'string') return found;
      next[field] = found;
    }
    return next;
  };
  const own = checked('timestamp', event.timestamp);
  if (typeof own !== 'string') return own;
  const data = within('data', event.data, pastTimes);
  if (isWrong(data)) return data;
  const planned = 'dueAt' in event.data ? { dueAt: instant(event.data.dueAt) } : {};
  const change =
    'change' in event.data
      ? within('data.change', event.data.change, ['startedAt', ...pastTimes])
      : null;
  if (change !== null && isWrong(change)) return change;
  const ended = 'endedAt' in data ? data.endedAt : undefined;
  const said = 'endedAt' in event.data ? event.data.endedAt : undefined;
  const endedAt = said === undefined ? ended : endOfWhen(said, event.zone, at);
  if (typeof endedAt === 'string' && endedAt < at) {
    return wrong('ends-before-start', 'data.endedAt', 'lies before the timestamp');
  }
  return {
    ...event,
    data: {
      ...data,
      ...(endedAt === undefined ? {} : { endedAt }),
      ...planned,
      ...(change === null ? {} : { change }),
    },
  } as HookEvent;
};

export const readEvent = (
  bytes: Buffer,
  source: { readonly brandIds: readonly string[] },
  nowMs: number,
): ReadEvent | Wrong => {
  const value = parseJson(bytes);
  if (value === undefined) return wrong('not-json', 'body', whyNotJson(bytes));
  const parsed = hookEventSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, maxIssues).map(({ path, message }) => ({
      path: path.join('.').slice(0, 200),
      message: message.slice(0, 300),
    }));
    return { reason: 'malformed', issues };
  }
  const event = parsed.data;
  if (!source.brandIds.includes(event.data.brandId)) {
    return wrong('brand-foreign', 'data.brandId', 'is no brand of this source');
  }
  const at = instantOfWhen(event.timestamp, event.zone) ?? event.timestamp;
  const timed = normalTimes(event, at, nowMs);
  if (isWrong(timed)) return timed;
  const read = normalNumbers(timed);
  return isWrong(read) ? read : { event: read, at };
};
