/**
 * Passing requests on and answers back: the stateful part of a proxy (RFC 3261 §16). Each request
 * gets a Via of ours, whose branch finds the way back; every one of them ends, by answer or by time.
 */
import { answerTo } from './answer.ts';
import type { Peer } from './peer.ts';
import { branchOf } from './sip-fields.ts';
import {
  headerOf,
  type SipRequest,
  type SipResponse,
  withHeaders,
  withoutFirst,
  withoutHeaders,
} from './sip-message.ts';

type RelayTimes = {
  readonly inviteMs: number;
  readonly otherMs: number;
  readonly lingerMs: number;
};
const relayTimes: RelayTimes = { inviteMs: 90_000, otherMs: 32_000, lingerMs: 32_000 };

type Transaction = {
  /** As it came, to answer it; and as it was sent on, to cancel it. */
  readonly received: SipRequest;
  readonly sent: SipRequest | null;
  readonly branch: string;
  readonly from: Peer;
  /** null where the switch itself answers. */
  readonly to: Peer | null;
  readonly onResponse: (response: SipResponse) => void;
  isFinal: boolean;
  timer: NodeJS.Timeout;
};

const isInvite = (request: SipRequest): boolean => request.method === 'INVITE';

/** The ACK of a refusal, or a CANCEL: same Via, same Request-URI, as RFC 3261 §17.1.1.3 and §9.1 ask. */
const follower = (sent: SipRequest, method: 'ACK' | 'CANCEL', to: string): SipRequest => ({
  kind: 'request',
  method,
  uri: sent.uri,
  headers: [
    { name: 'Via', value: headerOf(sent, 'Via') },
    { name: 'From', value: headerOf(sent, 'From') },
    { name: 'To', value: to },
    { name: 'Call-ID', value: headerOf(sent, 'Call-ID') },
    { name: 'CSeq', value: headerOf(sent, 'CSeq').replace(/[A-Z]+$/, method) },
    { name: 'Max-Forwards', value: '70' },
  ],
  body: '',
});

export class Relay {
  readonly #transactions = new Map<string, Transaction>();
  readonly #host: string;
  readonly #newId: () => string;
  readonly #times: RelayTimes;

  constructor(host: string, newId: () => string, times: RelayTimes = relayTimes) {
    this.#host = host;
    this.#newId = newId;
    this.#times = times;
  }

  newBranch(): string {
    return `z9hG4bK-${this.#newId()}`;
  }

  /** Sends a request on; every answer goes back to `from`, after `onResponse` has seen it. */
  forward(
    received: SipRequest,
    changed: SipRequest,
    from: Peer,
    to: Peer,
    onResponse = (_: SipResponse) => {},
  ): void {
    const branch = this.newBranch();
    const hops = Number.parseInt(headerOf(changed, 'Max-Forwards'), 10);
    const sent = withHeaders(
      withoutHeaders(changed, 'Max-Forwards'),
      { name: 'Via', value: `SIP/2.0/WS ${this.#host};branch=${branch}` },
      { name: 'Max-Forwards', value: String((Number.isInteger(hops) ? hops : 70) - 1) },
    );
    to.send(sent);
    if (sent.method === 'ACK') return;
    const ms = isInvite(received) ? this.#times.inviteMs : this.#times.otherMs;
    this.#keep({ received, sent, branch, from, to, onResponse }, ms, 408);
  }

  /** Rings without anybody there and refuses after a while. */
  refuseLater(received: SipRequest, from: Peer, status: number, afterMs: number): void {
    const contact = `<sip:rehearsal@${this.#host};transport=ws>`;
    from.send(answerTo(received, 180, this.#newId(), { name: 'Contact', value: contact }));
    const branch = this.newBranch();
    this.#keep(
      { received, sent: null, branch, from, to: null, onResponse: () => {} },
      afterMs,
      status,
    );
  }

  #keep(given: Omit<Transaction, 'isFinal' | 'timer'>, ms: number, status: number): void {
    const expire = () => {
      this.#cancelBeyond(transaction);
      this.#finish(transaction, status);
    };
    const transaction: Transaction = { ...given, isFinal: false, timer: setTimeout(expire, ms) };
    this.#transactions.set(given.branch, transaction);
  }

  #cancelBeyond({ sent, to }: Transaction): void {
    if (sent === null || to === null || !isInvite(sent)) return;
    to.send(follower(sent, 'CANCEL', headerOf(sent, 'To')));
  }

  /** Answers for somebody who does not. */
  #finish(transaction: Transaction, status: number): void {
    const response = answerTo(transaction.received, status, this.#newId());
    transaction.onResponse(response);
    transaction.from.send(response);
    this.#linger(transaction);
  }

  #linger(transaction: Transaction): void {
    transaction.isFinal = true;
    clearTimeout(transaction.timer);
    transaction.timer = setTimeout(
      () => this.#transactions.delete(transaction.branch),
      this.#times.lingerMs,
    );
    transaction.timer.unref();
  }

  /** An answer from beyond. @returns false when it belongs to nothing we sent. */
  respond(response: SipResponse, peer: Peer): boolean {
    const transaction = this.#transactions.get(branchOf(response) ?? '');
    if (transaction === undefined || transaction.to !== peer) return false;
    const cancelAnswer = headerOf(response, 'CSeq').endsWith('CANCEL');
    if (cancelAnswer || response.status === 100) return true;
    const isFailure = response.status >= 300;
    if (isFailure && transaction.sent !== null && isInvite(transaction.sent)) {
      peer.send(follower(transaction.sent, 'ACK', headerOf(response, 'To')));
    }
    // After our own 408 or 487 a late refusal must not reach the caller a second time.
    if (transaction.isFinal && isFailure) return true;
    transaction.onResponse(response);
    transaction.from.send(withoutFirst(response, 'Via'));
    if (response.status >= 200 && !transaction.isFinal) this.#linger(transaction);
    return true;
  }

  #inviteOf(request: SipRequest, from: Peer): Transaction | null {
    const branch = branchOf(request);
    for (const transaction of this.#transactions.values()) {
      const { received } = transaction;
      if (transaction.from === from && isInvite(received) && branchOf(received) === branch) {
        return transaction;
      }
    }
    return null;
  }

  /** CANCEL is answered here and sent on anew (RFC 3261 §16.10). */
  cancel(request: SipRequest, from: Peer): void {
    const transaction = this.#inviteOf(request, from);
    from.send(answerTo(request, transaction === null ? 481 : 200, this.#newId()));
    if (transaction === null || transaction.isFinal) return;
    if (transaction.to === null) this.#finish(transaction, 487);
    else this.#cancelBeyond(transaction);
  }

  /** Whether an ACK belongs to a refused INVITE: it has the INVITE's branch and ends here. */
  endsWithRefusal(ack: SipRequest, from: Peer): boolean {
    return this.#inviteOf(ack, from) !== null;
  }

  /** A connection has gone: what waits for it is answered, what it asked for is taken back. */
  forget(peer: Peer): void {
    for (const transaction of this.#transactions.values()) {
      if (transaction.isFinal) continue;
      if (transaction.to === peer) this.#finish(transaction, 480);
      else if (transaction.from === peer) {
        this.#cancelBeyond(transaction);
        this.#linger(transaction);
      }
    }
  }

  stop(): void {
    for (const { timer } of this.#transactions.values()) clearTimeout(timer);
    this.#transactions.clear();
  }
}
