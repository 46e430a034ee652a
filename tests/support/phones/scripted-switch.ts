import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import { until } from '../until';
import {
  header,
  methodOf,
  parseSip,
  type SipMessage,
  writeResponse,
  writeSip,
} from './sip-message';

/** Headers of a call that a test wants to look in its own way; undefined leaves one out. */
export type InviteParts = {
  readonly from?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
};

/**
 * A SIP server on WebSocket that lets everybody register and otherwise sends exactly what a test
 * tells it to: malformed messages, markup in headers, floods, silence.
 */
export class ScriptedSwitch {
  readonly received: SipMessage[] = [];
  readonly url: string;
  readonly #server: WebSocketServer;
  #client: WebSocket | undefined;
  #contact = 'sip:nobody@nowhere.invalid';
  readonly #vias = new Map<string, string>();

  /** The status that every REGISTER is answered with. */
  refuseWith: number | undefined;

  private constructor(server: WebSocketServer, port: number, refuseWith: number | undefined) {
    this.refuseWith = refuseWith;
    this.url = `ws://127.0.0.1:${port}/ws`;
    this.#server = server;
    server.on('connection', (client) => {
      this.#client = client;
      client.on('message', (data) => this.#receive(parseSip(String(data))));
      client.on('error', () => undefined);
    });
  }

  /** @param options `refuseWith`: the status that every REGISTER is answered with */
  static start({ refuseWith }: { readonly refuseWith?: number } = {}): Promise<ScriptedSwitch> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: 0,
      handleProtocols: () => 'sip',
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.once('listening', () => {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve(new ScriptedSwitch(server, port, refuseWith));
      });
    });
  }

  #receive(message: SipMessage): void {
    this.received.push(message);
    if (methodOf(message) !== 'REGISTER') return;
    // Without Contact it only asks who is registered (RFC 3261 §10.2.3).
    const contact = header(message, 'contact') || `<${this.#contact}>`;
    this.#contact = /<([^>]+)>/.exec(contact)?.[1] ?? this.#contact;
    const status = this.refuseWith ?? 200;
    this.send(writeResponse(message, status, { tag: 'switch', extra: [['Contact', contact]] }));
  }

  /** Sends any text as one WebSocket message. */
  send(text: string | Buffer): void {
    this.#client?.send(text);
  }

  /** Sends an INVITE, well formed but for the parts that the test gives; returns its Call-ID. */
  invite({ from, to, callId = randomUUID(), headers = [], body = '' }: InviteParts = {}): string {
    const via = `SIP/2.0/WS switch.invalid;branch=z9hG4bK${randomUUID()}`;
    this.#vias.set(callId, via);
    const message = writeSip(
      `INVITE ${this.#contact} SIP/2.0`,
      [
        ['Via', via],
        ['Max-Forwards', '70'],
        ['From', from ?? '<sip:+33639980001@switch.invalid>;tag=caller'],
        ['To', to ?? `<${this.#contact}>`],
        ['Call-ID', callId],
        ['CSeq', '1 INVITE'],
        ['Contact', '<sip:switch@switch.invalid;transport=ws>'],
        ...(body === '' ? [] : ([['Content-Type', 'application/sdp']] as const)),
        ...headers,
      ],
      body,
    );
    this.send(message);
    return callId;
  }

  /** What a CANCEL of an INVITE must repeat (RFC 3261 §9.1). */
  partsOf(callId: string): { readonly contact: string; readonly via: string } {
    return { contact: this.#contact, via: this.#vias.get(callId) ?? '' };
  }

  /** Waits for a message of the client that fits. */
  expect(what: string, fits: (message: SipMessage) => boolean): Promise<SipMessage> {
    return until(what, () => this.received.find(fits));
  }

  /** Cuts the connection as a dying network would. */
  cut(): void {
    this.#client?.terminate();
  }

  stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
