/**
 * The line over sip.js: one user agent as long as the settings are the same, so that calls live on
 * over lost connections, other servers of the same PBX, sleep and changed networks.
 */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { UserAgent } from 'sip.js';
import type { KeptDialog, Line, LineCall, LineListener, LineStatus } from '../line.ts';
import { rtcServers, ServerProbe } from '../media/server-probe.ts';
import { Reconnecting } from './connection/reconnecting.ts';
import { Registration, type RegistrationEnd } from './connection/registration.ts';
import { addressOf, failOpenRequests, makeAgent, socketOf } from './connection/sip-agent.ts';
import { LineCalls } from './line-calls.ts';
import { incomingHeaders } from './session/incoming-headers.ts';
import { MediaSession } from './session/media-session.ts';

export type SipLineDeps = {
  readonly openMicrophone: (deviceId: string | null) => Promise<MediaStream>;
  /** null: what the far end says is not played at all. */
  readonly speakerId: () => string | null;
  readonly listener: LineListener;
  /** Handed over, a call of this line goes nowhere; without it the library follows by itself. */
  readonly referred?: (call: LineCall) => void;
};

/** Registration refused for good: wrong name or password (RFC 3261 §21.4). */
const refusedForGood = new Set([401, 403, 404, 407]);
/** A switch that is starting up may still refuse what it took before. */
const triesAfterRefusal = 3;
/** After an event of the system: the other end has to show at once that it is there. */
const suspectedMs = 600;

export class SipLine implements Line {
  readonly #deps: SipLineDeps;
  readonly #probe = new ServerProbe();
  readonly #reconnecting = new Reconnecting();
  readonly #calls: LineCalls;
  #settings: LineSettings | null = null;
  #agent: UserAgent | null = null;
  #registration: Registration | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** This agent was registered before: the line may have gone to another desktop since. */
  #proven = false;
  #refusals = 0;
  #networkChanged = false;

  constructor(deps: SipLineDeps) {
    this.#deps = deps;
    this.#calls = new LineCalls({
      ...deps,
      mediaLost: () => this.retryNow(true),
      tones: () => this.#settings?.tones ?? 'rfc4733',
    });
  }

  connect(settings: LineSettings): void {
    if (JSON.stringify(this.#settings) !== JSON.stringify(settings)) void this.#leaveAgent();
    this.#settings = settings;
    this.#proven = false;
    this.#refusals = 0;
    this.#reconnecting.use(settings.urls);
    this.#probe.watch(settings.iceServers);
    this.#open();
  }

  async disconnect(): Promise<void> {
    this.#settings = null;
    this.#probe.stop();
    this.#report('off', null);
    await this.#leaveAgent();
  }

  retryNow(networkChanged = false): void {
    if (this.#settings === null) return;
    this.#networkChanged ||= networkChanged;
    if (this.#registration?.registered) {
      void this.#checkNow(this.#registration);
      return;
    }
    this.#reconnecting.worked();
    this.#open();
  }

  suspend(): void {
    this.#calls.suspend();
  }

  dial(target: string, headers: readonly string[], callerNumber?: string): LineCall {
    const { agent, uri, domain } = this.#dialling(target);
    const from = callerNumber === undefined ? undefined : addressOf(callerNumber, domain);
    return this.#calls.dial(agent, uri, {
      extraHeaders: [...headers],
      ...(from === undefined ? {} : { params: { fromUri: from } }),
    });
  }

  takeBack(dialog: KeptDialog, state: Parameters<Line['takeBack']>[1]): LineCall {
    const { agent, uri } = this.#dialling(this.#settings?.user ?? '');
    return this.#calls.takeBack(agent, uri, dialog, state);
  }

  part(partings: readonly string[]): void {
    this.#calls.part(this.#dialling(this.#settings?.user ?? '').agent, partings);
  }

  #dialling(target: string) {
    const agent = this.#agent;
    const domain = this.#settings?.domain ?? '';
    const uri = addressOf(target, domain);
    if (agent === null || uri === undefined) throw new Error('dialled without a line');
    return { agent, uri, domain };
  }

  /** Lets the connection and its registration go; other settings need an agent of their own. */
  async #leaveAgent(): Promise<void> {
    clearTimeout(this.#timer);
    const agent = this.#agent;
    const registration = this.#registration;
    this.#agent = null;
    this.#registration = null;
    await registration?.giveBack();
    await agent?.stop().catch(() => undefined);
  }

  #open(): void {
    const settings = this.#settings;
    if (settings === null) return;
    clearTimeout(this.#timer);
    this.#report('connecting', null);
    this.#agent ??= this.#makeAgent(settings);
    const agent = this.#agent;
    const socket = socketOf(agent);
    if (agent.isConnected()) {
      this.#register(agent);
      return;
    }
    socket.server = this.#reconnecting.server;
    const opened = agent.state === 'Started' ? agent.reconnect() : agent.start();
    opened.catch(() => {
      if (this.#agent === agent) this.#again('line-unreachable', this.#reconnecting.failed());
    });
  }

  #makeAgent(settings: LineSettings): UserAgent {
    const agent: UserAgent = makeAgent(settings, this.#reconnecting.server, {
      connected: () => {
        this.#calls.opened();
        this.#register(agent);
      },
      disconnected: () => this.#disconnected(agent),
      incoming: (invitation) => {
        const headers = incomingHeaders(invitation.request, settings.calledNumberHeaders);
        const statusCode = this.#deps.listener.turnsAway(headers);
        if (statusCode === null)
          this.#deps.listener.incoming(this.#calls.take(invitation), headers);
        else void invitation.reject({ statusCode }).catch(() => undefined);
      },
      media: () =>
        new MediaSession({
          iceServers: () => rtcServers(settings.iceServers),
          serverHealth: () => this.#probe.health,
          openMicrophone: () => this.#deps.openMicrophone(null),
        }),
    });
    return agent;
  }

  #disconnected(agent: UserAgent): void {
    this.#calls.leave(agent);
    failOpenRequests(agent);
    if (this.#agent !== agent) return;
    this.#calls.gone();
    this.#registration?.leave();
    this.#registration = null;
    // Over in a moment, or a server that is gone: the same one first, then the others.
    this.#again('line-unreachable', this.#reconnecting.lost());
  }

  #register(agent: UserAgent): void {
    if (this.#agent !== agent) return;
    this.#registration?.leave();
    const registration: Registration = new Registration(agent, {
      registered: () => this.#registered(),
      ended: (end) => {
        if (this.#registration === registration) this.#ended(end);
      },
    });
    this.#registration = registration;
    void registration.begin(this.#proven);
  }

  #registered(): void {
    const changed = this.#networkChanged;
    this.#networkChanged = false;
    this.#proven = true;
    this.#refusals = 0;
    this.#reconnecting.worked();
    this.#report('registered', null);
    this.#calls.back(changed);
  }

  async #checkNow(registration: Registration): Promise<void> {
    await registration.check(suspectedMs);
    if (!registration.registered) this.#open();
    if (!registration.registered || !this.#networkChanged) return;
    this.#networkChanged = false;
    this.#calls.back(true);
  }

  #ended(end: RegistrationEnd): void {
    this.#registration = null;
    if (end.type === 'taken') this.#stop('line-taken-elsewhere');
    else if (end.type === 'silent') {
      const agent = this.#agent;
      if (agent?.isConnected()) socketOf(agent).abandon();
      else this.#again('line-unreachable', this.#reconnecting.failed());
    } else if (end.type === 'refused' && refusedForGood.has(end.status)) this.#refused();
    else this.#again('line-not-registered', this.#reconnecting.lost());
  }

  #refused(): void {
    this.#refusals += 1;
    this.#deps.listener.credentialsRefused();
    if (!this.#proven || this.#refusals > triesAfterRefusal) this.#stop('line-credentials-refused');
    else this.#again('line-credentials-refused', this.#reconnecting.lost(), 'refused');
  }

  /** Nothing more is tried by itself. */
  #stop(error: ErrorCode): void {
    clearTimeout(this.#timer);
    this.#report('refused', error);
  }

  #again(error: ErrorCode, waitMs: number, status: 'lost' | 'refused' = 'lost'): void {
    if (this.#settings === null) return;
    clearTimeout(this.#timer);
    this.#report(status, error, Date.now() + waitMs);
    this.#timer = setTimeout(() => this.#open(), waitMs);
  }

  #report(
    status: LineStatus['status'],
    error: ErrorCode | null,
    retryAt: number | null = null,
  ): void {
    this.#deps.listener.status({ status, error, retryAt });
  }
}
