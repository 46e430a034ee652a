import { readdirSync } from 'node:fs';
import type { Parlance } from './parlance';

/** What the engine's page and the program hold on to, once everything that can be freed is freed. */
export type Footprint = {
  readonly heapMiB: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Open files and sockets of the program's main process. */
  readonly handles: number;
};

export const footprint = async (parlance: Parlance): Promise<Footprint> => {
  const engine = await parlance.window('engine');
  const session = await engine.context().newCDPSession(engine);
  await session.send('Performance.enable');
  // Twice: finalizers free what the first one found.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (wanted: string): number =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const pid = await parlance.main.evaluate(() => process.pid);
  return {
    heapMiB: metric('JSHeapUsedSize') / 2 ** 20,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    handles: readdirSync(`/proc/${pid}/fd`).length,
  };
};
