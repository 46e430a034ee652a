/** Requests of calls that run: to the other side, wherever it is connected now. */
import { answerTo } from './answer.ts';
import {
  callIdOf,
  type Dialog,
  farewell,
  makeDialogs,
  noteAnswer,
  noteRequest,
  otherSide,
  type Side,
  sendingSide,
} from './dialogs.ts';
import type { Peer } from './peer.ts';
import type { Binding, Registrar } from './registrar.ts';
import type { Relay } from './relay.ts';
import { addressIn, cseqOf, tagOf } from './sip-fields.ts';
import {
  headerOf,
  type SipRequest,
  type SipResponse,
  withHeaders,
  withoutFirst,
} from './sip-message.ts';

const contactOf = (message: SipRequest | SipResponse): string =>
  addressIn(headerOf(message, 'Contact'));

/** After these the call is over for good (RFC 5057 §5.1). */
const endsDialog = (request: SipRequest, response: SipResponse): boolean =>
  response.status === 481 || (request.method === 'BYE' && response.status >= 200);

export class DialogTraffic {
  readonly #dialogs = makeDialogs();
  readonly #departures = new Set<NodeJS.Timeout>();
  readonly #domain: string;
  readonly #relay: Relay;
  readonly #registrar: Registrar;
  readonly #newId: () => string;
  readonly #returnMs: number;

  constructor(
    domain: string,
    relay: Relay,
    registrar: Registrar,
    newId: () => string,
    returnMs: number,
  ) {
    this.#domain = domain;
    this.#relay = relay;
    this.#registrar = registrar;
    this.#newId = newId;
    this.#returnMs = returnMs;
  }

  /** Sends a first INVITE on and follows what becomes of it. */
  begin(peer: Peer, user: string, request: SipRequest, changed: SipRequest, callee: Binding): void {
    const caller: Side = {
      user,
      tag: tagOf(request, 'From'),
      peer,
      contact: contactOf(request),
      sequence: cseqOf(request)?.number ?? 0,
    };
    const called: Side = {
      user: callee.user,
      tag: null,
      peer: callee.peer,
      contact: callee.contact,
      sequence: 0,
    };
    const callId = callIdOf(request);
    const dialog = this.#dialogs.open(callId, caller, called);
    this.#relay.forward(request, changed, peer, callee.peer, (response) => {
      noteAnswer(dialog, response, contactOf(response));
      if (response.status >= 300) this.#dialogs.close(callId);
    });
  }

  /** A program that came back asks to take over its call: the other side of that call decides. */
  replace(peer: Peer, user: string, request: SipRequest, replacedCallId: string): void {
    const dialog = this.#dialogs.find(replacedCallId);
    const mine = [dialog?.caller, dialog?.callee].find((side) => side?.user === user);
    const other =
      dialog === null || mine === undefined ? null : this.#present(otherSide(dialog, mine));
    if (other === null) {
      this.#answer(peer, request, 481);
      return;
    }
    const recorded = withHeaders(withoutFirst(request, 'Route'), {
      name: 'Record-Route',
      value: `<sip:${this.#domain};transport=ws;lr>`,
    });
    const { user: callee, contact } = other;
    const binding = { user: callee, contact, peer: other.peer, expiresAtMs: 0 };
    this.begin(peer, user, request, { ...recorded, uri: contact }, binding);
  }

  /** Any request with a To tag. */
  within(peer: Peer, request: SipRequest): void {
    const found = this.#locate(peer, request);
    if (found === null) {
      this.#answer(peer, request, 481);
      return;
    }
    const { dialog, side } = found;
    const other = this.#present(otherSide(dialog, side));
    if (other === null) {
      const isBye = request.method === 'BYE';
      if (isBye) this.#dialogs.close(dialog.callId);
      this.#answer(peer, request, isBye ? 200 : 480);
      return;
    }
    this.#relay.forward(request, withoutFirst(request, 'Route'), peer, other.peer, (response) => {
      if (response.status < 300 && contactOf(response) !== '') other.contact = contactOf(response);
      if (endsDialog(request, response)) this.#dialogs.close(dialog.callId);
    });
  }

  /** The ACK of an answered call goes on; that of a refused one has arrived. */
  acknowledge(peer: Peer, request: SipRequest): void {
    const found = this.#locate(peer, request);
    if (found === null || !found.dialog.established || this.#relay.endsWithRefusal(request, peer))
      return;
    const other = this.#present(otherSide(found.dialog, found.side));
    if (other !== null) {
      this.#relay.forward(request, withoutFirst(request, 'Route'), peer, other.peer);
    }
  }

  /** A connection has gone: its calls wait for the side to come back, but not for ever. */
  leave(peer: Peer): void {
    for (const dialog of this.#dialogs.ofPeer(peer)) {
      const timer = setTimeout(() => {
        this.#departures.delete(timer);
        this.#giveUp(dialog);
      }, this.#returnMs);
      this.#departures.add(timer);
    }
  }

  stop(): void {
    for (const timer of this.#departures) clearTimeout(timer);
  }

  #giveUp(dialog: Dialog): void {
    if (this.#dialogs.find(dialog.callId) !== dialog) return;
    const gone = [dialog.caller, dialog.callee].find((side) => this.#present(side) === null);
    if (gone === undefined) return;
    this.#dialogs.close(dialog.callId);
    const stays = this.#present(otherSide(dialog, gone));
    stays?.peer.send(farewell(dialog, gone, this.#relay.newBranch(), this.#domain));
  }

  #locate(peer: Peer, request: SipRequest): { dialog: Dialog; side: Side } | null {
    const dialog = this.#dialogs.find(callIdOf(request));
    const side = dialog === null ? null : sendingSide(dialog, request, peer.user);
    if (dialog === null || side === null) return null;
    noteRequest(side, request, peer, contactOf(request));
    return { dialog, side };
  }

  /** The side where it can be reached now, or null while it is away. */
  #present(side: Side): Side | null {
    if (side.peer.isOpen()) return side;
    const binding = this.#registrar.find(side.user);
    if (binding === null) return null;
    side.peer = binding.peer;
    return side;
  }

  #answer(peer: Peer, request: SipRequest, status: number): void {
    peer.send(answerTo(request, status, this.#newId()));
  }
}
