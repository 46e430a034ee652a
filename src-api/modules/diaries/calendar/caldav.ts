/** A calendar on a CalDAV server (RFC 4791): its events read, our appointments put there and taken away. */
import { deleteCalendarObject, fetchCalendarObjects, updateCalendarObject } from 'tsdav';
import { type Account, type AskCalendar, basicOf } from './ask-calendar.ts';
import type { Fetched } from './fetch-calendar.ts';

export type CalDav = { readonly address: string; readonly as: Account };
type Period = { readonly fromMs: number; readonly toMs: number };

class Problem extends Error {}

const noBody: readonly number[] = [204, 304];

const problemOf = (status: number): string =>
  status === 401 || status === 403
    ? `the calendar refused the name or the password (${status})`
    : `the calendar answered ${status}`;

/** The library asks by our own guarded requests; what is no success is a problem at once. */
const fetcher =
  (ask: AskCalendar, also: readonly number[] = []): typeof fetch =>
  async (input, init) => {
    const asked = await ask({
      method: init?.method ?? 'GET',
      address: String(input),
      headers: Object.fromEntries(new Headers(init?.headers).entries()),
      body: init?.body === undefined || init.body === null ? undefined : String(init.body),
    });
    if ('problem' in asked) throw new Problem(asked.problem);
    const { status, headers, text } = asked;
    if (status >= 300 && !also.includes(status)) throw new Problem(problemOf(status));
    return new Response(noBody.includes(status) ? null : text, { status, headers });
  };

const told = async <T extends object>(work: () => Promise<T>): Promise<T | { problem: string }> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    return { problem: 'the calendar’s answer cannot be read' };
  }
};

const instant = (ms: number): string => new Date(ms).toISOString();

/** What stands there within a period, each event as a calendar of its own. */
export const readCalDav = (
  ask: AskCalendar,
  { address, as }: CalDav,
  { fromMs, toMs }: Period,
): Promise<Fetched> =>
  told(async () => {
    const objects = await fetchCalendarObjects({
      calendar: { url: address },
      timeRange: { start: instant(fromMs), end: instant(toMs) },
      urlFilter: (url) => !url.endsWith('/'),
      headers: basicOf(as),
      fetch: fetcher(ask),
    });
    return { texts: objects.flatMap(({ data }) => (typeof data === 'string' ? [data] : [])) };
  });

const objectOf = ({ address }: CalDav, uid: string): string =>
  `${address.replace(/\/+$/, '')}/${encodeURIComponent(uid)}.ics`;

/** Puts one event there, or another state of it. @returns null, or why not. */
export const putThere = async (
  ask: AskCalendar,
  calendar: CalDav,
  { uid, text }: { readonly uid: string; readonly text: string },
): Promise<string | null> => {
  const done = await told(() =>
    updateCalendarObject({
      calendarObject: { url: objectOf(calendar, uid), data: text },
      headers: basicOf(calendar.as),
      fetch: fetcher(ask),
    }),
  );
  return 'problem' in done ? done.problem : null;
};

/** Takes it away; one that is not there is no problem. */
export const takeAway = async (
  ask: AskCalendar,
  calendar: CalDav,
  uid: string,
): Promise<string | null> => {
  const done = await told(() =>
    deleteCalendarObject({
      calendarObject: { url: objectOf(calendar, uid) },
      headers: basicOf(calendar.as),
      fetch: fetcher(ask, [404, 410]),
    }),
  );
  return 'problem' in done ? done.problem : null;
};
