/**
 * An advisor of the lab: the real line, call, work and advisor desks of a shift on a real switch, with
 * silent media; what they tell goes to a real hub at once.
 */
import { randomUUID } from 'node:crypto';
import { AdvisorDesk } from '@renderer/engine/advisor/advisor-desk.ts';
import { Board } from '@renderer/engine/board/board.ts';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import { LineDesk } from '@renderer/engine/shift/line-desk.ts';
import { SipLine } from '@renderer/engine/telephony/sip/sip-line.ts';
import { emptyDraft } from '@renderer/engine/work/new-work.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { sampleBundle, sampleReference } from '../desk/samples.ts';

export type AdvisorWish = {
  readonly apiUrl: string;
  readonly login: string;
  readonly extension: string;
  readonly wsUrl: string;
  readonly now: () => number;
  readonly talkMs: () => number;
  readonly wrapUpMs: () => number;
  readonly dispositionCode: string;
};

const anybody = sampleBundle();

/** The two notes that she hears before her microphone opens. */
const beepMs = 450;
const awayAtMostMs = 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class LabAdvisor {
  readonly #wish: AdvisorWish;
  readonly #deviceId = randomUUID();
  readonly #reference = sampleReference();
  readonly #clock: { readonly now: () => number };
  readonly #calls: CallDesk;
  readonly #work: WorkDesk;
  readonly #advisor: AdvisorDesk;
  readonly #line: SipLine;
  readonly #lineDesk: LineDesk;
  #token = '';
  #sent: Promise<unknown> = Promise.resolve();
  #registered = false;
  /** Milliseconds in which she talked or wrote up. */
  workedMs = 0;
  talks = 0;
  #isLeaving = false;

  constructor(wish: AdvisorWish, advisorId: string) {
    this.#wish = wish;
    const clock = { now: wish.now };
    this.#clock = clock;
    const reference = () => this.#reference;
    this.#work = new WorkDesk({
      clock,
      newId: randomUUID,
      advisorId,
      reference,
      show: () => undefined,
      showCustomer: () => undefined,
      named: () => undefined,
      bundle: async (id) => ({ ...anybody, customer: { ...anybody.customer, id } }),
      byPhone: async () => [],
      ivr: async () => null,
      colleagueAt: async () => null,
      handed: { ask: async () => [], pause: async () => undefined },
      lookUp: async () => [],
      write: async (records) => {
        for (const record of records) if (record.t === 'mutation') this.#tell(record.mutation);
        return succeed(null);
      },
      played: () => undefined,
    });
    this.#advisor = new AdvisorDesk({
      clock,
      show: () => undefined,
      record: (body) => this.#tell(this.#work.mutation(body as never, 'state')),
      changed: () => undefined,
      keepQuiet: () => undefined,
    });
    this.#calls = this.#makeCalls();
    this.#line = new SipLine({
      openMicrophone: async () => new MediaStream(),
      speakerId: () => null,
      listener: {
        status: (status) => {
          this.#registered = status.status === 'registered';
          this.#lineDesk.onStatus(status);
        },
        incoming: (call, headers) => this.#lineDesk.onIncoming(call, headers),
        turnsAway: () => null,
        credentialsRefused: () => undefined,
      },
    });
    this.#lineDesk = new LineDesk({
      clock,
      newId: randomUUID,
      line: this.#line,
      calls: this.#calls,
      work: this.#work,
      settings: () => this.#settings(),
      reference,
      ownBrands: ['kerdoual'],
      hasMicrophone: () => true,
      board: new Board(),
      law: { pass: async () => fail('call-refused-by-law') },
      takeCallback: async () => succeed(null),
      beep: () => pause(beepMs),
      rolePlay: () => undefined,
      started: () => undefined,
    });
  }

  static async start(wish: AdvisorWish): Promise<LabAdvisor> {
    const signedIn = await fetch(new URL(routes.signIn, wish.apiUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        login: wish.login,
        password: 'parlance-demo',
        deviceId: randomUUID(),
      }),
    });
    const session = await signedIn.json();
    if (!signedIn.ok) throw new Error(`${wish.login}: ${JSON.stringify(session)}`);
    const one = new LabAdvisor(wish, session.user.id);
    one.#token = session.accessToken;
    one.#line.connect(one.#settings());
    return one;
  }

  get isRegistered(): boolean {
    return this.#registered;
  }

  /** Takes the calls of a campaign, ready from now on. */
  async takes(campaignId: string): Promise<void> {
    const answer = await this.#send('PUT', routes.campaignSignIn, { campaignId });
    if (!answer.ok) throw new Error(await answer.text());
    this.#advisor.take({ type: 'signed-in' });
    await this.#sent;
  }

  /** Ends her shift: what was told is at the hub. */
  async leaves(): Promise<void> {
    this.#isLeaving = true;
    for (const { id } of this.#calls.views) this.#calls.hangUp(id);
    await this.#sent;
    await this.#line.disconnect();
    await this.#sent;
  }

  #settings() {
    const { wsUrl, extension } = this.#wish;
    return {
      urls: [wsUrl],
      user: extension,
      password: `ligne-${extension}`,
      domain: '127.0.0.1',
      displayName: extension,
      iceServers: [],
      calledNumberHeaders: ['X-DNIS'],
      tones: 'rfc4733' as const,
      autoAnswer: 'asked' as const,
      doNotDisturb: 'busy' as const,
      parking: null,
      pickUp: null,
      training: false,
    };
  }

  #makeCalls(): CallDesk {
    return new CallDesk({
      clock: this.#clock,
      show: () => undefined,
      keep: () => undefined,
      listener: {
        answered: (id, at) => {
          this.#work.answered(id, at);
          this.#advisor.take({ type: 'call-started', about: null });
          void this.#talk(id);
        },
        ended: (call) => void this.#ended(call),
        ringing: () => undefined,
        handedTo: () => false,
      },
    });
  }

  async #talk(id: string): Promise<void> {
    this.talks += 1;
    await pause(this.#wish.talkMs());
    this.#calls.hangUp(id);
  }

  async #ended(call: Parameters<WorkDesk['ended']>[0]): Promise<void> {
    const { id } = call.origin;
    const answeredAt = this.#work.get(id)?.answeredAt ?? null;
    if (answeredAt === null) return this.#work.discard(id);
    const openWork = 1;
    await this.#work.ended(call);
    this.#advisor.take({ type: 'call-ended', about: null, liveCalls: 0, openWork });
    await pause(this.#wish.wrapUpMs());
    const { dispositionCode } = this.#wish;
    await this.#work.save(id, 1, { ...emptyDraft, dispositionCode, reasonCode: 'livraison' });
    const finished = await this.#work.finish(id);
    if (!finished.ok) throw new Error(`the wrap-up of ${id}: ${finished.error.code}`);
    this.workedMs += this.#clock.now() - Date.parse(answeredAt);
    if (this.#isLeaving) return;
    this.#advisor.take({ type: 'wrap-up-finished', liveCalls: 0, openWork: 0 });
  }

  /** In the order in which it happened, each as soon as the one before is at the hub. */
  #tell(mutation: MutationEnvelope): void {
    this.#sent = this.#sent.then(async () => {
      const body = { deviceId: this.#deviceId, mutations: [mutation] };
      const path = `${routes.push}?protocol=${currentProtocol}`;
      const answer = await this.#send('POST', path, body);
      const told = await answer.json();
      const refused = told.answers?.[0]?.status !== 'accepted';
      if (refused) throw new Error(`${mutation.kind}: ${JSON.stringify(told)}`);
    });
    this.#sent.catch(() => undefined);
  }

  /** A hub that is gone for a moment is told once it is back, as a desktop's outbox does it. */
  async #send(method: 'POST' | 'PUT', path: string, body: object): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${this.#token}`,
    };
    const url = new URL(path, this.#wish.apiUrl);
    const givenUp = Date.now() + awayAtMostMs;
    for (;;) {
      const sent = { method, headers, body: JSON.stringify(body) };
      const answer = await fetch(url, sent).catch(() => null);
      if (answer !== null && answer.status < 500) return answer;
      if (Date.now() > givenUp) throw new Error(`${path}: the hub did not come back`);
      await pause(250);
    }
  }

  /** @throws what the hub did not take. */
  async allTold(): Promise<void> {
    await this.#sent;
  }
}
