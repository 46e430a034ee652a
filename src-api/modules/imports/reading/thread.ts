/**
 * Reads files in a thread of its own, so that nobody who asks the hub waits while a large one is
 * parsed. The thread is this program once more (`server.ts` sees that it is none of the main thread);
 * run from its sources, it is `thread-main.ts`.
 */
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileShape, UnreadableCode } from '@shared/domain/import/progress.ts';
import { type RawLine, Unreadable } from './table.ts';

export const readingTask = 'read-import';
export type ReadingTask = {
  readonly task: typeof readingTask;
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
};

export type FromThread =
  | { readonly is: 'shape'; readonly shape: FileShape; readonly headers: readonly string[] }
  | { readonly is: 'part'; readonly lines: readonly RawLine[] }
  | { readonly is: 'end' }
  | { readonly is: 'unreadable'; readonly code: UnreadableCode };

/** A table of the most lines fits; what runs beyond ends the thread and not the hub. */
const resourceLimits = { maxOldGenerationSizeMb: 1_536 };

const begin = (task: ReadingTask): Worker => {
  const options = { workerData: task, resourceLimits, stdout: true, stderr: true };
  if (basename(__filename) !== 'thread.ts') return new Worker(__filename, options);
  const main = join(__dirname, 'thread-main.ts');
  return new Worker(`require('tsx/cjs'); require(${JSON.stringify(main)});`, {
    ...options,
    eval: true,
  });
};

type Taker = {
  readonly onShape: (shape: FileShape, headers: readonly string[]) => Promise<void>;
  readonly onPart: (lines: readonly RawLine[]) => Promise<void>;
};

/** Hands over part after part, each once the one before is taken. @throws Unreadable, or what the taker throws. */
export const readInThread = async (
  bytes: Uint8Array,
  sheet: string | null,
  { onShape, onPart }: Taker,
): Promise<void> => {
  const worker = begin({ task: readingTask, bytes, sheet });
  try {
    await new Promise<void>((resolve, reject) => {
      const take = async (said: FromThread): Promise<void> => {
        if (said.is === 'end') return resolve();
        if (said.is === 'unreadable') throw new Unreadable(said.code);
        if (said.is === 'shape') await onShape(said.shape, said.headers);
        else await onPart(said.lines);
        worker.postMessage('next');
      };
      worker.on('message', (said: FromThread) => {
        take(said).catch(reject);
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('file-swells') : error),
      );
      worker.on('exit', () => reject(new Error('the reading thread ended')));
    });
  } finally {
    await worker.terminate();
  }
};
