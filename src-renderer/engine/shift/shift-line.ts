/** The line of this shift: with which settings, when it connects and moves, whose microphone. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { AudioDevices } from '../devices/audio-devices.ts';
import type { LineListener, LineStatus } from '../telephony/line.ts';
import {
  noProcessing,
  openMicrophone,
  openPracticeMicrophone,
} from '../telephony/media/microphone.ts';
import { SipLine } from '../telephony/sip/sip-line.ts';

type Deps = {
  readonly devices: AudioDevices;
  readonly processing: boolean;
  readonly settings: () => LineSettings | null;
  /** Asks the hub for this session's line as it is now; `follow` is called when it has answered. */
  readonly renewSettings: () => void;
  readonly status: () => LineStatus;
  readonly live: () => number;
  readonly listener: Omit<LineListener, 'credentialsRefused'>;
};

export class ShiftLine {
  readonly line: SipLine;
  readonly #deps: Deps;
  #connected = '';

  constructor(deps: Deps) {
    this.#deps = deps;
    this.line = new SipLine({
      openMicrophone: (id) => this.#openMicrophone(id),
      speakerId: () => deps.devices.effective('speaker'),
      listener: { ...deps.listener, credentialsRefused: () => deps.renewSettings() },
    });
  }

  connect(): void {
    const settings = this.#deps.settings();
    if (settings === null) return;
    this.#connected = JSON.stringify(settings);
    // Under way before the connection is: the first thing that a server shows is its certificate.
    void invoke('line.hosts', { hosts: settings.urls.map((url) => new URL(url).hostname) });
    this.line.connect(settings);
  }

  /** The machine goes to sleep. */
  suspend(): void {
    this.line.suspend();
  }

  /** The hub may have given other settings: the line moves to them, but never under a call. */
  follow(): void {
    if (this.#deps.status().status === 'off' || this.#deps.live() > 0) return;
    if (JSON.stringify(this.#deps.settings()) !== this.#connected) this.connect();
  }

  #openMicrophone(deviceId: string | null): Promise<MediaStream> {
    const { devices, processing, settings } = this.#deps;
    const open = settings()?.training ? openPracticeMicrophone : openMicrophone;
    return devices.watched(
      open({
        deviceId: deviceId ?? devices.effective('microphone'),
        processing: processing ? devices.processing : noProcessing,
      }),
    );
  }
}
