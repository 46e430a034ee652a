import { AudioDevices } from '@renderer/engine/devices/audio-devices.ts';
import {
  type DeviceUse,
  deviceUses,
  emptyMemory,
  pickDevice,
  readMemory,
  remember,
} from '@renderer/engine/devices/device-memory.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { FakeMediaDevices, MemoryStorage } from '../../support/desk/fake-media-devices.ts';

const desk = [
  'in:default:Default - Laptop',
  'in:lap:Laptop',
  'out:lap-out:Laptop',
  'out:screen:Screen',
];
const headset = ['in:head:Talia 40', 'out:head-out:Talia 40'];
let media: FakeMediaDevices;
let storage: MemoryStorage;
let view: Slices['devices'] | undefined;
let changes: DeviceUse[];

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const plug = async (...devices: string[]): Promise<void> => {
  changes = [];
  media.plug(...devices);
  await settled();
};
const start = async (): Promise<AudioDevices> => {
  const devices = new AudioDevices({
    media: media as never,
    storage,
    show: (now) => {
      view = now;
    },
    changed: (use) => changes.push(use),
  });
  await settled();
  return devices;
};

beforeEach(() => {
  media = new FakeMediaDevices();
  storage = new MemoryStorage();
  changes = [];
});

it('[AUDIO-1] ring, speech and microphone are chosen separately and remembered over a restart', async () => {
  media.plug(...desk, ...headset);
  const before = await start();
  before.choose('microphone', 'head');
  before.choose('speaker', 'head-out');
  before.choose('ringer', 'screen');
  const after = await start();
  expect(deviceUses.map((use) => after.effective(use))).toEqual(['head', 'head-out', 'screen']);
  expect(view).toMatchObject({ microphoneId: 'head', speakerId: 'head-out', ringerId: 'screen' });
});

it('[AUDIO-2] a device that came back under another id is known by its name', async () => {
  media.plug(...desk, ...headset);
  const devices = await start();
  devices.choose('microphone', 'head');
  await plug(...desk, 'in:head-again:Talia 40');
  expect(devices.effective('microphone')).toBe('head-again');
  expect(view?.microphoneId).toBe('head-again');
  expect(view?.away).toEqual([]);
});

it('[AUDIO-3] what is unplugged is replaced at once by an earlier choice, and serves again when it returns', async () => {
  media.plug(...desk, ...headset);
  const devices = await start();
  devices.choose('microphone', 'lap');
  devices.choose('microphone', 'head');
  devices.choose('speaker', 'head-out');
  await plug(...desk);
  expect(changes).toEqual(['microphone', 'speaker']);
  expect(devices.effective('microphone')).toBe('lap');
  expect(devices.effective('speaker')).toBe('default');
  expect(view?.away).toEqual([
    { use: 'microphone', label: 'Talia 40', instead: 'Laptop' },
    { use: 'speaker', label: 'Talia 40', instead: null },
  ]);
  await plug(...desk, ...headset);
  expect(changes).toEqual(['microphone', 'speaker']);
  expect(devices.effective('microphone')).toBe('head');
  expect(devices.effective('speaker')).toBe('head-out');
  expect(view?.away).toEqual([]);
});

it('[AUDIO-3] a microphone whose track ends is opened again, although the list has not changed', async () => {
  media.plug(...desk);
  const devices = await start();
  const track = new EventTarget();
  await devices.watched(Promise.resolve({ getAudioTracks: () => [track] } as never));
  changes = [];
  track.dispatchEvent(new Event('ended'));
  await settled();
  expect(changes).toEqual(['microphone']);
});

it('[AUDIO-5] plugging in a device that serves no use switches nothing', async () => {
  media.plug(...desk);
  const devices = await start();
  devices.choose('microphone', 'lap');
  await plug(...desk, ...headset);
  expect(changes).toEqual([]);
});

it('[AUDIO-5] the system’s default switches when another device takes its place under the same id', async () => {
  media.plug(...desk);
  await start();
  await plug('in:default:Default - Talia 40', ...desk.slice(1), ...headset);
  expect(changes).toEqual(['microphone']);
});

it('[AUDIO-7] loudness belongs to the device that serves', async () => {
  media.plug(...desk, ...headset);
  const devices = await start();
  devices.choose('speaker', 'head-out');
  changes = [];
  devices.setLoudness('speaker', 0.4);
  expect(changes).toEqual(['speaker']);
  expect(view?.loudness).toEqual({ speaker: 0.4, ringer: 1 });
  await plug(...desk);
  expect(devices.loudness('speaker')).toBe(1);
  await plug(...desk, 'out:new-id:Talia 40');
  expect(devices.loudness('speaker')).toBe(0.4);
  expect((await start()).loudness('speaker')).toBe(0.4);
});

it('[AUDIO-8] what is done to the voice belongs to the microphone that serves', async () => {
  const none = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  media.plug(...desk, ...headset);
  const devices = await start();
  devices.choose('microphone', 'head');
  changes = [];
  devices.setProcessing(none);
  expect(changes).toEqual(['microphone']);
  expect(devices.processing).toEqual(none);
  await plug(...desk);
  expect(devices.processing.echoCancellation).toBe(true);
});

const device = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  label: fc.constantFrom('', 'A', 'B'),
});

it('[AUDIO-3] whatever was chosen before, the newest choice that is plugged in serves', () => {
  fc.assert(
    fc.property(fc.array(device, { maxLength: 6 }), fc.array(device), (choices, present) => {
      const remembered = choices.reduce<readonly { id: string; label: string }[]>(remember, []);
      const picked = pickDevice(remembered, present);
      const fits = (wanted: { id: string; label: string }): boolean =>
        present.some(
          ({ id, label }) => id === wanted.id || (label !== '' && label === wanted.label),
        );
      const newest = remembered.find(fits);
      if (newest === undefined) return picked === null;
      return picked?.id === newest.id || picked?.label === newest.label;
    }),
  );
});

it('[AUDIO-1] what was kept and cannot be read is forgotten', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      expect(readMemory(kept)).toEqual(emptyMemory);
    }),
  );
});
