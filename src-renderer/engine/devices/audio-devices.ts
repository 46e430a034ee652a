/** The devices for speech, ring and microphone: chosen apart, remembered, never lost for good. */
import type { VoiceProcessing } from '@shared/contracts/engine/desk-views.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import {
  type DeviceMemory,
  type DeviceUse,
  deviceKey,
  deviceUses,
  type KnownDevice,
  pickDevice,
  readMemory,
  remember,
} from './device-memory.ts';

type Devices = Slices['devices'];
type PluggedDevice = KnownDevice & { readonly group: string };

export type AudioDevicesDeps = {
  readonly media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly show: (devices: Devices) => void;
  /** Another device serves this use now, or the same one with other settings. */
  readonly changed: (use: DeviceUse) => void;
};

const storageKey = 'audio-memory';
const systemDefault: PluggedDevice = { id: 'default', label: '', group: '' };
const kinds = { microphone: 'audioinput', speaker: 'audiooutput', ringer: 'audiooutput' } as const;
const allProcessing: VoiceProcessing = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

export class AudioDevices {
  readonly #deps: AudioDevicesDeps;
  #memory: DeviceMemory;
  #list: readonly MediaDeviceInfo[] = [];
  #asked = 0;
  /** Resolves after the first look at what is plugged in. */
  readonly known: Promise<void>;
  readonly #served = new Map<DeviceUse, string>();

  constructor(deps: AudioDevicesDeps) {
    this.#deps = deps;
    this.#memory = readMemory(deps.storage.getItem(storageKey));
    deps.media.addEventListener('devicechange', () => void this.refresh());
    this.known = this.refresh().catch(() => undefined);
  }

  get hasMicrophone(): boolean {
    return this.#plugged('microphone').length > 0;
  }

  /** The id of the device that serves now; 'default' where the system decides. */
  effective(use: DeviceUse): string {
    return this.#serving(use).id;
  }

  /** Its name; null when nothing of the kind is plugged in. */
  label(use: DeviceUse): string | null {
    const { id, label } = this.#serving(use);
    return this.#plugged(use).some((one) => one.id === id) ? label : null;
  }

  /** The name of what she chose while it is unplugged. */
  missing(use: DeviceUse): string | null {
    const [wanted] = this.#memory[use];
    if (wanted === undefined || wanted.id === systemDefault.id) return null;
    return pickDevice([wanted], this.#plugged(use)) === null ? wanted.label : null;
  }

  /** 0 to 1, as chosen for the device that serves now. */
  loudness(use: 'speaker' | 'ringer'): number {
    return this.#memory.loudness[use][deviceKey(this.#serving(use))] ?? 1;
  }

  get ringer(): { readonly id: string; readonly loudness: number } {
    return { id: this.effective('ringer'), loudness: this.loudness('ringer') };
  }

  get processing(): VoiceProcessing {
    return this.#memory.processing[deviceKey(this.#serving('microphone'))] ?? allProcessing;
  }

  choose(use: DeviceUse, deviceId: string): void {
    const label = this.#plugged(use).find(({ id }) => id === deviceId)?.label ?? '';
    const remembered = [...remember(this.#memory[use], { id: deviceId, label })];
    this.#keep({ ...this.#memory, [use]: remembered });
    this.#compare();
  }

  setLoudness(use: 'speaker' | 'ringer', loudness: number): void {
    const kept = { ...this.#memory.loudness[use], [deviceKey(this.#serving(use))]: loudness };
    this.#keep({ ...this.#memory, loudness: { ...this.#memory.loudness, [use]: kept } });
    this.#deps.changed(use);
  }

  setProcessing(processing: VoiceProcessing): void {
    const key = deviceKey(this.#serving('microphone'));
    this.#keep({ ...this.#memory, processing: { ...this.#memory.processing, [key]: processing } });
    this.#deps.changed('microphone');
  }

  /** Looks again at what is plugged in; of several looks under way the newest counts. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const list = await this.#deps.media.enumerateDevices();
    if (asked !== this.#asked) return;
    this.#list = list;
    this.#publish();
    this.#compare();
  }

  /**
   * A microphone that was opened for a call: when its device goes away (the track ends, which a
   * stop of ours does not report) the next best one is taken at once, whatever the list says.
   */
  async watched(opening: Promise<MediaStream>): Promise<MediaStream> {
    const stream = await opening;
    for (const track of stream.getAudioTracks()) {
      track.addEventListener('ended', () => {
        this.#served.delete('microphone');
        void this.refresh();
      });
    }
    return stream;
  }

  #keep(memory: DeviceMemory): void {
    this.#memory = memory;
    this.#deps.storage.setItem(storageKey, JSON.stringify(memory));
    this.#publish();
  }

  #plugged(use: DeviceUse): PluggedDevice[] {
    return this.#list
      .filter(({ kind }) => kind === kinds[use])
      .map(({ deviceId, label, groupId }) => ({ id: deviceId, label, group: groupId }));
  }

  #serving(use: DeviceUse): PluggedDevice {
    const plugged = this.#plugged(use);
    return (
      pickDevice(this.#memory[use], plugged) ??
      plugged.find(({ id }) => id === systemDefault.id) ??
      systemDefault
    );
  }

  /** The system's default keeps its id when another device takes its place: name and group tell. */
  #compare(): void {
    for (const use of deviceUses) {
      const serving = JSON.stringify(this.#serving(use));
      if (this.#served.get(use) === serving) continue;
      this.#served.set(use, serving);
      this.#deps.changed(use);
    }
  }

  #publish(): void {
    const chosenId = (use: DeviceUse): string =>
      pickDevice(this.#memory[use].slice(0, 1), this.#plugged(use))?.id ??
      this.#memory[use][0]?.id ??
      systemDefault.id;
    const listed = (use: DeviceUse) => this.#plugged(use).map(({ id, label }) => ({ id, label }));
    this.#deps.show({
      inputs: listed('microphone'),
      outputs: listed('speaker'),
      microphoneId: chosenId('microphone'),
      speakerId: chosenId('speaker'),
      ringerId: chosenId('ringer'),
      away: deviceUses.flatMap((use) => {
        const label = this.missing(use);
        return label === null ? [] : [{ use, label, instead: this.label(use) }];
      }),
      loudness: { speaker: this.loudness('speaker'), ringer: this.loudness('ringer') },
      processing: this.processing,
      error: this.#list.length > 0 && !this.hasMicrophone ? 'microphone-missing' : null,
    });
  }
}
