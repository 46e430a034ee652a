/**
 * The line over sip.js: one UserAgent, our own reconnection (the library gives up after three
 * tries and registers only once). A new connection gets a new Registerer; the old one is let go.
 */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { backoffMs } from '@shared/kernel/backoff.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { type Invitation, Inviter, Registerer, RegistererState, UserAgent } from 'sip.js';
import type { Line, LineCall, LineListener, LineStatus } from '../line.ts';
import { rtcServers, ServerProbe } from '../media/server-probe.ts';
import { incomingHeaders } from './incoming-headers.ts';
import { MediaSession } from './media-session.ts';
import { completeRegisterAnswer } from './register-answer.ts';
import { SipCall } from './sip-call.ts';

export type SipLineDeps = {
  readonly openMicrophone: (deviceId: string | null) => Promise<MediaStream>;
  /** null: what the far end says is not played at all. */
  readonly speakerId: () => string | null;
  readonly listener: LineListener;
};

const backoff = { firstMs: 400, maxMs: 15_000 };
const registrationSeconds = 300;
const ringSeconds = 180;

/** Odd registrars are understood before the library sees what they say. */
const completeAnswers = (agent: UserAgent): void => {
  const { transport } = agent;
  const receive = transport.onMessage;
  transport.onMessage = (message) =>
    receive?.(completeRegisterAnswer(message, agent.contact.uri.toString(), registrationSeconds));
};

/** Registration refused for good: wrong name or password (RFC 3261 §21.4). */
const refusedForGood = new Set([401, 403, 404, 407]);

export class SipLine implements Line {
  readonly #deps: SipLineDeps;
  readonly #probe = new ServerProbe();
  #settings: LineSettings | null = null;
  #agent: UserAgent | null = null;
  #registerer: Registerer | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #server = 0;
  /** These credentials were good once: a switch that is starting up may still refuse them. */
  #proven = false;

  constructor(deps: SipLineDeps) {
    this.#deps = deps;
  }

  connect(settings: LineSettings): void {
    if (JSON.stringify(this.#settings) !== JSON.stringify(settings)) void this.#leaveAgent();
    this.#settings = settings;
    this.#attempt = 0;
    this.#proven = false;
    this.#probe.watch(settings.iceServers);
    this.#open();
  }

  async disconnect(): Promise<void> {
    this.#settings = null;
    this.#probe.stop();
    this.#report('off', null);
    await this.#leaveAgent();
  }

  retryNow(): void {
    if (this.#settings === null || this.#registerer?.state === RegistererState.Registered) return;
    this.#attempt = 0;
    clearTimeout(this.#timer);
    this.#open();
  }

  dial(target: string, headers: readonly string[], callerNumber?: string): LineCall {
    const agent = this.#agent;
    const uri = this.#addressOf(target);
    if (agent === null || uri === undefined) throw new Error('dialled without a line');
    const inviter = new Inviter(agent, uri, {
      extraHeaders: [...headers],
      ...this.#presenting(callerNumber),
    });
    const call = this.#callOf(inviter);
    void call.invite(inviter);
    return call;
  }

  /** Lets the connection and its registration go; another address needs an agent of its own. */
  async #leaveAgent(): Promise<void> {
    clearTimeout(this.#timer);
    const agent = this.#agent;
    this.#agent = null;
    this.#registerer = null;
    await agent?.stop().catch(() => undefined);
  }

  #addressOf(user: string) {
    const escaped = encodeURIComponent(user).replaceAll('%2B', '+');
    return UserAgent.makeURI(`sip:${escaped}@${this.#settings?.domain ?? ''}`);
  }

  #presenting(callerNumber: string | undefined) {
    const fromUri = callerNumber === undefined ? undefined : this.#addressOf(callerNumber);
    return fromUri === undefined ? {} : { params: { fromUri } };
  }

  #callOf(session: Inviter | Invitation): SipCall {
    return new SipCall(session, {
      openMicrophone: this.#deps.openMicrophone,
      speakerId: this.#deps.speakerId,
    });
  }

  /** The same agent reconnects while the address is the same, so that live calls survive. */
  #open(): void {
    const settings = this.#settings;
    if (settings === null) return;
    this.#report('connecting', null);
    const agent = this.#agent;
    if (agent?.isConnected()) {
      this.#register(agent);
      return;
    }
    const joined =
      agent === null || settings.urls.length > 1 ? this.#startAgent(settings) : agent.reconnect();
    joined.catch(() => this.#lost('line-unreachable'));
  }

  async #startAgent(settings: LineSettings): Promise<void> {
    const before = this.#agent;
    if (before !== null && Object.keys(before._sessions).length > 0) return before.reconnect();
    this.#agent = null;
    await before?.stop().catch(() => undefined);
    const agent = this.#makeAgent(settings);
    this.#agent = agent;
    await agent.start();
  }

  #makeAgent(settings: LineSettings): UserAgent {
    const server = settings.urls[this.#server % settings.urls.length] ?? '';
    const uri = UserAgent.makeURI(`sip:${encodeURIComponent(settings.user)}@${settings.domain}`);
    if (uri === undefined) throw new Error('the line has no address');
    const agent: UserAgent = new UserAgent({
      uri,
      displayName: settings.displayName,
      authorizationUsername: settings.user,
      authorizationPassword: settings.password,
      userAgentString: 'Parlance',
      noAnswerTimeout: ringSeconds,
      transportOptions: { server, connectionTimeout: 5, keepAliveInterval: 20 },
      reconnectionAttempts: 0,
      logBuiltinEnabled: false,
      sessionDescriptionHandlerFactory: () => this.#media(settings),
      delegate: {
        onConnect: () => this.#register(agent),
        onDisconnect: () => {
          if (this.#agent === agent) this.#lost('line-unreachable');
        },
        onInvite: (invitation) => this.#incoming(invitation, settings),
      },
    });
    completeAnswers(agent);
    return agent;
  }

  #media(settings: LineSettings): MediaSession {
    return new MediaSession({
      iceServers: () => rtcServers(settings.iceServers),
      serverHealth: () => this.#probe.health,
      openMicrophone: () => this.#deps.openMicrophone(null),
    });
  }

  #incoming(invitation: Invitation, settings: LineSettings): void {
    const headers = incomingHeaders(invitation.request, settings.calledNumberHeaders);
    this.#deps.listener.incoming(this.#callOf(invitation), headers);
  }

  #register(agent: UserAgent): void {
    if (this.#agent !== agent) return;
    const registerer = new Registerer(agent, {
      expires: registrationSeconds,
      refreshFrequency: 75,
    });
    this.#registerer = registerer;
    registerer.stateChange.addListener((state) => {
      if (this.#registerer !== registerer) return;
      if (state === RegistererState.Registered) {
        this.#attempt = 0;
        this.#proven = true;
        this.#report('registered', null);
      } else if (state === RegistererState.Unregistered) {
        // The library says that before it says why: a refusal for good comes first.
        queueMicrotask(() => {
          if (this.#registerer === registerer) this.#lost('line-not-registered');
        });
      }
    });
    registerer
      .register({
        requestDelegate: {
          onReject: ({ message }) => {
            if (this.#registerer !== registerer) return;
            if (!this.#proven && refusedForGood.has(message.statusCode ?? 0)) this.#refused();
            else this.#lost('line-not-registered');
          },
        },
      })
      .catch(() => this.#lost('line-not-registered'));
  }

  #refused(): void {
    clearTimeout(this.#timer);
    this.#registerer = null;
    this.#report('refused', 'line-credentials-refused');
  }

  #lost(error: ErrorCode): void {
    const settings = this.#settings;
    if (settings === null) return;
    const gone = this.#registerer;
    this.#registerer = null;
    // Its timers must not register a second time; while the connection is down nothing is sent.
    void gone?.dispose().catch(() => undefined);
    clearTimeout(this.#timer);
    const waitMs = backoffMs(this.#attempt, backoff, Math.random);
    this.#attempt += 1;
    this.#server += 1;
    this.#report('lost', error, Date.now() + waitMs);
    this.#timer = setTimeout(() => this.#again(), waitMs);
  }

  #again(): void {
    const agent = this.#agent;
    if (agent?.isConnected()) this.#register(agent);
    else this.#open();
  }

  #report(
    status: LineStatus['status'],
    error: ErrorCode | null,
    retryAt: number | null = null,
  ): void {
    this.#deps.listener.status({ status, error, retryAt });
  }
}
