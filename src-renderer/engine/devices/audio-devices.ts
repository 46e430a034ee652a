/** The devices for speech, ring and microphone: chosen apart, remembered, never lost for good. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import { z } from 'zod';

type Devices = Slices['devices'];
export type DeviceUse = 'microphone' | 'speaker' | 'ringer';

const storageKey = 'audio-devices';
const chosenSchema = z.object({ microphone: z.string(), speaker: z.string(), ringer: z.string() });
const defaults = { microphone: 'default', speaker: 'default', ringer: 'default' };

export class AudioDevices {
  readonly #show: (devices: Devices) => void;
  readonly #changed: (use: DeviceUse | 'list') => void;
  #chosen = chosenSchema
    .catch(defaults)
    .parse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  #list: MediaDeviceInfo[] = [];

  constructor(show: (devices: Devices) => void, changed: (use: DeviceUse | 'list') => void) {
    this.#show = show;
    this.#changed = changed;
    navigator.mediaDevices.addEventListener('devicechange', () => void this.refresh());
    void this.refresh();
  }

  get hasMicrophone(): boolean {
    return this.#list.some(({ kind }) => kind === 'audioinput');
  }

  /** What is plugged in now; a chosen device that is away is replaced by the default meanwhile. */
  effective(use: DeviceUse): string {
    const kind = use === 'microphone' ? 'audioinput' : 'audiooutput';
    const chosen = this.#chosen[use];
    return this.#list.some((device) => device.kind === kind && device.deviceId === chosen)
      ? chosen
      : 'default';
  }

  label(use: DeviceUse): string | null {
    const kind = use === 'microphone' ? 'audioinput' : 'audiooutput';
    return (
      this.#list.find((device) => device.kind === kind && device.deviceId === this.effective(use))
        ?.label ?? null
    );
  }

  choose(use: DeviceUse, deviceId: string): void {
    this.#chosen = { ...this.#chosen, [use]: deviceId };
    localStorage.setItem(storageKey, JSON.stringify(this.#chosen));
    this.#publish();
    this.#changed(use);
  }

  async refresh(): Promise<void> {
    this.#list = await navigator.mediaDevices.enumerateDevices();
    this.#publish();
    this.#changed('list');
  }

  #publish(): void {
    const of = (kind: MediaDeviceKind) =>
      this.#list
        .filter((device) => device.kind === kind)
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#show({
      inputs: of('audioinput'),
      outputs: of('audiooutput'),
      microphoneId: this.#chosen.microphone,
      speakerId: this.#chosen.speaker,
      ringerId: this.#chosen.ringer,
      error: this.#list.length > 0 && !this.hasMicrophone ? 'microphone-missing' : null,
    });
  }
}
