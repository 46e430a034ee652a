/**
 * Recording by Asterisk's MixMonitor. It has a connection of its own to the manager interface: a pause
 * must not wait behind the orders of a dialler.
 */
import type { FastifyBaseLogger } from 'fastify';
import { AmiClient } from './ami/client.ts';
import type { AmiMessage } from './ami/message.ts';
import type { AsteriskSettings } from './asterisk-pbx.ts';
import {
  type CallAtSwitch,
  fileOf,
  type RecorderListener,
  type RecorderPort,
} from './recorder-port.ts';

type Settings = Pick<AsteriskSettings, 'host' | 'port' | 'user' | 'secret' | 'lines' | 'context'>;
type Told = { readonly done: () => void; readonly timer: NodeJS.Timeout };

/** Longer is no announcement any more: nobody was told, and nothing is recorded. */
const announcedWithinMs = 30_000;
/** A French number without its prefix. */
const tellingDigits = 9;

const lastDigits = (text: string): string => text.replace(/\D/g, '').slice(-tellingDigits);
const isNumber = (channel: AmiMessage, number: string): boolean =>
  lastDigits(channel.get('CallerIDNum')) === lastDigits(number);

/** Where the switch keeps the id of a recording of this channel. */
const idVariable = (recordingId: string): string =>
  `PARLANCE_MIX_${recordingId.replaceAll('-', '_')}`;

export class AsteriskRecorder implements RecorderPort {
  readonly #settings: Settings;
  readonly #client: AmiClient;
  readonly #listeners: RecorderListener[] = [];
  readonly #told = new Map<string, Told>();

  constructor(settings: Settings, log: Pick<FastifyBaseLogger, 'info' | 'warn'>) {
    this.#settings = settings;
    this.#client = new AmiClient(settings, {
      event: (message) => this.#hear(message),
      ready: () => {
        for (const { back } of this.#listeners) back();
      },
      away: (cause) => log.warn({ cause }, 'the switch that records is away'),
    });
  }

  state(): 'ready' | 'away' {
    return this.#client.isReady ? 'ready' : 'away';
  }

  async findLeg({ extension, callUid, number }: CallAtSwitch): Promise<string | null> {
    const own = `${this.#settings.lines.replace('{line}', extension)}-`;
    const channels = await this.#client.ask('CoreShowChannels');
    const bridges = new Set(
      channels
        .filter((channel) => channel.get('Channel').startsWith(own))
        .map((channel) => channel.get('BridgeId'))
        .filter((bridge) => bridge !== ''),
    );
    const others = channels.filter(
      (channel) => bridges.has(channel.get('BridgeId')) && !channel.get('Channel').startsWith(own),
    );
    const leg =
      others.find((one) => callUid !== null && one.get('Uniqueid') === callUid) ??
      others.find((one) => number !== null && isNumber(one, number)) ??
      others.find((one) => callUid !== null && one.get('Linkedid') === callUid) ??
      (callUid === null && number === null && others.length === 1 ? others[0] : undefined);
    return leg?.get('Uniqueid') ?? null;
  }

  async announce(leg: string, recordingId: string): Promise<void> {
    const context = `${this.#settings.context}-recording`;
    const said = new Promise<void>((done, failed) => {
      const late = () => failed(new Error('the customer was not told that it is recorded'));
      const timer = setTimeout(late, announcedWithinMs);
      timer.unref();
      this.#told.set(recordingId, { done, timer });
    });
    try {
      const order = [
        ['Channel', `Local/tell@${context}/n`],
        ['Context', context],
        ['Exten', 'hear'],
        ['Priority', '1'],
        ['Async', 'true'],
        ['Variable', `__PARLANCE_LEG=${leg}`],
        ['Variable', `__PARLANCE_RECORDING=${recordingId}`],
      ] as const;
      await Promise.all([this.#client.ask('Originate', order), said]);
    } finally {
      clearTimeout(this.#told.get(recordingId)?.timer);
      this.#told.delete(recordingId);
    }
  }

  async start(leg: string, recordingId: string): Promise<void> {
    const files = `r(${fileOf(recordingId, 'customer')})t(${fileOf(recordingId, 'advisor')})`;
    await this.#client.ask('MixMonitor', [
      ['Channel', leg],
      ['File', ''],
      ['Options', `S${files}i(${idVariable(recordingId)})`],
    ]);
  }

  pause(leg: string): Promise<void> {
    return this.#mute(leg, '1');
  }

  resume(leg: string): Promise<void> {
    return this.#mute(leg, '0');
  }

  /** Both the recordings of a leg are muted together: what is paused is paused for every purpose. */
  async #mute(leg: string, state: '0' | '1'): Promise<void> {
    await this.#client.ask('MixMonitorMute', [
      ['Channel', leg],
      ['Direction', 'both'],
      ['State', state],
    ]);
  }

  async stop(leg: string, recordingId: string): Promise<void> {
    const variable = ['Variable', idVariable(recordingId)] as const;
    const [kept] = await this.#client.ask('Getvar', [['Channel', leg], variable]);
    await this.#client.ask('StopMixMonitor', [
      ['Channel', leg],
      ['MixMonitorID', kept?.get('Value') ?? ''],
    ]);
  }

  async liveLegs(): Promise<ReadonlySet<string>> {
    const channels = await this.#client.ask('CoreShowChannels');
    return new Set(channels.map((channel) => channel.get('Uniqueid')));
  }

  listen(listener: RecorderListener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#client.close();
  }

  #hear(message: AmiMessage): void {
    const event = message.get('Event');
    if (event === 'UserEvent' && message.get('UserEvent') === 'ParlanceAnnounced')
      this.#told.get(message.get('Recording'))?.done();
    if (event !== 'Hangup') return;
    for (const { ended } of this.#listeners) ended(message.get('Uniqueid'));
  }
}
