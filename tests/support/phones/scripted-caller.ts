import { randomUUID } from 'node:crypto';
import type { Workstation } from '../electron/workstation';
import { until } from '../until';
import { answerOf } from './dead-answer';
import type { ScriptedSwitch } from './scripted-switch';
import { header, type SipMessage, statusOf, writeSip } from './sip-message';

export type ScriptedCall = { readonly callId: string; readonly tag: string };

/** A caller behind a scripted switch: rings, is answered, gives up, hangs up; he says nothing. */
export class ScriptedCaller {
  readonly #server: ScriptedSwitch;

  constructor(server: ScriptedSwitch) {
    this.#server = server;
  }

  statusFor(callId: string, atLeast: number): SipMessage | undefined {
    return this.#server.received.find(
      (one) => statusOf(one) >= atLeast && header(one, 'call-id') === callId,
    );
  }

  /** A request of this caller; `tag` names the program's side of the dialog, `via` of an INVITE to cancel. */
  send(method: string, callId: string, cseq: number, { tag = '', body = '', via = '' } = {}): void {
    const { contact } = this.#server.partsOf(callId);
    const type = body === '' ? [] : [['Content-Type', 'application/sdp'] as const];
    const own = `SIP/2.0/WS switch.invalid;branch=z9hG4bK${randomUUID()}`;
    const headers = [
      ['Via', via === '' ? own : via],
      ['Max-Forwards', '70'],
      ['From', '<sip:+33639984117@switch.invalid>;tag=caller'],
      ['To', `<${contact}>${tag}`],
      ['Call-ID', callId],
      ['CSeq', `${cseq} ${method}`],
      ['Contact', '<sip:switch@switch.invalid;transport=ws>'],
      ...type,
    ] as const;
    this.#server.send(writeSip(`${method} ${contact} SIP/2.0`, headers, body));
  }

  /** Rings until she has answered. */
  async calls(desk: Workstation): Promise<ScriptedCall> {
    const callId = this.#server.invite({ from: '<sip:+33639984117@switch.invalid>;tag=caller' });
    await desk.rings();
    await desk.press('F2');
    const ok = await until('it is answered', () => this.statusFor(callId, 200));
    if (statusOf(ok) !== 200) throw new Error(`answered with ${ok.startLine}`);
    const tag = /;tag=[^;>]+/.exec(header(ok, 'to'))?.[0] ?? '';
    this.send('ACK', callId, 1, { tag, body: answerOf(ok.body) });
    await desk.talks();
    return { callId, tag };
  }

  hangsUp({ callId, tag }: ScriptedCall): void {
    this.send('BYE', callId, 2, { tag });
  }

  /** Rings, and gives up. */
  async givesUp(desk: Workstation): Promise<void> {
    const callId = this.#server.invite({ from: '<sip:+33639984117@switch.invalid>;tag=caller' });
    await desk.rings();
    this.send('CANCEL', callId, 1, { via: this.#server.partsOf(callId).via });
    await desk.answerButton.waitFor({ state: 'detached' });
  }
}
