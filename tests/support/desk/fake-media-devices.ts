/** Audio devices that a test plugs in and out. */
export class FakeMediaDevices extends EventTarget {
  #list: MediaDeviceInfo[] = [];

  enumerateDevices = async (): Promise<MediaDeviceInfo[]> => this.#list;

  /** Written as `in:id:label` and `out:id:label`. */
  plug(...written: string[]): void {
    this.#list = written.map((one) => {
      const [kind, deviceId = '', label = ''] = one.split(':');
      const info = { kind: kind === 'in' ? 'audioinput' : 'audiooutput', deviceId, label };
      return { ...info, groupId: label } as MediaDeviceInfo;
    });
    this.dispatchEvent(new Event('devicechange'));
  }
}

/** What one profile keeps over restarts. */
export class MemoryStorage {
  readonly #kept = new Map<string, string>();
  getItem = (key: string): string | null => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#kept.set(key, value);
}
