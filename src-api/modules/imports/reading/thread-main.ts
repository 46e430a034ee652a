/** The reading thread itself: sends a part, waits until it is taken, sends the next. */
import { once } from 'node:events';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.ts';
import { Unreadable } from './table.ts';
import { type FromThread, type ReadingTask, readingTask } from './thread.ts';

const isReading = (data: unknown): data is ReadingTask =>
  typeof data === 'object' && data !== null && 'task' in data && data.task === readingTask;

const work = async ({ bytes, sheet }: ReadingTask): Promise<void> => {
  const port = parentPort;
  if (port === null) return;
  const send = async (said: FromThread): Promise<void> => {
    const taken = once(port, 'message');
    port.postMessage(said);
    await taken;
  };
  try {
    const { shape, headers, parts } = await readFile(Buffer.from(bytes), sheet);
    await send({ is: 'shape', shape, headers });
    for await (const lines of parts) await send({ is: 'part', lines });
    port.postMessage({ is: 'end' } satisfies FromThread);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    port.postMessage({ is: 'unreadable', code: error.code } satisfies FromThread);
  }
};

// A failure that nobody expected ends the thread, and the hub hears of it.
if (!isMainThread && isReading(workerData)) void work(workerData);
