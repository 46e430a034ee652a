import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { until } from '../until';
import { digestAnswer } from './digest';
import {
  header,
  methodOf,
  parseSip,
  type SipMessage,
  statusOf,
  writeResponse,
  writeSip,
} from './sip-message';

/**
 * An advisor's line without a program behind it: registers over WebSocket (RFC 7118), rings, and
 * refuses. It shows what the PBX sends, apart from what Parlance makes of it.
 */
export class BareAdvisor {
  readonly received: SipMessage[] = [];
  readonly #socket: WebSocket;
  readonly #user: string;
  readonly #password: string;
  readonly #host = `${randomUUID()}.invalid`;
  readonly #callId = randomUUID();
  #sequence = 0;

  private constructor(socket: WebSocket, user: string, password: string) {
    this.#socket = socket;
    this.#user = user;
    this.#password = password;
    socket.on('message', (data) => this.#receive(parseSip(String(data))));
  }

  /** Connects and registers; throws when the PBX refuses. */
  static async register(url: string, user: string, password: string): Promise<BareAdvisor> {
    const socket = new WebSocket(url, 'sip');
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const advisor = new BareAdvisor(socket, user, password);
    const first = await advisor.#sendRegister();
    const challenge = header(first, 'www-authenticate');
    const answer = statusOf(first) === 401 ? await advisor.#sendRegister(challenge) : first;
    if (statusOf(answer) !== 200) throw new Error(`REGISTER was answered ${answer.startLine}`);
    return advisor;
  }

  #sendRegister(challenge?: string): Promise<SipMessage> {
    this.#sequence += 1;
    const cseq = `${this.#sequence} REGISTER`;
    const uri = 'sip:127.0.0.1';
    const self = `<sip:${this.#user}@127.0.0.1>`;
    const credentials = { user: this.#user, password: this.#password };
    const authorization = challenge
      ? [
          [
            'Authorization',
            digestAnswer(challenge, credentials, { method: 'REGISTER', uri }),
          ] as const,
        ]
      : [];
    const text = writeSip(`REGISTER ${uri} SIP/2.0`, [
      ['Via', `SIP/2.0/WS ${this.#host};branch=z9hG4bK${randomUUID()}`],
      ['Max-Forwards', '70'],
      ['From', `${self};tag=${this.#callId.slice(0, 8)}`],
      ['To', self],
      ['Call-ID', this.#callId],
      ['CSeq', cseq],
      ['Contact', `<sip:${this.#user}@${this.#host};transport=ws>;expires=300`],
      ...authorization,
    ]);
    this.#socket.send(text);
    return until('the PBX answers REGISTER', () =>
      this.received.find((message) => statusOf(message) > 100 && header(message, 'cseq') === cseq),
    );
  }

  #receive(message: SipMessage): void {
    this.received.push(message);
    const method = methodOf(message);
    if (method === 'INVITE') this.#answer(message, 180);
    if (method === 'CANCEL' || method === 'OPTIONS' || method === 'NOTIFY') {
      this.#answer(message, 200);
    }
  }

  #answer(request: SipMessage, status: number): void {
    const contact = ['Contact', `<sip:${this.#user}@${this.#host};transport=ws>`] as const;
    this.#socket.send(writeResponse(request, status, { tag: 'advisor', extra: [contact] }));
  }

  /** The next call that rings here. */
  invite(timeoutMs?: number): Promise<SipMessage> {
    const find = () => this.received.find((message) => methodOf(message) === 'INVITE');
    return until(`a call rings at ${this.#user}`, find, timeoutMs);
  }

  /** Refuses a call, busy by default. */
  refuse(invite: SipMessage, status = 486): void {
    this.#answer(invite, status);
  }

  stop(): void {
    this.#socket.terminate();
  }
}
