/** A line whose far ends answer, refuse, hold, are lost and come back when a test says so. */
import type {
  IncomingHeaders,
  Line,
  LineCall,
  LineStatus,
  TransferProgress,
} from '@renderer/engine/telephony/line.ts';
import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import { FakeLineCall } from './fake-line-call.ts';

const endings: ReadonlySet<CallEffect> = new Set(['send-decline', 'send-cancel', 'send-bye']);

/** What is really so between the two ends, whatever the program believes. */
export class SimulatedCall extends FakeLineCall {
  stage: 'ringing' | 'answering' | 'up' | 'over' = 'ringing';
  pending: 'hold' | 'resume' | null = null;
  held = false;
  microphoneOpen: boolean;
  tell: ((progress: TransferProgress) => void) | null = null;
  readonly outbound: boolean;

  constructor(outbound: boolean) {
    super();
    this.outbound = outbound;
    this.microphoneOpen = outbound;
  }

  /** Voices pass. */
  get heard(): boolean {
    return this.stage === 'up' && !this.held && !this.apart;
  }

  override send(effect: CallEffect): void {
    super.send(effect);
    if (effect === 'send-answer') {
      this.stage = 'answering';
      this.microphoneOpen = true;
    } else if (effect === 'send-hold') this.pending = 'hold';
    else if (effect === 'send-resume') this.pending = 'resume';
    else if (effect === 'release-media') this.microphoneOpen = false;
    else if (endings.has(effect)) this.stage = 'over';
  }

  override transfer(target: string | LineCall, tell: (is: TransferProgress) => void): void {
    super.transfer(target, tell);
    this.tell = tell;
  }

  accepts(): void {
    this.stage = 'up';
    this.happens({ type: 'accepted' });
  }

  ends(event: CallEvent): void {
    this.stage = 'over';
    this.pending = null;
    this.happens(event);
  }

  /** The far end agrees to what it was asked, or refuses. */
  agrees(): void {
    const asked = this.pending;
    this.pending = null;
    if (asked === null) return;
    this.held = asked === 'hold';
    this.happens({ type: asked === 'hold' ? 'hold-negotiated' : 'resume-negotiated' });
  }
  refuses(): void {
    if (this.pending === null) return;
    this.pending = null;
    this.happens({ type: 'negotiation-failed' });
  }

  transferGoes(progress: TransferProgress): void {
    const tell = this.tell;
    if (progress.stage === 'done' || progress.stage === 'failed') this.tell = null;
    tell?.(progress);
  }
}

export class SimulatedLine implements Line {
  readonly calls: SimulatedCall[] = [];
  isUp = true;
  readonly #status: (status: LineStatus) => void;
  readonly #incoming: (call: SimulatedCall, headers: IncomingHeaders) => void;

  constructor(
    status: (status: LineStatus) => void,
    incoming: (call: SimulatedCall, headers: IncomingHeaders) => void,
  ) {
    this.#status = status;
    this.#incoming = incoming;
  }

  readonly connect = (): void => undefined;
  readonly disconnect = async (): Promise<void> => undefined;
  readonly suspend = (): void => undefined;
  readonly part = (): void => undefined;
  /** Asked for while it is away, it says at once that it stays away. */
  retryNow(): void {
    queueMicrotask(() => this.#tell(this.isUp ? 'registered' : 'refused'));
  }
  dial(): SimulatedCall {
    return this.#add(new SimulatedCall(true));
  }
  takeBack(): SimulatedCall {
    return this.#add(new SimulatedCall(true));
  }

  rings(from: string, autoAnswer = false): void {
    const headers = { assertedIdentity: null, to: 'sip:6001@pbx', requestUri: 'sip:6001@pbx' };
    const rest = {
      called: ['+33199004110'],
      brand: null,
      queue: null,
      callUid: null,
      autoAnswer,
    };
    this.#incoming(this.#add(new SimulatedCall(false)), { from, ...headers, ...rest });
  }

  /** What rings is lost with the connection; what talks goes on, and what was asked waits. */
  lost(): void {
    this.isUp = false;
    for (const call of this.calls) {
      const lost = call.stage === 'ringing' || call.stage === 'answering';
      if (lost && call.outbound) call.ends({ type: 'rejected', sipStatus: 503 });
      else if (lost) call.ends({ type: 'connection-lost' });
    }
    this.#tell('lost');
  }
  back(): void {
    this.isUp = true;
    this.#tell('registered');
  }

  #add(call: SimulatedCall): SimulatedCall {
    this.calls.push(call);
    return call;
  }
  #tell(status: LineStatus['status']): void {
    this.#status({ status, error: null, retryAt: null });
  }
}
