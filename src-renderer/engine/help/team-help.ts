/** A lead in the calls of her advisors, and who is in mine: as the hub has it. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import { seatContextSchema } from '@shared/contracts/http/seat-context.ts';
import { type Help, helpSchema, myHelpsSchema } from '@shared/contracts/http/team-help.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { Board } from '../board/board.ts';
import type { Shift } from '../shift/shift.ts';

type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly clock: Clock;
  readonly board: Board;
  readonly session: { readonly shift: Pick<Shift, 'calls' | 'work'> | null };
};

export class TeamHelp {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async look(): Promise<void> {
    const { hub, board } = this.#deps;
    const path = `${routes.teamHelp}/mine`;
    const answer = await hub.ask({ method: 'GET', path, answer: myHelpsSchema });
    if (answer.ok) board.patch('help', answer.value);
  }

  /** Her telephone rings before the hub answers: it has to know why by then. */
  async begin({
    advisorName,
    brandId,
    ...order
  }: CommandInput<'lead.help'>): Promise<Result<Help>> {
    const { board, session } = this.#deps;
    if ((session.shift?.calls.live ?? 0) > 0) return fail('call-not-in-state');
    board.patch('help', { asked: { advisorName, brandId } });
    const answer = await this.#post('', order);
    board.patch('help', { asked: null, ...(answer.ok ? { given: answer.value } : {}) });
    return answer;
  }

  async changeWay(way: Help['way']): Promise<Result<Help>> {
    const answer = await this.#ofMine('/way', { way });
    if (answer.ok) this.#deps.board.patch('help', { given: answer.value });
    return answer;
  }

  /** From then on it is a call of hers, with its customer, its notes and its wrap-up. */
  async takeOver(reason: string): Promise<Result<Help>> {
    const { hub, board } = this.#deps;
    const given = board.get('help').given;
    if (given === null) return fail('call-not-in-state');
    const path = `${routes.seats}/${given.advisorId}`;
    const seat = await hub.ask({ method: 'GET', path, answer: seatContextSchema });
    const answer = await this.#ofMine('/take-over', { reason });
    if (!answer.ok) return answer;
    this.#adopt(answer.value, seat.ok ? (seat.value.customer?.id ?? null) : null);
    board.patch('help', { given: answer.value });
    return answer;
  }

  async end(): Promise<Result<null>> {
    const { hub, board } = this.#deps;
    const given = board.get('help').given;
    if (given === null) return succeed(null);
    const path = `${routes.teamHelp}/${given.helpId}/end`;
    const answer = await hub.ask({ method: 'POST', path, answer: z.null() });
    if (answer.ok) board.patch('help', { given: null });
    return answer;
  }

  #adopt({ helpId, callId, brandId, advisorName }: Help, customerId: string | null): void {
    const { session, clock } = this.#deps;
    const call = session.shift?.calls.views.find(({ help }) => help === helpId);
    if (call === undefined || session.shift === null) return;
    const { work } = session.shift;
    void work.begin({
      id: call.id,
      brandId: brandId ?? call.brandId ?? '',
      direction: 'inbound',
      number: null,
      numberDisplay: advisorName,
      calledLabel: null,
      training: false,
      rolePlay: undefined,
      callbackId: null,
      customerId,
      colleague: false,
      startedAt: toInstant(clock.now()),
      facts: { callUid: callId, numberHidden: false, calledNumber: null, queue: null },
    });
    work.answered(call.id, toInstant(clock.now()));
  }

  #ofMine(rest: string, body: object): Promise<Result<Help>> {
    const given = this.#deps.board.get('help').given;
    return given === null
      ? Promise.resolve(fail('call-not-in-state'))
      : this.#post(`/${given.helpId}${rest}`, body);
  }

  #post(rest: string, body: object): Promise<Result<Help>> {
    const path = `${routes.teamHelp}${rest}`;
    return this.#deps.hub.ask({ method: 'POST', path, body, answer: helpSchema });
  }
}
