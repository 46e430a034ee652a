/** The legs of calls, kept from what the switch tells. */
import { Legs } from '@api/pbx/centre/legs.ts';
import { lineNames } from '@api/pbx/centre/line-names.ts';
import { describe, expect, it } from 'vitest';
import { advisorLeg, customerLeg, told } from '../../support/centre/told';

const names = lineNames({ lines: 'PJSIP/{line}', trunk: 'PJSIP/{number}@trunk' });
const uid = { CALLUID: 'uid-1' };
const row = (leg: Record<string, string>, more: Record<string, string> = {}) =>
  told('CoreShowChannel', { ...leg, Duration: '00:01:05', BridgeId: 'bridge', ...more });

const talk = (): Legs => {
  const legs = new Legs(names);
  legs.hear(told('Newchannel', customerLeg), 1000);
  legs.hear(told('Newchannel', { ...advisorLeg, ChannelStateDesc: 'Down' }, uid), 2000);
  return legs;
};
const bridged = (legs: Legs): void => {
  for (const leg of [customerLeg, advisorLeg])
    legs.hear(told('BridgeEnter', { ...leg, BridgeUniqueid: 'bridge' }), 3000);
};

describe('calls of telephones', () => {
  it('[QUEUE-1] a telephone rings, talks with the caller, and is free again', () => {
    const legs = talk();
    const call = {
      extension: '6001',
      channel: 'PJSIP/6001-00000002',
      callId: 'uid-1',
      since: 2000,
      isUp: false,
      peerChannel: null,
    };
    expect(legs.calls()).toEqual([call]);
    bridged(legs);
    const talking = { ...call, isUp: true, peerChannel: 'PJSIP/trunk-00000001' };
    expect(legs.calls()).toEqual([talking]);
    legs.hear(told('BridgeLeave', advisorLeg), 4000);
    expect(legs.calls()[0]?.peerChannel).toBeNull();
    legs.hear(told('Hangup', advisorLeg), 4000);
    expect(legs.calls()).toEqual([]);
  });

  it('[QUEUE-1] what tells nothing new of a leg is no change', () => {
    const legs = talk();
    expect(legs.hear(told('Newstate', advisorLeg), 2500)).toBe(true);
    expect(legs.hear(told('NewConnectedLine', advisorLeg), 2600)).toBe(false);
  });

  it('[QUEUE-1] a list gives what came unheard, with its age', () => {
    const legs = new Legs(names);
    legs.begin();
    legs.take([row(customerLeg), row(advisorLeg)], 100_000);
    expect(legs.calls()).toEqual([
      {
        extension: '6001',
        channel: 'PJSIP/6001-00000002',
        callId: 'call-1',
        since: 35_000,
        isUp: true,
        peerChannel: 'PJSIP/trunk-00000001',
      },
    ]);
  });

  it.each([
    ['in any order', ['PJSIP/6001', 'PJSIP/6001-0000000a', '6001']],
    ['the trunk is none', ['PJSIP/trunk', 'PJSIP/trunk-0000000a', null]],
    ['nor is what is no telephone', ['Local/6001@x', 'Local/6001@x-0000000a;1', null]],
  ] as const)('[QUEUE-1] names of telephones: %s', (_what, [device, channel, extension]) => {
    expect(names.extensionOfChannel(channel)).toBe(extension);
    if (extension !== null) expect(names.extensionOfDevice(device)).toBe(extension);
  });
});

describe('a list that was on its way', () => {
  it('[QUEUE-2] does not bring back a call that ended meanwhile', () => {
    const legs = talk();
    legs.begin();
    legs.hear(told('Hangup', advisorLeg), 5000);
    legs.take([row(customerLeg), row(advisorLeg)], 6000);
    expect(legs.calls()).toEqual([]);
  });

  it('[QUEUE-2] leaves a leg in the bridge that it entered meanwhile, and keeps its age', () => {
    const legs = new Legs(names);
    legs.begin();
    bridged(legs);
    const before = { BridgeId: '', ChannelStateDesc: 'Ringing' };
    legs.take([row(customerLeg, before), row(advisorLeg, before)], 100_000);
    expect(legs.calls()[0]).toMatchObject({
      isUp: true,
      peerChannel: 'PJSIP/trunk-00000001',
      since: 35_000,
    });
  });

  it('[QUEUE-2] leaves a leg that began meanwhile, and forgets one that is not listed', () => {
    const legs = talk();
    legs.begin();
    const other = { ...advisorLeg, Uniqueid: 'leg-3', Channel: 'PJSIP/6002-00000003' };
    legs.hear(told('Newchannel', other), 7000);
    legs.take([], 8000);
    expect(legs.calls().map(({ extension, since }) => [extension, since])).toEqual([
      ['6002', 7000],
    ]);
  });
});

describe('the name of a call', () => {
  it('[QUEUE-3] is what the desktop is told, whichever leg is looked at', () => {
    const legs = talk();
    expect(legs.callIdOf('leg-2')).toBe('uid-1');
    expect(legs.callIdOf('call-1')).toBe('call-1');
    bridged(legs);
    expect(legs.callIdOf('call-1')).toBe('uid-1');
  });

  it('[QUEUE-3] is the id that its legs share where the switch names none', () => {
    const legs = new Legs(names);
    legs.hear(told('Newchannel', { ...advisorLeg, Linkedid: 'call-9' }), 0);
    expect(legs.callIdOf('leg-2')).toBe('call-9');
    expect(legs.callIdOf('unknown')).toBe('unknown');
  });
});
