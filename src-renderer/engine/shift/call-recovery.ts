/**
 * Calls outlive the program: what is needed to take them back is kept at each change; a new run
 * asks the PBX to put it in the dead one's place (RFC 3891) as soon as its line is connected.
 */
import { invoke } from '@renderer/platform/bridge.ts';
import { type KeptCall, keptCallsSchema } from '@shared/contracts/journal/kept-call.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { Line } from '../telephony/line.ts';
import type { WorkDesk } from '../work/work-desk.ts';

type Deps = {
  readonly line: () => Line;
  readonly calls: () => CallDesk;
  readonly work: () => WorkDesk;
  readonly started: (about: string) => void;
};

export class CallRecovery {
  readonly #deps: Deps;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  keep(calls: readonly KeptCall[]): void {
    const text = JSON.stringify(calls);
    this.#writing = this.#writing.then(() => invoke('calls.keep', { calls: text }));
  }

  /** What the last run left, or nothing that can be used. */
  async left(): Promise<readonly KeptCall[]> {
    const answer = await invoke('calls.kept', null);
    if (!answer.ok || answer.value.calls === null) return [];
    try {
      const parsed = keptCallsSchema.safeParse(JSON.parse(answer.value.calls));
      return parsed.success ? parsed.data : [];
    } catch {
      return [];
    }
  }

  takeBack(left: readonly KeptCall[]): void {
    const { line, calls, work, started } = this.#deps;
    // Whoever is heard comes first: on hold a second more is not noticed.
    for (const kept of left.toSorted((a, b) => Number(a.held) - Number(b.held))) {
      // A question to a colleague has no work item of its own: left alone it would stay at the PBX.
      const record = work().get(kept.origin.consultFor ?? kept.origin.id);
      if (record === undefined || (record.phase === 'wrap-up' && record.id === kept.origin.id))
        continue;
      calls().takeUp(kept, line().takeBack(kept.dialog, kept), Date.parse(record.facts.aliveAt));
      started(record.customerName);
    }
  }
}
