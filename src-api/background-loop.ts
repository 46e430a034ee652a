/** Work that a hub does by itself, turn after turn; a turn that fails is told and tried again later. */
import type { FastifyBaseLogger } from 'fastify';

export type Loop = {
  /** Said in the log when a turn fails. */
  readonly failure: string;
  /** One turn. @returns after how long the next one comes, in milliseconds. */
  readonly turn: () => Promise<number>;
  readonly afterFailureMs: number;
  readonly firstMs?: number;
};

/** @returns how to stop it; the turn that is under way is ended first. */
export const startLoop = (
  log: FastifyBaseLogger,
  { failure, turn, afterFailureMs, firstMs = 0 }: Loop,
): (() => Promise<void>) => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const work = async (): Promise<number> => {
    try {
      return await turn();
    } catch (error) {
      log.warn({ cause: error instanceof Error ? error.message : 'unknown' }, failure);
      return afterFailureMs;
    }
  };
  const next = (waitMs: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = work().then(next);
    }, waitMs);
    timer.unref();
  };
  next(firstMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
};
