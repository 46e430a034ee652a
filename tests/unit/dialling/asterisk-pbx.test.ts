/** What the switch says, read as what happens to a call. */
import { createServer, type Socket } from 'node:net';
import { AmiConnection } from '@api/pbx/ami/connection.ts';
import { AmiReader, writeAmi } from '@api/pbx/ami/message.ts';
import { AsteriskPbx } from '@api/pbx/asterisk-pbx.ts';
import { type PbxEvent, RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../support/until';

type Lines = readonly (readonly [string, string])[];
const id = '0191c0de-0000-4000-8000-000000000001';
const call = ['Call', id] as const;

let sockets: Socket[] = [];
let ordered: { readonly action: string; readonly get: (key: string) => string }[] = [];
let answers: (action: string, actionId: string) => string | null;
let pbx: AsteriskPbx;
let heard: PbxEvent[] = [];
let stop: () => void;

const success = (actionId: string, ...lines: Lines): string =>
  writeAmi([['Response', 'Success'], ['ActionID', actionId], ...lines]);

beforeEach(async () => {
  sockets = [];
  ordered = [];
  heard = [];
  answers = (_action, actionId) => success(actionId, ['Challenge', '1']);
  const server = createServer((socket) => {
    sockets.push(socket);
    const reader = new AmiReader();
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('data', (text: string) => {
      for (const message of reader.take(text)) {
        const action = message.get('Action');
        ordered.push({ action, get: (key) => message.get(key) });
        const answer = answers(action, message.get('ActionID'));
        if (answer !== null) socket.write(answer);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const settings = {
    host: '127.0.0.1',
    port,
    user: 'parlance',
    secret: 's',
    trunk: 'PJSIP/{number}@trunk',
    lines: 'PJSIP/{line}',
    context: 'parlance',
    ringSeconds: 25,
    machines: 'detect',
  } as const;
  const log = { info: () => undefined, warn: () => undefined };
  pbx = new AsteriskPbx(settings, new AmiConnection(settings, log));
  pbx.listen({ event: (event) => heard.push(event), back: () => undefined });
  stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  await until('it is there', () => pbx.state() === 'ready');
});
afterEach(async () => {
  await pbx.close();
  stop();
});

const says = (...lines: Lines): void => {
  for (const socket of sockets) socket.write(writeAmi([...lines]));
};
const told = async (event: string, ...lines: Lines): Promise<PbxEvent | undefined> => {
  const count = heard.length;
  says(['Event', 'UserEvent'], ['UserEvent', event], call, ...lines);
  await until('it is heard', () => heard.length > count);
  return heard.at(-1);
};

it('[DIAL-1] a telephone that changed while the list of all was on its way is as it is now', async () => {
  const device = (name: string, state: string): Lines => [
    ['Event', 'DeviceStateChange'],
    ['Device', `PJSIP/${name}`],
    ['State', state],
  ];
  answers = (action, actionId) => {
    if (action !== 'DeviceStateList') return success(actionId, ['Challenge', '1']);
    const listed = (name: string) => writeAmi([...device(name, 'INUSE'), ['ActionID', actionId]]);
    const complete: Lines = [
      ['Event', 'DeviceStateListComplete'],
      ['ActionID', actionId],
    ];
    return [
      success(actionId, ['EventList', 'start']),
      listed('6101'),
      listed('6102'),
      writeAmi([...device('6102', 'NOT_INUSE')]),
      writeAmi([...complete, ['EventList', 'Complete']]),
    ].join('');
  };
  for (const socket of sockets.splice(0)) socket.destroy();
  await until('it is back', () => pbx.lineOf('6101') === 'in-use');
  expect(pbx.lineOf('6102')).toBe('free');
});

it.each([
  ['0700', 700],
  ['0', 0],
  ['0-5', 0],
  ['', 0],
  ['0${SILENT}', 0],
])('[DIAL-21] reads how long she was silent of « %s »', async (silent, silentMs) => {
  const answered = { type: 'answered', callId: id, silentMs, because: null, isUnsure: false };
  expect(await told('ParlanceAnswered', ['Silent', silent])).toEqual(answered);
});

it('[DIAL-25] reads by what a person was told from a machine, and where it could not be told', async () => {
  expect(
    await told(
      'ParlanceAnswered',
      ['Silent', '0800'],
      ['Heard', 'HUMAN'],
      ['Because', 'HUMAN-800-800'],
    ),
  ).toMatchObject({ because: 'HUMAN-800-800', isUnsure: false });
  expect(
    await told(
      'ParlanceAnswered',
      ['Silent', '0'],
      ['Heard', 'NOTSURE'],
      ['Because', 'TOOLONG-2500'],
    ),
  ).toMatchObject({ because: 'TOOLONG-2500', isUnsure: true });
  expect(await told('ParlanceMachine', ['Because', 'MAXWORDS-4-3'])).toEqual({
    type: 'machine',
    callId: id,
    because: 'MAXWORDS-4-3',
  });
  expect(await told('ParlanceMachine')).toMatchObject({ because: null });
});

it('[DIAL-23] tells of each call that lives how far it is, and of no channel of others', async () => {
  const channel =
    (uniqueid: string, ...lines: Lines) =>
    (actionId: string) =>
      writeAmi([
        ['Event', 'CoreShowChannel'],
        ['ActionID', actionId],
        ['Uniqueid', uniqueid],
        ...lines,
      ]);
  const of = (place: number) => id.replace(/1$/, String(place));
  const channels = [
    channel(of(1), ['ChannelStateDesc', 'Ringing']),
    channel(of(2), ['ChannelStateDesc', 'Up'], ['Application', 'AMD']),
    channel(of(3), ['ChannelStateDesc', 'Up'], ['Application', 'Wait']),
    channel(of(4), ['ChannelStateDesc', 'Up'], ['Application', 'Dial'], ['BridgeId', 'b']),
    channel('1732871.4', ['ChannelStateDesc', 'Up']),
  ];
  answers = (_action, actionId) =>
    [
      success(actionId, ['EventList', 'start']),
      ...channels.map((one) => one(actionId)),
      writeAmi([
        ['Event', 'CoreShowChannelsComplete'],
        ['ActionID', actionId],
        ['EventList', 'Complete'],
      ]),
    ].join('');
  expect([...(await pbx.liveCalls())]).toEqual([
    [of(1), 'ringing'],
    [of(2), 'ringing'],
    [of(3), 'picked-up'],
    [of(4), 'talking'],
  ]);
});

it('[DIAL-23] an order that is refused is told from one of which nobody knows', async () => {
  const about = {
    brandId: 'kerdoual',
    campaignId: id,
    campaignName: 'a',
    scriptId: null,
    purpose: 'commercial',
    contactId: id,
    customerId: id,
  } as const;
  const place = () => pbx.place({ id, number: '+33639980001', presented: '+33162000001', about });
  answers = (_action, actionId) =>
    writeAmi([
      ['Response', 'Error'],
      ['ActionID', actionId],
      ['Message', 'no'],
    ]);
  await expect(place()).rejects.toThrow(RefusedBySwitch);
  answers = () => null;
  const lost = place().catch((error: unknown) => error);
  sockets[0]?.destroy();
  expect(await lost).not.toBeInstanceOf(RefusedBySwitch);
});

it('[DIAL-24] hangs up as one that nobody picked up', async () => {
  await pbx.hangUp(id);
  const order = ordered.find(({ action }) => action === 'Hangup');
  expect([order?.get('Channel'), order?.get('Cause')]).toEqual([id, '19']);
});
