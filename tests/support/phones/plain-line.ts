/** An advisor's real line without sound, for what the switch does with her calls. */
import type {
  IncomingHeaders,
  LineCall,
  TransferProgress,
} from '@renderer/engine/telephony/line.ts';
import { passTo } from '@renderer/engine/telephony/passage.ts';
import { SipLine } from '@renderer/engine/telephony/sip/sip-line.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { until } from '../until';

export type PlainCall = {
  readonly call: LineCall;
  readonly headers: IncomingHeaders | null;
  readonly events: CallEvent['type'][];
};

export class PlainLine {
  readonly incoming: PlainCall[] = [];
  readonly #line: SipLine;
  #isRegistered = false;

  private constructor() {
    this.#line = new SipLine({
      openMicrophone: async () => new MediaStream(),
      speakerId: () => null,
      listener: {
        status: ({ status }) => {
          this.#isRegistered = status === 'registered';
        },
        incoming: (call, headers) => this.incoming.push(this.#watch(call, headers)),
        turnsAway: () => null,
        credentialsRefused: () => undefined,
      },
    });
  }

  static async register(wsUrl: string, extension: string): Promise<PlainLine> {
    const one = new PlainLine();
    one.#line.connect({
      urls: [wsUrl],
      user: extension,
      password: `ligne-${extension}`,
      domain: '127.0.0.1',
      displayName: extension,
      iceServers: [],
      calledNumberHeaders: ['X-DNIS'],
      tones: 'rfc4733',
      autoAnswer: 'asked',
      doNotDisturb: 'busy',
      parking: null,
      pickUp: null,
      training: false,
    });
    await until(`${extension} is registered`, () => one.#isRegistered);
    return one;
  }

  #watch(call: LineCall, headers: IncomingHeaders | null): PlainCall {
    const events: CallEvent['type'][] = [];
    call.listen({
      event: ({ type }) => events.push(type),
      mediaFailed: () => undefined,
      named: () => undefined,
    });
    return { call, headers, events };
  }

  /** Takes the next call that rings. */
  async answer(): Promise<PlainCall> {
    const before = this.incoming.length;
    const one = await until('a call rings', () => this.incoming[before] ?? this.incoming.at(-1));
    one.call.send('send-answer');
    return one;
  }

  dial(number: string): PlainCall {
    return this.#watch(this.#line.dial(passTo(number), []), null);
  }

  stop(): Promise<void> {
    return this.#line.disconnect();
  }
}

/** Hands the far end over. @throws when it does not go. */
export const handOver = (from: PlainCall, to: string | PlainCall): Promise<void> =>
  new Promise((resolve, reject) => {
    const target = typeof to === 'string' ? to : to.call;
    from.call.transfer(target, (progress: TransferProgress) => {
      if (progress.stage === 'done') resolve();
      if (progress.stage === 'failed') reject(new Error(`not handed over: ${progress.sipStatus}`));
    });
  });
