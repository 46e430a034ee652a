/** A lead's calls into those of advisors: her telephone rings, she is in, and changes her way. */
import { type HelpWay, helpWays } from '@shared/domain/team-help/policy.ts';
import type { AmiMessage } from '../ami/message.ts';
import type { HelpLeg, HelpNow, LineCall } from '../centre-port.ts';
import { RefusedBySwitch } from '../pbx-port.ts';
import type { Legs } from './legs.ts';
import type { CallOrders } from './orders.ts';

/** How long the lead's telephone rings, and how soon it has to begin. */
export const helpLimits = { ringMs: 15_000, beginMs: 3_000 } as const;

/** Where the dial plan has the lead's leg now (docs/switch.md); null: the switch has no such leg. */
const helpNowOf = (status: AmiMessage | null): HelpNow => {
  if (status === null) return 'none';
  const place = status.get('Exten');
  return helpWays.find((way) => way === place) ?? 'talks';
};

export class HelpCalls {
  readonly #orders: CallOrders;
  readonly #legs: Legs;
  readonly #waits = new Set<() => void>();
  readonly #failed = new Set<string>();
  #isAway = false;

  constructor(orders: CallOrders, legs: Legs) {
    this.#orders = orders;
    this.#legs = legs;
  }

  legOf(helpId: string): HelpLeg {
    const leg = this.#legs.get(helpId);
    if (leg === undefined) return 'none';
    return leg.isUp ? 'in' : 'rings';
  }

  /** @param statusOf what the switch says of a channel when it is asked anew */
  async nowOf(
    helpId: string,
    statusOf: (channel: string) => Promise<AmiMessage | null>,
  ): Promise<HelpNow> {
    const leg = this.#legs.get(helpId);
    if (leg?.isUp !== true) return leg === undefined ? 'none' : 'rings';
    return helpNowOf(await statusOf(leg.channel));
  }

  /** Resolves when the lead's telephone rings. */
  async begin(
    helpId: string,
    { lead, advisor, way }: { lead: string; advisor: string; way: HelpWay },
  ): Promise<void> {
    const { channel } = this.#talkOf(advisor);
    const rings = this.#heard(
      'no telephone rings',
      () => this.#legs.get(helpId) !== undefined,
      () => this.#failed.delete(helpId),
    );
    const call = { lead, advisor, channel, way, ringMs: helpLimits.ringMs };
    await Promise.all([rings, this.#orders.callLead(helpId, call)]);
  }

  async changeWay(helpId: string, way: HelpWay, advisor: string): Promise<void> {
    await this.#orders.send(helpId, this.#talkOf(advisor).channel, way);
  }

  async takeOver(helpId: string, advisor: string): Promise<void> {
    const lead = this.#legs.get(helpId);
    if (lead?.isUp !== true) throw new RefusedBySwitch('the lead is not in the call');
    const talk = this.#talkOf(advisor);
    if (talk.peerChannel === null) throw new RefusedBySwitch('nobody talks with the advisor');
    const { peerChannel } = talk;
    await this.#orders.send(helpId, peerChannel, 'take');
    await this.#heard('the call was not taken over', () =>
      this.#legs.others(helpId).some(({ channel }) => channel === peerChannel),
    );
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
    if (message.get('Event') === 'OriginateResponse' && message.get('Response') === 'Failure')
      this.#failed.add(message.get('ActionID'));
    for (const wait of [...this.#waits]) wait();
  }

  away(): void {
    this.#isAway = true;
    for (const wait of [...this.#waits]) wait();
    this.#isAway = false;
  }

  /** Resolves when what the switch told makes it so. @throws RefusedBySwitch when it does not soon. */
  #heard(otherwise: string, isSo: () => boolean, hasFailed = () => false): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (failed: Error | null): void => {
        clearTimeout(late);
        this.#waits.delete(look);
        if (failed === null) resolve();
        else reject(failed);
      };
      const look = (): void => {
        if (this.#isAway) settle(new Error('the switch is away'));
        else if (isSo()) settle(null);
        else if (hasFailed()) settle(new RefusedBySwitch(otherwise));
      };
      const late = setTimeout(() => settle(new RefusedBySwitch(otherwise)), helpLimits.beginMs);
      this.#waits.add(look);
      look();
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
