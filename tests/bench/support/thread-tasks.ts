/**
 * The tasks of a page's thread while something is done in it, as the browser's own trace tells them:
 * scripts, style, layout, paint and collected rubbish alike. Counted is the thread's own time, so that
 * what else runs on the machine does not count.
 */
import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  /** Absent where the system cannot say it: then the time on the wall stands for it. */
  tdur: z.number().optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

const categories = [
  'blink.user_timing',
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
];
const turnMark = 'turn of a bench';
const isTask = ({ name }: TraceEvent): boolean =>
  name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';

const traced = async (
  session: CDPSession,
  deed: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> => {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }) =>
    events.push(...value.map((one) => eventSchema.parse(one)));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await deed();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
};

/**
 * The longest task of each turn, in milliseconds. A turn begins where `deed` (a script of the page)
 * calls `turn()` and lasts until the next one, with whatever it left to be done after it.
 */
export const longestTasks = async (page: Page, deed: string): Promise<readonly number[]> => {
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, () =>
    page.evaluate(
      `(async () => { const turn = () => performance.mark('${turnMark}'); ${deed} })()`,
    ),
  );
  await session.detach();
  const marks = events.filter(({ name }) => name === turnMark).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (first === undefined) throw new Error('the trace knows of no turn');
  const tasks = events.filter(
    (one) => isTask(one) && one.pid === first.pid && one.tid === first.tid,
  );
  return marks.map(({ ts }, at) => {
    const until = marks[at + 1]?.ts ?? Number.POSITIVE_INFINITY;
    // The task that the mark itself was made in belongs to its turn.
    const own = tasks.filter((task) => task.ts + task.dur >= ts && task.ts + task.dur < until);
    return Math.max(0, ...own.map(({ dur, tdur }) => (tdur ?? dur) / 1_000));
  });
};
