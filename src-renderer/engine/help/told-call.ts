/** Tells the hub what only this desktop knows of her call, while a lead has it in view, and not a moment longer. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { type ToldCall, toldCallSchema } from '@shared/contracts/http/seat-call.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import type { Board } from '../board/board.ts';

type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly board: Board;
  readonly session: {
    readonly shift: {
      readonly work: {
        readonly get: (
          id: string,
        ) => { readonly facts: { readonly callUid: string | null } } | undefined;
      };
    } | null;
  };
};

/** She types: what she writes is told a few times a second at most. */
const shortestMs = 400;

/** Of a call that is played with a simulated customer nothing is told. */
const toldOf = (work: Slices['work'][number], callUid: string | null): ToldCall =>
  // What is not asked for is left out: what she filled in stays with her until the wrap-up.
  toldCallSchema.parse({
    ...work,
    callUid,
    calledNumber: work.calledNumber ?? null,
    queue: work.queue ?? null,
    reasonCode: work.draft.reasonCode,
    notes: work.draft.notes,
    ivr: work.ivr ?? null,
    speech: work.draft.speech,
  });

export class ToldCallDesk {
  readonly #deps: Deps;
  #isAsked = false;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.board.follow(({ work, calls, session }) => {
      if (session?.status === 'signed-out') this.#isAsked = false;
      if (this.#isAsked && (work ?? calls) !== undefined) this.#soon();
    });
  }

  /** Somebody looks, or may: the hub answers when nobody does. */
  show(): void {
    this.#isAsked = true;
    this.#told = '';
    this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#tell();
    }, shortestMs);
  }

  #now(): ToldCall | null {
    const { board, session } = this.#deps;
    const talking = board
      .get('calls')
      .filter(({ phase, training }) => phase === 'talking' && !training)
      .sort((a, b) => Number(b.hold === 'active') - Number(a.hold === 'active'))
      .flatMap(({ id }) => board.get('work').find((work) => work.id === id) ?? []);
    const [first] = talking;
    if (first === undefined) return null;
    return toldOf(first, session.shift?.work.get(first.id)?.facts.callUid ?? null);
  }

  async #tell(): Promise<void> {
    const now = this.#now();
    const text = JSON.stringify(now);
    if (now === null || !this.#isAsked || text === this.#told) return;
    this.#told = text;
    const answer = await this.#deps.hub.ask({
      method: 'PUT',
      path: routes.myCall,
      body: now,
      answer: z.null(),
    });
    if (answer.ok) return;
    this.#told = '';
    if (answer.error.code === 'not-found') this.#isAsked = false;
  }
}
