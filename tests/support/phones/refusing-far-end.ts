import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { header, methodOf, parseSip, type SipMessage, writeResponse } from './sip-message';

/** How the far end treats a call: it may ring first; without a final answer it rings on. */
export type Refusal = { readonly rings: boolean; readonly status?: number };

/** Busy, refused, never answered, out of service: what a carrier reports of its subscribers. */
export const REFUSALS = {
  busy: { rings: false, status: 486 },
  refused: { rings: true, status: 603 },
  unanswered: { rings: true },
  unknown: { rings: false, status: 404 },
  unavailable: { rings: false, status: 503 },
} as const satisfies Record<string, Refusal>;

/** A far end at the PBX's trunk port that never answers a call (SIP over UDP). */
export class RefusingFarEnd {
  /** The INVITEs that arrived, retransmissions left out. */
  readonly invites: SipMessage[] = [];
  /** How many of them the caller gave up. */
  cancelled = 0;
  /** How many of its final answers the caller acknowledged. */
  acknowledged = 0;
  readonly #socket: Socket;
  readonly #refusal: Refusal;

  private constructor(socket: Socket, refusal: Refusal) {
    this.#socket = socket;
    this.#refusal = refusal;
    socket.on('message', (data, from) => this.#receive(parseSip(data.toString()), from));
  }

  static start(port: number, refusal: Refusal): Promise<RefusingFarEnd> {
    const socket = createSocket('udp4');
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(port, '127.0.0.1', () => resolve(new RefusingFarEnd(socket, refusal)));
    });
  }

  #receive(message: SipMessage, from: RemoteInfo): void {
    const answer = (request: SipMessage, status: number): void =>
      this.#socket.send(
        writeResponse(request, status, { tag: 'far-end' }),
        from.port,
        from.address,
      );
    const method = methodOf(message);
    const callId = header(message, 'call-id');
    const known = this.invites.find((invite) => header(invite, 'call-id') === callId);
    if (method === 'INVITE') {
      if (known === undefined) this.invites.push(message);
      answer(message, 100);
      if (this.#refusal.rings) answer(message, 180);
      if (this.#refusal.status !== undefined) answer(message, this.#refusal.status);
    } else if (method === 'CANCEL') {
      answer(message, 200);
      this.cancelled += 1;
      if (known !== undefined) answer(known, 487);
    } else if (method === 'ACK') {
      this.acknowledged += 1;
    } else if (method === 'OPTIONS') {
      answer(message, 200);
    }
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#socket.close(resolve));
  }
}
