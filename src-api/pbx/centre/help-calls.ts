/** A lead's calls into those of advisors: her telephone rings, she is in, and changes her way. */
import type { AmiMessage } from '../ami/message.ts';
import type { HelpLeg, HelpWay, LineCall } from '../centre-port.ts';
import { RefusedBySwitch } from '../pbx-port.ts';
import type { Legs } from './legs.ts';
import type { CallOrders } from './orders.ts';

/** How long the lead's telephone rings, and how soon it has to begin. */
export const helpLimits = { ringMs: 15_000, beginMs: 3_000 } as const;

export class HelpCalls {
  readonly #orders: CallOrders;
  readonly #legs: Legs;
  readonly #beginning = new Map<string, (failed: Error | null) => void>();

  constructor(orders: CallOrders, legs: Legs) {
    this.#orders = orders;
    this.#legs = legs;
  }

  legOf(helpId: string): HelpLeg {
    const leg = this.#legs.get(helpId);
    if (leg === undefined) return 'none';
    return leg.isUp ? 'in' : 'rings';
  }

  /** Resolves when the lead's telephone rings. */
  async begin(
    helpId: string,
    { lead, advisor, way }: { lead: string; advisor: string; way: HelpWay },
  ): Promise<void> {
    const { channel } = this.#talkOf(advisor);
    const rings = this.#rings(helpId);
    const call = { lead, advisor, channel, way, ringMs: helpLimits.ringMs };
    await Promise.all([rings, this.#orders.callLead(helpId, call)]);
  }

  async changeWay(helpId: string, way: HelpWay, advisor: string): Promise<void> {
    await this.#orders.changeWay(helpId, this.#talkOf(advisor).channel, way);
  }

  async takeOver(helpId: string, advisor: string): Promise<void> {
    const lead = this.#legs.get(helpId);
    if (lead?.isUp !== true) throw new RefusedBySwitch('the lead is not in the call');
    const talk = this.#talkOf(advisor);
    if (talk.peerChannel === null) throw new RefusedBySwitch('nobody talks with the advisor');
    await this.#orders.bridge(talk.peerChannel, lead.channel);
    await this.#orders.hangUp(talk);
  }

  async end(helpId: string): Promise<void> {
    await this.#orders.hangUp({ channel: helpId });
  }

  async clearLine(extension: string): Promise<void> {
    const legs = this.#legs.calls().filter((call) => call.extension === extension);
    await Promise.all(legs.map((leg) => this.#orders.hangUp(leg)));
  }

  hear(message: AmiMessage): void {
    const event = message.get('Event');
    if (event === 'Newchannel') this.#beginning.get(message.get('Uniqueid'))?.(null);
    if (event === 'OriginateResponse' && message.get('Response') === 'Failure')
      this.#beginning.get(message.get('ActionID'))?.(new RefusedBySwitch('no telephone rings'));
  }

  away(): void {
    for (const settle of [...this.#beginning.values()]) settle(new Error('the switch is away'));
  }

  #rings(helpId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (failed: Error | null): void => {
        clearTimeout(late);
        this.#beginning.delete(helpId);
        if (failed === null) resolve();
        else reject(failed);
      };
      const silent = new RefusedBySwitch('no telephone rings');
      const late = setTimeout(() => settle(silent), helpLimits.beginMs);
      this.#beginning.set(helpId, settle);
    });
  }

  /** @throws RefusedBySwitch when the advisor talks with nobody. */
  #talkOf(advisor: string): LineCall {
    const own = this.#legs.calls().filter(({ extension, isUp }) => extension === advisor && isUp);
    const talk = own.find(({ peerChannel }) => peerChannel !== null) ?? own.at(-1);
    if (talk === undefined) throw new RefusedBySwitch('the advisor is in no call');
    return talk;
  }
}
