import { everything, timelineRows } from '@renderer/features/timeline/timeline-rows.ts';
import { breakPointsOf } from '@shared/domain/thread/break-point.ts';
import { type Exchange, threadsOf } from '@shared/domain/thread/threads-of.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { interaction } from '../../component/support/helene.ts';

const id = (number: number) => `0191c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
const hours = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 3_600_000).toISOString();
const exchange = (number: number, hour: number, own: Partial<Exchange> = {}): Exchange => ({
  id: id(number),
  channel: 'phone',
  direction: 'inbound',
  startedAt: hours(hour),
  endedAt: null,
  outcome: 'done',
  brandId: 'kerdoual',
  threadId: null,
  caseId: null,
  reasonCode: null,
  title: '',
  ...own,
});
const openCase = (number: number, own: object = {}) => ({
  id: id(900 + number),
  brandId: 'kerdoual',
  reference: `R-2081${number}`,
  status: 'open' as const,
  openedAt: hours(0),
  updatedAt: hours(0),
  ...own,
});
/** The numbers of the exchanges, thread by thread; those alone are left out. */
const grouped = (rows: readonly Exchange[], cases: Parameters<typeof threadsOf>[1] = []) => {
  const threads = threadsOf(rows, cases);
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const thread = threads.get(row.id);
    if (thread == null) continue;
    groups.set(thread, [...(groups.get(thread) ?? []), Number(row.id.slice(-12))]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b)).sort();
};
const mail = (number: number, hour: number, own: Partial<Exchange> = {}) =>
  exchange(number, hour, { channel: 'email', ...own });

it('[THREAD-1] an answer belongs to its question, a conversation together, whoever writes', () => {
  const question = mail(1, 0, { own: 'gate m1' });
  const answer = mail(2, 30, { own: 'gate m2', repliesTo: 'gate m1', direction: 'outbound' });
  const again = mail(3, 400, { own: 'gate m3', repliesTo: 'gate m2' });
  expect(grouped([question, answer, again, mail(4, 31)])).toEqual([[1, 2, 3]]);
  // The question is not known (yet): those who answer it still belong together.
  expect(grouped([answer, mail(5, 40, { repliesTo: 'gate m1' })])).toEqual([[2, 5]]);
  const talk = { conversation: 'gate c' };
  expect(
    grouped([mail(1, 0, talk), mail(2, 900, talk), mail(3, 1, { conversation: 'gate d' })]),
  ).toEqual([[1, 2]]);
});

it('[THREAD-2] a case holds its exchanges, filed under it or named by its reference', () => {
  const cases = [openCase(1), openCase(17, { reference: 'R-20817' })];
  const filed = exchange(1, 0, { caseId: id(901) });
  const named = mail(2, 900, { title: 'Re: [r-20811] canapé' });
  expect(grouped([filed, named], cases)).toEqual([[1, 2]]);
  expect(grouped([filed, mail(3, 900, { title: 'R-208117 canapé' })], cases)).toEqual([]);
  const elsewhere = mail(4, 900, { title: 'R-20811', brandId: 'solvenne' });
  expect(grouped([filed, elsewhere], cases)).toEqual([]);
});

it('[THREAD-3] the same reason within seven days goes on; later, elsewhere or otherwise it does not', () => {
  const about = { reasonCode: 'livraison' };
  const call = exchange(1, 0, about);
  expect(grouped([call, mail(2, 167, about)])).toEqual([[1, 2]]);
  expect(grouped([call, mail(2, 169, about)])).toEqual([]);
  expect(grouped([call, mail(2, 100, about), mail(3, 260, about)])).toEqual([[1, 2, 3]]);
  expect(grouped([call, mail(2, 1, { reasonCode: 'retour' })])).toEqual([]);
  expect(grouped([call, mail(2, 1, { ...about, brandId: 'solvenne' })])).toEqual([]);
});

it('[THREAD-3] one without a reason belongs to the only open case, while that is lively', () => {
  const filed = exchange(1, 1, { caseId: id(901) });
  expect(grouped([filed, mail(2, 100)], [openCase(1)])).toEqual([[1, 2]]);
  expect(grouped([filed, mail(2, 200)], [openCase(1)])).toEqual([]);
  expect(grouped([filed, mail(2, 100)], [openCase(1), openCase(2)])).toEqual([]);
  const closed = openCase(1, { status: 'closed', updatedAt: hours(50) });
  expect(grouped([filed, mail(2, 40)], [closed])).toEqual([[1, 2]]);
  expect(grouped([filed, mail(2, 60)], [closed])).toEqual([]);
});

it('[THREAD-7] what she writes within a day of a talk, and says no more, belongs to it', () => {
  const call = exchange(1, 0, { reasonCode: 'livraison', endedAt: hours(1) });
  expect(grouped([call, mail(2, 25), mail(3, 26)])).toEqual([[1, 2]]);
  expect(grouped([call, mail(2, 5), mail(3, 6, { channel: 'form' })])).toEqual([[1, 2, 3]]);
  expect(grouped([call, exchange(2, 5), mail(3, 6)])).toEqual([[2, 3]]);
  for (const other of [
    { reasonCode: 'retour' },
    { caseId: id(901) },
    { brandId: 'solvenne' },
    { direction: 'outbound' as const },
    { channel: 'web' as const },
    { conversation: 'gate c' },
    { repliesTo: 'gate m0' },
  ]) {
    expect([other, grouped([call, mail(2, 5, other)])]).toEqual([other, []]);
  }
  expect(grouped([{ ...call, outcome: 'abandoned' }, exchange(2, 30), mail(3, 29)])).toEqual([]);
  // The open case is nearer than the talk that came last.
  const filed = exchange(4, -20, { caseId: id(901), channel: 'email' });
  expect(grouped([filed, call, mail(2, 5)], [openCase(1, { openedAt: hours(-20) })])).toEqual([
    [2, 4],
  ]);
});

it('[THREAD-4] what broke off on the web and went on by telephone is one, with its break point', () => {
  const web = exchange(1, 0, { channel: 'web', outcome: 'unanswered', endedAt: hours(1) });
  const call = exchange(2, 3);
  expect(grouped([web, call])).toEqual([[1, 2]]);
  expect(grouped([web, exchange(2, 26)])).toEqual([]);
  expect(grouped([{ ...web, outcome: 'done' }, call])).toEqual([]);
  expect(breakPointsOf([call, web])).toMatchObject([
    { from: 'web', to: 'phone', afterMs: 2 * 3_600_000, fromId: id(1), toId: id(2) },
  ]);
});

it('[THREAD-5] a named thread is kept and names the others; one made here is made anew', () => {
  const given = '0191c0de-0000-7000-8000-0000000000aa';
  const about = { reasonCode: 'livraison' };
  const rows = [exchange(1, 0, { ...about, threadId: given }), mail(2, 5, about)];
  expect([...threadsOf(rows, []).values()]).toEqual([given, given]);
  const own = [exchange(1, 0, { threadId: id(2) }), mail(2, 25, { threadId: id(2) })];
  expect([...threadsOf(own, []).values()]).toEqual([null, null]);
});

const some = fc.record({
  hour: fc.integer({ min: 0, max: 400 }),
  channel: fc.constantFrom('phone' as const, 'email' as const, 'web' as const),
  outcome: fc.constantFrom('done' as const, 'unanswered' as const),
  direction: fc.constantFrom('inbound' as const, 'outbound' as const),
  reasonCode: fc.constantFrom(null, 'livraison', 'retour'),
  caseId: fc.constantFrom(null, id(901)),
  repliesTo: fc.constantFrom(null, 'm0', 'm1', 'm2'),
});

it('[THREAD-5] in whatever order they became known, step by step or at once, threads are the same', () => {
  const rows = fc
    .array(some, { maxLength: 9 })
    .map((all) =>
      all.map(({ hour, ...own }, at) => exchange(at + 1, hour, { ...own, own: `m${at}` })),
    );
  const orders = rows.chain((all) =>
    fc.record({
      all: fc.constant(all),
      other: fc.shuffledSubarray(all, { minLength: all.length }),
    }),
  );
  fc.assert(
    fc.property(orders, ({ all, other }) => {
      const cases = [openCase(1)];
      let known: Exchange[] = [];
      for (const row of other) {
        known.push(row);
        const threads = threadsOf(known, cases);
        known = known.map((one) => ({ ...one, threadId: threads.get(one.id) ?? null }));
      }
      const stepwise = new Map(known.map((one) => [one.id, one.threadId]));
      const atOnce = threadsOf(all, cases);
      for (const { id: one } of all) expect(stepwise.get(one)).toBe(atOnce.get(one));
    }),
    { seed: 20_817 },
  );
});

it('[THREAD-6] the desktop’s thread finds the other half by the same rule before the hub has', () => {
  const call = interaction({ channel: 'phone', startedAt: hours(0), reasonCode: 'livraison' });
  const answer = interaction({
    channel: 'email',
    direction: 'outbound',
    startedAt: hours(2),
    reasonCode: 'livraison',
  });
  const rows = timelineRows([call, answer], everything, Date.parse(hours(3)), null);
  const halves = rows.flatMap((row) => (row.type === 'entry' ? [row.other?.afterMs] : []));
  expect(halves).toEqual([2 * 3_600_000, 2 * 3_600_000]);
});
