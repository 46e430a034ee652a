/**
 * The worker: the cache's writer and its search, beside the engine's own thread; or one that reads the
 * pages of a load, beside the writer.
 */
import { Cipher } from '../cipher.ts';
import { preparePage } from '../prepare-page.ts';
import { SealingWriter } from '../writer.ts';
import type { FromWorker, ToWorker } from './messages.ts';

let writer: Promise<SealingWriter> | null = null;
let reader: Promise<Cipher> | null = null;

const notOpen = (): Promise<never> => Promise.reject(new Error('not open'));
const opened = (): Promise<SealingWriter> => writer ?? notOpen();

const serve = async (asked: ToWorker): Promise<unknown> => {
  switch (asked.name) {
    case 'open':
      writer = SealingWriter.open(...asked.args);
      await writer;
      return null;
    case 'put':
      return (await opened()).put(...asked.args);
    case 'openReader':
      reader = Cipher.open(...asked.args);
      await reader;
      return null;
    case 'prepare':
      return preparePage(asked.args[0], await (reader ?? notOpen()));
    case 'load':
      return (await opened()).load(...asked.args);
    case 'remove':
      return (await opened()).remove(...asked.args);
    case 'keepOutside':
      return (await opened()).keepOutside(...asked.args);
    case 'evict':
      return (await opened()).evict(...asked.args);
    case 'search':
      return (await opened()).search(...asked.args);
    case 'clear':
      return (await opened()).clear();
  }
};

const answer = (message: FromWorker): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  serve(data).then(
    (value) => answer({ id: data.id, ok: true, value }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error('unknown');
      answer({ id: data.id, ok: false, name, message });
    },
  );
});
