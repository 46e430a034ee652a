/**
 * Asterisk over its manager interface. What an answered call does is in the dial plan (docs/dialling.md),
 * so that a hub that dies leaves nobody in silence: the switch waits two seconds, says who called, and
 * hangs up. The call's id is its channel's, so that any hub recognises it.
 */
import type { AmiSettings } from './ami/client.ts';
import type { AmiConnection } from './ami/connection.ts';
import type { AmiMessage } from './ami/message.ts';
import { causeOf } from './end-cause.ts';
import { LineStates } from './line-states.ts';
import type {
  CallToPlace,
  LineState,
  LiveCall,
  PbxEvent,
  PbxListener,
  PbxPort,
} from './pbx-port.ts';

export type AsteriskSettings = AmiSettings & {
  /** How a number is reached: `{number}` stands for it in E.164. */
  readonly trunk: string;
  /** How an advisor's telephone is called: `{line}` stands for its extension. */
  readonly lines: string;
  /** The beginning of the names of the contexts in the dial plan. */
  readonly context: string;
  readonly ringSeconds: number;
  readonly machines: 'detect' | 'ignore';
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const told: Readonly<Record<string, 'answered' | 'machine' | 'abandoned'>> = {
  ParlanceAnswered: 'answered',
  ParlanceMachine: 'machine',
  ParlanceAbandoned: 'abandoned',
};

/** What has an application of its own while it is told from a machine has not been picked up by anybody yet. */
const liveCallOf = (channel: AmiMessage): LiveCall => {
  if (channel.get('ChannelStateDesc') !== 'Up' || channel.get('Application') === 'AMD')
    return 'ringing';
  return channel.get('BridgeId') === '' ? 'picked-up' : 'talking';
};

const orNull = (text: string): string | null => (text === '' ? null : text.slice(0, 80));

/** A comma would begin another variable. */
const variable = (name: string, value: string): readonly [string, string] => [
  'Variable',
  `__PARLANCE_${name}=${encodeURIComponent(value)}`,
];

export class AsteriskPbx implements PbxPort {
  readonly #settings: AsteriskSettings;
  readonly #connection: AmiConnection;
  readonly #lines: LineStates;
  readonly #listeners: PbxListener[] = [];

  constructor(settings: AsteriskSettings, connection: AmiConnection) {
    this.#settings = settings;
    this.#connection = connection;
    this.#lines = new LineStates(settings.lines);
    connection.listen({
      event: (message) => this.#hear(message),
      ready: () => void this.#begin(),
      away: () => this.#lines.forget(),
    });
  }

  state(): 'ready' | 'away' {
    return this.#connection.isReady ? 'ready' : 'away';
  }

  lineOf(extension: string): LineState {
    return this.#lines.of(extension);
  }

  async place({ id, number, presented, about }: CallToPlace): Promise<void> {
    const { trunk, context, ringSeconds, machines } = this.#settings;
    const order = [
      ['Channel', trunk.replace('{number}', number)],
      ['ChannelId', id],
      ['Context', `${context}-dialler`],
      ['Exten', 's'],
      ['Priority', '1'],
      ['CallerID', `<${presented}>`],
      ['Timeout', String(ringSeconds * 1000)],
      ['Async', 'true'],
      variable('CALL', id),
      variable('NUMBER', number),
      variable('BRAND', about.brandId),
      variable('CAMPAIGN', about.campaignId),
      variable('NAME', about.campaignName),
      variable('SCRIPT', about.scriptId ?? ''),
      variable('PURPOSE', about.purpose),
      variable('CONTACT', about.contactId),
      variable('CUSTOMER', about.customerId),
      variable('PRESENTED', presented),
      variable('AMD', machines === 'detect' ? 'yes' : 'no'),
    ] as const;
    await this.#connection.ask('Originate', order, id);
  }

  async putThrough(
    callId: string,
    { extension, withinMs }: { readonly extension: string; readonly withinMs: number },
  ): Promise<void> {
    const within = (Math.max(withinMs, 100) / 1000).toFixed(2);
    const channel = ['Channel', callId] as const;
    const limit = [channel, ['Variable', '__PARLANCE_WITHIN'], ['Value', within]] as const;
    const where = [
      channel,
      ['Context', `${this.#settings.context}-advisor`],
      ['Exten', extension],
      ['Priority', '1'],
    ] as const;
    await Promise.all([
      this.#connection.ask('Setvar', limit),
      this.#connection.ask('Redirect', where),
    ]);
  }

  async hangUp(callId: string): Promise<void> {
    // It rang, and nobody picked up (Q.850).
    await this.#connection.ask('Hangup', [
      ['Channel', callId],
      ['Cause', '19'],
    ]);
  }

  async liveCalls(): Promise<ReadonlyMap<string, LiveCall>> {
    const listed = await this.#connection.ask('CoreShowChannels');
    const ours = listed.filter((message) => uuid.test(message.get('Uniqueid')));
    return new Map(ours.map((message) => [message.get('Uniqueid'), liveCallOf(message)]));
  }

  listen(listener: PbxListener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  async #begin(): Promise<void> {
    await this.#lines.read(this.#connection).catch(() => undefined);
    for (const { back } of this.#listeners) back();
  }

  #hear(message: AmiMessage): void {
    this.#lines.hear(message);
    const event = this.#eventOf(message);
    if (event === null || !uuid.test(event.callId)) return;
    for (const listener of this.#listeners) listener.event(event);
  }

  #eventOf(message: AmiMessage): PbxEvent | null {
    const callId = message.get('Uniqueid');
    switch (message.get('Event')) {
      case 'UserEvent': {
        const type = told[message.get('UserEvent')];
        if (type === undefined) return null;
        const call = { callId: message.get('Call') };
        if (type === 'abandoned') return { type, ...call };
        const because = orNull(message.get('Because'));
        if (type === 'machine') return { type, ...call, because };
        const silentMs = Math.max(0, Number(message.get('Silent')) || 0);
        return { type, ...call, because, silentMs, isUnsure: message.get('Heard') === 'NOTSURE' };
      }
      case 'Newstate':
        return message.get('ChannelStateDesc') === 'Ringing' ? { type: 'ringing', callId } : null;
      case 'DialEnd':
        return message.get('DialStatus') === 'ANSWER' ? { type: 'put-through', callId } : null;
      case 'Hangup':
        return { type: 'ended', callId, cause: causeOf(message.get('Cause')) };
      case 'OriginateResponse':
        // Where there was no channel at all nothing else tells of it.
        return message.get('Response') === 'Failure' && !uuid.test(callId)
          ? { type: 'ended', callId: message.get('ActionID'), cause: 'failed' }
          : null;
      default:
        return null;
    }
  }
}
