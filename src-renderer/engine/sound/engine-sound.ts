/** What makes and hears sound in the engine: the devices, the headsets' buttons, the sound test. */
import type { Board } from '../board/board.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { AudioDevices } from '../devices/audio-devices.ts';
import type { DeviceUse } from '../devices/device-memory.ts';
import { openForTest, SoundTest } from '../devices/sound-test.ts';
import { askCall } from '../headset/ask-call.ts';
import { HeadsetDesk } from '../headset/headset-desk.ts';
import type { HidHost } from '../headset/hid-port.ts';
import { openMicrophone } from '../telephony/media/microphone.ts';

type Deps = {
  readonly board: Board;
  /** Absent while nobody is signed in. */
  readonly calls: () => CallDesk | undefined;
  /** Another device serves this use, or the same with other settings. */
  readonly switched: (use: DeviceUse) => void;
};

export type EngineSound = { readonly devices: AudioDevices; readonly soundTest: SoundTest };

export const makeSound = ({ board, calls, switched }: Deps): EngineSound => {
  const devices = new AudioDevices({
    media: navigator.mediaDevices,
    storage: localStorage,
    show: (view) => board.set('devices', view),
    changed: switched,
  });
  const headsets = new HeadsetDesk({
    hid: (navigator as Navigator & { readonly hid?: HidHost }).hid,
    now: () => performance.now(),
    ask: (ask, callId) => {
      const desk = calls();
      if (desk !== undefined) askCall(desk, ask, callId);
      return desk?.views ?? [];
    },
    show: (view) => board.set('headsets', view),
  });
  const soundTest = new SoundTest({
    open: () => microphoneForTest(devices),
    inCall: () => (calls()?.live ?? 0) > 0,
    show: (view) => board.set('soundTest', view),
  });
  board.follow((changes) => {
    if (changes.calls === undefined) return;
    headsets.follow(changes.calls);
    soundTest.follow();
  });
  return { devices, soundTest };
};

/** The microphone that a call would use, outside of one. */
export const microphoneForTest = (devices: AudioDevices): ReturnType<typeof openForTest> =>
  openForTest(
    openMicrophone({
      deviceId: devices.effective('microphone'),
      processing: devices.processing,
    }),
    () => devices.effective('speaker'),
  );
