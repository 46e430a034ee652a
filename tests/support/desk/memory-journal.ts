/** A journal in memory behind the same port, whose disk can fill and whose program can die. */
import type { JournalPort } from '@renderer/engine/sync/outbox.ts';
import { fail, succeed } from '@shared/kernel/result.ts';

export class MemoryJournal implements JournalPort {
  lines: string[] = [];
  waiting = 0;
  full = false;

  readonly read: JournalPort['read'] = async () =>
    succeed({ records: [...this.lines], damaged: 0 });

  readonly append: JournalPort['append'] = async (lines, waiting) => {
    if (this.full) return fail('journal-unwritable', 'ENOSPC');
    this.lines.push(...lines);
    this.waiting = waiting;
    return succeed(null);
  };

  readonly compact: JournalPort['compact'] = async (lines, waiting) => {
    if (this.full) return fail('journal-unwritable', 'ENOSPC');
    this.lines = [...lines];
    this.waiting = waiting;
    return succeed(null);
  };
}
