/**
 * The legs of all calls at the switch, kept from what it tells. A list that was asked for is older
 * than what was told while it was on its way, each fact by itself.
 */
import type { AmiMessage } from '../ami/message.ts';
import type { LineCall } from '../centre-port.ts';
import type { LineNames } from './line-names.ts';

export type Leg = {
  readonly id: string;
  readonly channel: string;
  readonly linkedId: string;
  /** What the dial plan names the call to the desktop; '' where it does not. */
  readonly callUid: string;
  readonly since: number;
  readonly isUp: boolean;
  readonly bridge: string;
  /** Somebody asked for its end. */
  readonly isEnding: boolean;
};
type Told = Partial<Omit<Leg, 'id'>>;
type News = { readonly told: Map<string, Told>; readonly gone: Set<string> };

const unknownLeg = { channel: '', linkedId: '', callUid: '', isUp: false, bridge: '' } as const;

const toldBy = (message: AmiMessage): Told => {
  const callUid = message.variable('CALLUID');
  return {
    channel: message.get('Channel'),
    linkedId: message.get('Linkedid'),
    isUp: message.get('ChannelStateDesc') === 'Up',
    ...(callUid === '' ? {} : { callUid }),
  };
};

/** Hours, minutes and seconds, as `00:01:05`. */
const durationMs = (text: string): number =>
  text.split(':').reduce((sum, part) => sum * 60 + (Number(part) || 0), 0) * 1000;

export class Legs {
  readonly #names: LineNames;
  #legs = new Map<string, Leg>();
  #news: News | null = null;

  constructor(names: LineNames) {
    this.#names = names;
  }

  get(id: string): Leg | undefined {
    return this.#legs.get(id);
  }

  /** What the desktop knows the call by that this leg is of; the leg's own id where it is unknown. */
  callIdOf(id: string): string {
    const leg = this.#legs.get(id);
    if (leg === undefined) return id;
    if (leg.callUid !== '') return leg.callUid;
    const named = this.#others(leg).find(({ callUid }) => callUid !== '');
    return named?.callUid ?? (leg.linkedId === '' ? id : leg.linkedId);
  }

  calls(): LineCall[] {
    return [...this.#legs.values()].flatMap((leg) => {
      const extension = this.#names.extensionOfChannel(leg.channel);
      if (extension === null) return [];
      const { id, channel, since, isUp } = leg;
      const callId = this.callIdOf(id);
      const peerChannel = this.#others(leg)[0]?.channel ?? null;
      return [{ extension, channel, callId, since, isUp, peerChannel }];
    });
  }

  #others({ id, bridge }: Leg): Leg[] {
    if (bridge === '') return [];
    return [...this.#legs.values()].filter((one) => one.bridge === bridge && one.id !== id);
  }

  /** Who is together with a leg. */
  others(id: string): Leg[] {
    const leg = this.#legs.get(id);
    return leg === undefined ? [] : this.#others(leg);
  }

  /** A list will be asked for. */
  begin(): void {
    this.#news = { told: new Map(), gone: new Set() };
  }

  /** That list, of CoreShowChannels. */
  take(rows: readonly AmiMessage[], now: number): void {
    const { told, gone } = this.#news ?? { told: new Map<string, Told>(), gone: new Set() };
    this.#news = null;
    const legs = new Map<string, Leg>();
    for (const row of rows) {
      const id = row.get('Uniqueid');
      if (id === '' || gone.has(id)) continue;
      const since = now - durationMs(row.get('Duration'));
      const bridge = row.get('BridgeId');
      legs.set(id, {
        id,
        ...unknownLeg,
        isEnding: false,
        ...toldBy(row),
        since,
        bridge,
        ...told.get(id),
      });
    }
    for (const [id, news] of told)
      if (!legs.has(id)) legs.set(id, { id, ...unknownLeg, isEnding: false, since: now, ...news });
    this.#legs = legs;
  }

  /** @returns whether it told something of a leg. */
  hear(message: AmiMessage, now: number): boolean {
    const id = message.get('Uniqueid');
    if (id === '' || message.get('Channel') === '') return false;
    switch (message.get('Event')) {
      case 'Hangup':
        this.#legs.delete(id);
        this.#news?.told.delete(id);
        this.#news?.gone.add(id);
        return true;
      case 'Newchannel':
        return this.#keep(id, { ...toldBy(message), since: now });
      case 'BridgeEnter':
        return this.#keep(id, { ...toldBy(message), bridge: message.get('BridgeUniqueid') });
      case 'BridgeLeave':
        return this.#keep(id, { ...toldBy(message), bridge: '' });
      case 'HangupRequest':
      case 'SoftHangupRequest':
        return this.#keep(id, { ...toldBy(message), isEnding: true });
      case 'Rename':
        return this.#keep(id, { channel: message.get('Newname') });
      default:
        // Whatever else is told of a leg tells also how it is; one that is new here began before.
        return message.get('Linkedid') !== '' && this.#keep(id, toldBy(message));
    }
  }

  #keep(id: string, told: Told): boolean {
    const known = this.#legs.get(id);
    if (this.#news !== null) {
      if (this.#news.gone.has(id)) return false;
      this.#news.told.set(id, { ...this.#news.told.get(id), ...told });
    } else if (known === undefined && told.since === undefined) return false;
    const before = known ?? { id, ...unknownLeg, isEnding: false, since: 0 };
    const after: Leg = { ...before, ...told };
    const keys = Object.keys(told) as (keyof Told)[];
    if (known !== undefined && keys.every((key) => known[key] === after[key])) return false;
    this.#legs.set(id, after);
    return true;
  }
}
