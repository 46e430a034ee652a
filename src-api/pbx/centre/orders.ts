/** What the hub orders of queues and calls at the switch. */
import type { HelpWay } from '@shared/domain/team-help/policy.ts';
import type { Ami } from '../ami/connection.ts';
import { RefusedBySwitch } from '../pbx-port.ts';
import type { Leg } from './legs.ts';
import type { LineNames } from './line-names.ts';

/** An order that has been carried out already is none. */
const unless = async (asked: Promise<unknown>, already: RegExp): Promise<'done' | 'already'> => {
  try {
    await asked;
    return 'done';
  } catch (error) {
    if (error instanceof RefusedBySwitch && already.test(error.message)) return 'already';
    throw error;
  }
};

/** The service of queues by telephones. */
export class QueueOrders {
  readonly #connection: Ami;
  readonly #names: LineNames;

  constructor(connection: Ami, names: LineNames) {
    this.#connection = connection;
    this.#names = names;
  }

  async join(queue: string, extension: string, penalty: number): Promise<void> {
    const device = this.#names.deviceOf(extension);
    const order = [
      ['Queue', queue],
      ['Interface', device],
      ['Penalty', String(penalty)],
      ['MemberName', extension],
      ['StateInterface', device],
    ] as const;
    const asked = this.#connection.ask('QueueAdd', order);
    if ((await unless(asked, /already there/i)) === 'already')
      await this.setPenalty(queue, extension, penalty);
  }

  async leave(queue: string, extension: string): Promise<void> {
    const order = [
      ['Queue', queue],
      ['Interface', this.#names.deviceOf(extension)],
    ] as const;
    await unless(this.#connection.ask('QueueRemove', order), /not there/i);
  }

  async pause(
    extension: string,
    { reason, queue }: { readonly reason: string; readonly queue: string | null },
  ): Promise<void> {
    await this.#setPause(extension, queue, ['true', reason]);
  }

  async resume(extension: string, queue: string | null): Promise<void> {
    await this.#setPause(extension, queue, ['false', '']);
  }

  async setPenalty(queue: string, extension: string, penalty: number): Promise<void> {
    await this.#connection.ask('QueuePenalty', [
      ['Queue', queue],
      ['Interface', this.#names.deviceOf(extension)],
      ['Penalty', String(penalty)],
    ]);
  }

  async setPriority(queue: string, channel: string, priority: number): Promise<void> {
    await this.#connection.ask('QueueChangePriorityCaller', [
      ['Queue', queue],
      ['Caller', channel],
      ['Priority', String(priority)],
      ['Immediate', 'yes'],
    ]);
  }

  async #setPause(
    extension: string,
    queue: string | null,
    [paused, reason]: readonly [string, string],
  ): Promise<void> {
    await this.#connection.ask('QueuePause', [
      ['Interface', this.#names.deviceOf(extension)],
      ['Paused', paused],
      ...(reason === '' ? [] : ([['Reason', reason]] as const)),
      ...(queue === null ? [] : ([['Queue', queue]] as const)),
    ]);
  }
}

/** A lead's way into a call. What each way does is in the dial plan (docs/switch.md). */
export class CallOrders {
  readonly #connection: Ami;
  readonly #names: LineNames;
  readonly #context: string;

  constructor(connection: Ami, names: LineNames, context: string) {
    this.#connection = connection;
    this.#names = names;
    this.#context = `${context}-help`;
  }

  /** Calls the lead's telephone; when she answers she is in the advisor's leg. */
  async callLead(
    helpId: string,
    call: {
      readonly lead: string;
      readonly advisor: string;
      readonly channel: string;
      readonly way: HelpWay;
      readonly ringMs: number;
    },
  ): Promise<void> {
    const order = [
      ['Channel', this.#names.deviceOf(call.lead)],
      ['ChannelId', helpId],
      ['Context', this.#context],
      ['Exten', call.way],
      ['Priority', '1'],
      ['CallerID', `<${call.advisor}>`],
      ['Timeout', String(call.ringMs)],
      ['Async', 'true'],
      ['Variable', `PARLANCE_CHANNEL=${call.channel}`],
      ['Variable', `PJSIP_HEADER(add,X-Parlance-Help)=${helpId}`],
    ] as const;
    await this.#connection.ask('Originate', order, helpId);
  }

  /** Into another way, or to be put together with the other leg. */
  async send(leadChannel: string, other: string, to: HelpWay | 'take'): Promise<void> {
    const channel = ['Channel', leadChannel] as const;
    await this.#connection.ask('Setvar', [
      channel,
      ['Variable', 'PARLANCE_CHANNEL'],
      ['Value', other],
    ]);
    await this.#connection.ask('Redirect', [
      channel,
      ['Context', this.#context],
      ['Exten', to],
      ['Priority', '1'],
    ]);
  }

  async hangUp({ channel }: Pick<Leg, 'channel'>): Promise<void> {
    await unless(
      this.#connection.ask('Hangup', [
        ['Channel', channel],
        ['Cause', '16'],
      ]),
      /no such channel/i,
    );
  }
}
