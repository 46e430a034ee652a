/**
 * The training switch: a registrar and proxy for calls between advisors' softphones and simulated
 * customers on the same API. It carries no voice (that goes from agent to agent) and reaches no
 * telephone. Whatever cannot be read is answered where SIP allows it, and otherwise ignored.
 *
 *   customer-6001 --INVITE brand number--> switch --INVITE + X-DNIS, X-Brand…--> 6001
 *   6001 --INVITE any number--> switch --INVITE--> customer-6001
 */
import type { Clock } from '@shared/kernel/clock.ts';
import { answerTo } from './answer.ts';
import { dialledCall } from './dialled-call.ts';
import { DialogTraffic } from './dialog-traffic.ts';
import { type Challenge, claimedUser, makeChallenge } from './digest.ts';
import type { Peer } from './peer.ts';
import { makeRegistrar, type Registrar } from './registrar.ts';
import { Relay } from './relay.ts';
import { type Destination, destinationOf, type NumberPlan } from './routing.ts';
import { addressIn, isAnswerable, parseUri, replacedCallId, tagOf } from './sip-fields.ts';
import { type Header, headerOf, parseSip, type SipRequest } from './sip-message.ts';

export type SwitchDependencies = {
  readonly domain: string;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Marks nonces; anything random that lives as long as the switch. */
  readonly secret: Uint8Array;
  /** The line password of a user, null for nobody. */
  readonly passwordOf: (user: string) => Promise<string | null>;
  readonly plan: () => Promise<NumberPlan>;
};

/** How long a side of a call may be away before the other side hears a BYE. */
const returnMs = 45_000;
const allow: Header = {
  name: 'Allow',
  value: 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, REFER, NOTIFY, UPDATE, MESSAGE, PRACK',
};
/** Where the proof comes in, how it is asked for, and with which status. */
const byRegistrar = ['Authorization', 'WWW-Authenticate', 401] as const;
const byProxy = ['Proxy-Authorization', 'Proxy-Authenticate', 407] as const;

export class TrainingSwitch {
  readonly #deps: SwitchDependencies;
  readonly #challenge: Challenge;
  readonly #registrar: Registrar;
  readonly #relay: Relay;
  readonly #traffic: DialogTraffic;

  constructor(deps: SwitchDependencies) {
    this.#deps = deps;
    this.#challenge = makeChallenge(deps.secret, deps.clock);
    this.#registrar = makeRegistrar(deps.clock);
    this.#relay = new Relay(deps.domain, deps.newId);
    this.#traffic = new DialogTraffic(
      deps.domain,
      this.#relay,
      this.#registrar,
      deps.newId,
      returnMs,
    );
  }

  /** One message of a user agent, whole, as a WebSocket frame brings it (RFC 7118 §5). */
  async receive(peer: Peer, text: string): Promise<void> {
    const message = parseSip(text);
    if (message === null) return;
    if (message.kind === 'response') this.#relay.respond(message, peer);
    else if (isAnswerable(message)) await this.#route(peer, message);
    else if (message.method !== 'ACK') this.#answer(peer, message, 400);
  }

  disconnect(peer: Peer): void {
    this.#registrar.forget(peer);
    this.#relay.forget(peer);
    this.#traffic.leave(peer);
  }

  stop(): void {
    this.#relay.stop();
    this.#traffic.stop();
  }

  async #route(peer: Peer, request: SipRequest): Promise<void> {
    const { method } = request;
    if (method === 'ACK') this.#traffic.acknowledge(peer, request);
    else if (headerOf(request, 'Max-Forwards') === '0') this.#answer(peer, request, 483);
    else if (method === 'CANCEL') this.#relay.cancel(request, peer);
    else if (tagOf(request, 'To') !== null) this.#traffic.within(peer, request);
    else if (method === 'REGISTER') await this.#register(peer, request);
    else if (method === 'INVITE') await this.#invite(peer, request);
    else this.#answer(peer, request, method === 'OPTIONS' ? 200 : 405, allow);
  }

  async #register(peer: Peer, request: SipRequest): Promise<void> {
    const user = await this.#authenticate(peer, request, byRegistrar);
    if (user === null) return;
    if (parseUri(addressIn(headerOf(request, 'To')))?.user !== user) {
      this.#answer(peer, request, 403);
      return;
    }
    peer.user = user;
    const bound = this.#registrar.register(user, request, peer);
    const contact = bound === null ? '' : `<${bound.contact}>;expires=${bound.seconds}`;
    this.#answer(
      peer,
      request,
      200,
      ...(bound === null ? [] : [{ name: 'Contact', value: contact }]),
    );
  }

  async #invite(peer: Peer, request: SipRequest): Promise<void> {
    const user = peer.user ?? (await this.#authenticate(peer, request, byProxy));
    if (user === null) return;
    peer.user = user;
    this.#answer(peer, request, 100);
    const replaced = replacedCallId(request);
    if (replaced !== null) {
      this.#traffic.replace(peer, user, request, replaced);
      return;
    }
    const target = parseUri(request.uri)?.user ?? '';
    const practiceFor = headerOf(request, 'X-Practice-For');
    const plan = await this.#deps.plan();
    this.#ring(peer, user, request, destinationOf(user, target, practiceFor, plan));
  }

  #ring(peer: Peer, user: string, request: SipRequest, destination: Destination): void {
    if (destination.type === 'refusal') {
      const { status, ringMs } = destination;
      if (ringMs === 0) this.#answer(peer, request, status);
      else this.#relay.refuseLater(request, peer, status, ringMs);
      return;
    }
    const callee = destination.type === 'customer' ? destination.agent : destination.extension;
    const binding = this.#registrar.find(callee);
    if (binding === null || binding.peer === peer) {
      this.#answer(peer, request, 480);
      return;
    }
    const { domain, newId } = this.#deps;
    const changed = dialledCall(request, user, destination, binding.contact, domain, newId);
    this.#traffic.begin(peer, user, request, changed, binding);
  }

  /** Asks for proof, or takes it. @returns the user, null when an answer went out instead. */
  async #authenticate(
    peer: Peer,
    request: SipRequest,
    [header, asking, status]: typeof byRegistrar | typeof byProxy,
  ): Promise<string | null> {
    const realm = this.#deps.domain;
    const authorization = headerOf(request, header);
    const user = claimedUser(authorization);
    const passwordOf = user === '' ? null : await this.#deps.passwordOf(user);
    const { method } = request;
    const proof =
      user === '' ? 'absent' : this.#challenge.check({ authorization, method, realm, passwordOf });
    if (proof === 'right') return user;
    if (proof === 'wrong') this.#answer(peer, request, 403);
    else {
      const value = this.#challenge.header(realm, proof === 'stale' ? 'stale' : 'fresh');
      this.#answer(peer, request, status, { name: asking, value });
    }
    return null;
  }

  #answer(peer: Peer, request: SipRequest, status: number, ...added: readonly Header[]): void {
    peer.send(answerTo(request, status, this.#deps.newId(), ...added));
  }
}
