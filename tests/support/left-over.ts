import { readdirSync, readFileSync } from 'node:fs';

/** Processes that carry `PARLANCE_TEST_MARK=mark` in their environment and still run. */
export const leftOver = (mark: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(
          `PARLANCE_TEST_MARK=${mark}`,
        );
      } catch {
        return false;
      }
    });
