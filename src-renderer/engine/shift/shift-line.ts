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
};

/** Who answers; until it is there, what the line has to say waits. */
type Desk = {
  readonly status: () => LineStatus;
  readonly live: () => number;
  readonly listener: Omit<LineListener, 'credentialsRefused'>;
};

export class ShiftLine {
  readonly line: SipLine;
  readonly #deps: Deps;
  #desk: Desk | null = null;
  readonly #unheard: ((desk: Desk) => void)[] = [];
  #connected = '';

  constructor(deps: Deps) {
    this.#deps = deps;
    this.line = new SipLine({
      openMicrophone: (id) => this.#openMicrophone(id),
      speakerId: () => deps.devices.effective('speaker'),
      listener: {
        status: (status) => this.#tell(({ listener }) => listener.status(status)),
        incoming: (call, headers) => this.#tell(({ listener }) => listener.incoming(call, headers)),
        // Called while her own state is not known yet, she is there.
        turnsAway: (headers) => this.#desk?.listener.turnsAway(headers) ?? null,
        credentialsRefused: () => deps.renewSettings(),
      },
    });
  }

  serve(desk: Desk): void {
    this.#desk = desk;
    for (const tell of this.#unheard.splice(0)) tell(desk);
  }

  /** false while there is no line to connect. */
  connect(): boolean {
    const settings = this.#deps.settings();
    if (settings === null) return false;
    this.#connected = JSON.stringify(settings);
    // Under way before the connection is: the first thing that a server shows is its certificate.
    void invoke('line.hosts', { hosts: settings.urls.map((url) => new URL(url).hostname) });
    this.line.connect(settings);
    return true;
  }

  /** The machine goes to sleep. */
  suspend(): void {
    this.line.suspend();
  }

  /** The hub may have given other settings: the line moves to them, but never under a call. */
  follow(): void {
    if (this.#desk === null || this.#desk.status().status === 'off' || this.#desk.live() > 0)
      return;
    if (JSON.stringify(this.#deps.settings()) !== this.#connected) this.connect();
  }

  #tell(tell: (desk: Desk) => void): void {
    if (this.#desk === null) this.#unheard.push(tell);
    else tell(this.#desk);
  }

  async #openMicrophone(deviceId: string | null): Promise<MediaStream> {
    const { devices, processing, settings } = this.#deps;
    const open = settings()?.training ? openPracticeMicrophone : openMicrophone;
    await devices.known;
    return devices.watched(
      open({
        deviceId: deviceId ?? devices.effective('microphone'),
        processing: processing ? devices.processing : noProcessing,
      }),
    );
  }
}
