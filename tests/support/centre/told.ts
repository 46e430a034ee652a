/** What a switch tells over its manager interface, as short as a test can write it. */
import { AmiMessage } from '@api/pbx/ami/message.ts';

export type Facts = Readonly<Record<string, string>>;

/** `variables`: of the leg, as `channelvars` of manager.conf adds them. */
export const told = (event: string, facts: Facts = {}, variables: Facts = {}): AmiMessage =>
  new AmiMessage([
    ['Event', event],
    ...Object.entries(facts),
    ...Object.entries(variables).map(([name, value]): [string, string] => [
      'ChanVariable',
      `${name}=${value}`,
    ]),
  ]);

const lab = { Linkedid: 'call-1', ChannelStateDesc: 'Up' };
/** A customer's leg, and the advisor's at telephone 6001. */
export const customerLeg: Facts = { Uniqueid: 'call-1', Channel: 'PJSIP/trunk-00000001', ...lab };
export const advisorLeg: Facts = { Uniqueid: 'leg-2', Channel: 'PJSIP/6001-00000002', ...lab };
export const member: Facts = {
  Queue: 'service',
  Interface: 'PJSIP/6001',
  Membership: 'dynamic',
  Penalty: '0',
  Status: '1',
  Paused: '0',
  PausedReason: '',
};
