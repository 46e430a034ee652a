/** What a refusal of the cache's database means to her: a full disk is told apart from all else. */
import type { ErrorCode } from '@shared/kernel/error-codes.ts';

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** Dexie wraps what IndexedDB says, sometimes twice. */
const namesOf = (error: unknown, depth = 3): string[] => {
  if (depth === 0 || typeof error !== 'object' || error === null) return [];
  const inner = 'inner' in error ? namesOf(error.inner, depth - 1) : [];
  return [nameOf(error), ...inner];
};

export const storageFault = (error: unknown): Extract<ErrorCode, `cache-${string}`> =>
  namesOf(error).includes('QuotaExceededError') ||
  (error instanceof Error && /quota/i.test(error.message))
    ? 'cache-full'
    : 'cache-unavailable';
