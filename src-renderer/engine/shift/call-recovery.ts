/**
 * Calls outlive the program: what is needed to take them back is kept at each change; a new run
 * asks the PBX to put it in the dead one's place (RFC 3891) as soon as its line is connected.
 */
import { invoke } from '@renderer/platform/bridge.ts';
import {
  type KeptCall,
  type KeptCalls,
  keptCallsSchema,
  nothingKept,
} from '@shared/contracts/journal/kept-call.ts';
import type { Board } from '../board/board.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { LineCall } from '../telephony/line.ts';
import { warmMedia } from '../telephony/media/warm-media.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { ShiftLine } from './shift-line.ts';

type Deps = {
  readonly board: Board;
  readonly calls: () => CallDesk;
  readonly work: () => WorkDesk;
  readonly started: (about: string) => void;
};

export type ReturningCall = { readonly kept: KeptCall; readonly line: LineCall };

const ringingKeptAfterMs = 250;
const lookEveryMs = 20;
const backWithinMs = 700;

const writeKept = (kept: KeptCalls) => invoke('calls.keep', { calls: JSON.stringify(kept) });

/** What the last run left, or nothing that can be used; whoever is heard comes first. */
const callsLeft = async (): Promise<KeptCalls> => {
  const answer = await invoke('calls.kept', null);
  if (!answer.ok || answer.value.calls === null) return nothingKept;
  try {
    const parsed = keptCallsSchema.safeParse(JSON.parse(answer.value.calls));
    if (!parsed.success) return nothingKept;
    const { calls, partings } = parsed.data;
    // On hold a moment more is not noticed.
    return { calls: calls.toSorted((a, b) => Number(a.held) - Number(b.held)), partings };
  } catch {
    return nothingKept;
  }
};

/**
 * Asks for the calls of the last run before anything else of the shift is opened: until they are
 * back the customers hear nothing. Whoever rang is told that nobody is there any more.
 */
export const askCallsBack = async (line: ShiftLine): Promise<readonly ReturningCall[]> => {
  const { calls, partings } = await callsLeft();
  if (calls.length + partings.length === 0 || !line.connect()) return [];
  if (partings.length > 0) {
    line.line.part(partings);
    void writeKept({ calls, partings: [] });
  }
  if (calls.length > 0) warmMedia();
  return calls.map((kept) => ({ kept, line: line.line.takeBack(kept.dialog, kept) }));
};

export class CallRecovery {
  readonly #deps: Deps;
  #writing: Promise<unknown> = Promise.resolve();
  #calls = '[]';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** At once what changes of an answered call; one that rings shall be on the screen first. */
  keep(kept: KeptCalls): void {
    clearTimeout(this.#timer);
    const write = (): void => {
      this.#writing = this.#writing.then(() => writeKept(kept));
    };
    const calls = JSON.stringify(kept.calls);
    if (calls === this.#calls) this.#timer = setTimeout(write, ringingKeptAfterMs);
    else write();
    this.#calls = calls;
  }

  /** The calls become hers again; one whose wrap-up is open already is ended at the PBX. */
  takeUp(returning: readonly ReturningCall[]): void {
    if (returning.length === 0) return;
    const { calls, work, started, board } = this.#deps;
    for (const { kept, line } of returning) {
      // A question to a colleague has no work item of its own: left alone it would stay at the PBX.
      const record = work().get(kept.origin.consultFor ?? kept.origin.id);
      if (record === undefined || (record.phase === 'wrap-up' && record.id === kept.origin.id)) {
        line.send('send-bye');
        continue;
      }
      calls().takeUp(kept, line, Date.parse(record.facts.aliveAt));
      started(record.customerName);
    }
    // Whatever else there is to do would take the processor from the call that is heard.
    board.holdUntil(this.#firstBack(), backWithinMs);
  }

  async #firstBack(): Promise<void> {
    const { calls } = this.#deps;
    const isBack = (): boolean =>
      calls().audible !== null || calls().views.every(({ phase }) => phase !== 'connecting');
    do await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    while (!isBack());
  }
}
