import { HeadsetDesk } from '@renderer/engine/headset/headset-desk.ts';
import type { HidHost, HidPort } from '@renderer/engine/headset/hid-port.ts';
import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import { beforeEach, expect, it } from 'vitest';
import { FakeHeadset, lightBits, pressedBits } from '../../support/desk/fake-headset.ts';

type Listener = (event: { readonly device: HidPort }) => void;

let now: number;
let asks: string[];
let shown: Slices['headsets'];
let calls: CallView[];
let present: HidPort[];
let listeners: Map<string, Listener>;
let desk: HeadsetDesk;

const call = (id: string, changes: Partial<CallView> = {}) =>
  ({
    id,
    direction: 'inbound',
    phase: 'talking',
    hold: 'active',
    muted: false,
    ...changes,
  }) as CallView;
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const follows = async (...views: CallView[]): Promise<void> => {
  now += 1_000;
  calls = views;
  desk.follow(calls);
  await settled();
  now += 1_000;
};
const start = async (...headsets: HidPort[]): Promise<void> => {
  present = headsets;
  const hid: HidHost = {
    getDevices: async () => present,
    addEventListener: (type, listener) => void listeners.set(type, listener),
  };
  desk = new HeadsetDesk({
    hid,
    now: () => now,
    ask: (ask, callId) => {
      asks.push(`${ask} ${callId}`);
      if (ask === 'mute' || ask === 'unmute')
        calls = calls.map((one) => ({ ...one, muted: ask === 'mute' }));
      return calls;
    },
    show: (view) => {
      shown = view;
    },
  });
  await settled();
};

beforeEach(() => {
  now = 0;
  asks = [];
  shown = [];
  calls = [];
  listeners = new Map();
});

it('[AUDIO-16] the hook button answers what rings and ends what she hears', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a', { phase: 'ringing' }));
  headset.report(pressedBits.hook);
  expect(asks).toEqual(['answer a']);
  await follows(call('a'));
  headset.report(0);
  expect(asks).toEqual(['answer a', 'hang-up a']);
});

it('[AUDIO-16] the hold button holds, takes back, and takes a call that waits', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a'));
  headset.press('flash');
  await follows(call('a', { hold: 'held' }));
  headset.press('flash');
  await follows(call('a'), call('b', { phase: 'ringing' }));
  headset.press('flash');
  expect(asks).toEqual(['hold a', 'resume a', 'answer b']);
});

it('[AUDIO-16] the drop button declines what rings', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a', { phase: 'ringing' }));
  headset.press('drop');
  expect(asks).toEqual(['decline a']);
});

it('[AUDIO-16] with two calls it is the heard one that ends, and the heard one that is muted', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('held', { hold: 'held', muted: true }), call('heard'));
  headset.press('mute', 0);
  headset.press('drop', 0);
  expect(asks).toEqual(['mute heard', 'hang-up heard']);
});

it('[AUDIO-17] the lights follow ringing, talking, mute and hold', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a', { phase: 'ringing' }));
  expect(headset.lights.at(-1)).toBe(lightBits.ring);
  await follows(call('a'));
  expect(headset.lights.at(-1)).toBe(lightBits.offHook);
  await follows(call('a', { muted: true }));
  expect(headset.lights.at(-1)).toBe(lightBits.offHook | lightBits.mute);
  await follows(call('a', { muted: true, hold: 'held' }));
  expect(headset.lights.at(-1)).toBe(lightBits.offHook | lightBits.mute | lightBits.hold);
  await follows();
  expect(headset.lights.at(-1)).toBe(0);
});

it('[AUDIO-17] a headset plugged in between two calls is dark', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  expect(headset.lights).toEqual([0]);
});

it('[AUDIO-17] a headset plugged in during a muted call shows it as it is', async () => {
  await start();
  await follows(call('a', { muted: true }));
  const headset = new FakeHeadset();
  listeners.get('connect')?.({ device: headset });
  await settled();
  expect(headset.lights.at(-1)).toBe(lightBits.offHook | lightBits.mute);
  expect(shown).toEqual([{ name: 'Casque d’essai', maker: 'Jabra' }]);
});

it('[AUDIO-19] a hook switch that follows our light asks for nothing', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a', { phase: 'ringing' }));
  await follows(call('a'));
  headset.report(pressedBits.hook);
  await follows();
  headset.report(0);
  expect(asks).toEqual([]);
});

it('[AUDIO-19] the switch that follows our light takes no second call that rings', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a'), call('b', { phase: 'ringing' }));
  headset.report(pressedBits.hook);
  expect(asks).toEqual([]);
  expect(headset.lights.at(-1)).toBe(lightBits.offHook);
});

it('[AUDIO-19] an echo that comes late, when the next call already rings, does not answer it', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a'));
  calls = [call('b', { phase: 'ringing' })];
  desk.follow(calls);
  now += 100;
  headset.report(pressedBits.hook);
  expect(asks).toEqual([]);
});

it('[AUDIO-19] pressing mute does not end a call on a headset whose switch follows no light', async () => {
  const headset = new FakeHeadset();
  await start(headset);
  await follows(call('a'));
  headset.press('mute', 0);
  expect(asks).toEqual(['mute a']);
});

it('[AUDIO-20] pulled out, refusing or held by another program: no call changes', async () => {
  const [refusing, held] = [new FakeHeadset(), new FakeHeadset()];
  held.refuses = true;
  await start(refusing, held);
  expect(shown).toHaveLength(1);
  refusing.refuses = true;
  await follows(call('a', { muted: true }));
  refusing.refuses = false;
  await follows(call('a'));
  expect(refusing.lights.at(-1)).toBe(lightBits.offHook);
  listeners.get('disconnect')?.({ device: refusing });
  await settled();
  expect(shown).toEqual([]);
  expect(asks).toEqual([]);
});
