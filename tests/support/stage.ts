import path from 'node:path';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { ParlanceOptions } from './electron/parlance';
import { Workstation } from './electron/workstation';
import { type HubOptions, type HubProcess, startHub } from './hub/hub-process';
import { Asterisk, type AsteriskOptions } from './pbx/asterisk';
import { BaresipPhone, type PhoneOptions } from './phones/baresip-phone';
import { runFolder } from './run-folder';
import { writeTone } from './sound/tones';
import { until } from './until';

/** What the microphone of the program hears all the time, in Hz. */
export const MICROPHONE_HZ = 900;
/** What the telephones of the outside world say, in Hz. */
export const CALLER_HZ = 440;

const [camille] = demoAdvisors;
const MICROPHONE_S = 60;

export type StageOptions = AsteriskOptions & {
  /** Of one that dials: what it is told of the switch. */
  readonly hub?: HubOptions | ((pbx: Asterisk) => HubOptions);
};

/** A real hub and a real PBX for one test file, and the phones and programs that come and go. */
export class Stage {
  readonly hub: HubProcess;
  readonly pbx: Asterisk;
  readonly #cleanups: (() => unknown)[] = [];

  private constructor(hub: HubProcess, pbx: Asterisk) {
    this.hub = hub;
    this.pbx = pbx;
  }

  static async set({ hub = {}, ...pbxOptions }: StageOptions = {}): Promise<Stage> {
    const starts = Asterisk.start(pbxOptions);
    const asked = typeof hub === 'function' ? hub(await starts) : hub;
    const [running, pbx] = await Promise.all([startHub({ customers: 20, ...asked }), starts]);
    return new Stage(running, pbx);
  }

  /** The same, and waits until calls can come. */
  async readyWorkstation(options: Partial<ParlanceOptions> = {}): Promise<Workstation> {
    const desk = await this.workstation(options);
    await desk.lineReady();
    return desk;
  }

  /** Starts the program as Camille on her line of the PBX, with a tone in her microphone. */
  workstation(options: Partial<ParlanceOptions> = {}): Promise<Workstation> {
    const microphone = path.join(runFolder('microphone'), 'tone.wav');
    writeTone(microphone, MICROPHONE_HZ, MICROPHONE_S, 48_000);
    return Workstation.start({
      apiUrl: this.hub.apiUrl,
      advisor: camille,
      line: { url: this.pbx.wsUrl, user: camille.extension, password: camille.linePassword },
      microphone,
      ...options,
      env: { PARLANCE_VOICE_PROCESSING: '0', ...options.env },
    });
  }

  /** A telephone of the outside world; it is put away after the test. */
  async phone(options: Partial<PhoneOptions> & { readonly number: string }): Promise<BaresipPhone> {
    const phone = await BaresipPhone.start({ speaks: CALLER_HZ, ...options });
    this.#cleanups.push(() => phone.stop());
    return phone;
  }

  /** The telephone with this number, that the PBX reaches when an advisor calls out. */
  farEnd(number: string, options: Partial<PhoneOptions> = {}): Promise<BaresipPhone> {
    return this.phone({ number, sipPort: this.pbx.settings.trunkPort, ...options });
  }

  /** A caller dials a brand's number; answers with his telephone. */
  async call(
    called: string,
    options: Partial<PhoneOptions> & { readonly number: string },
  ): Promise<BaresipPhone> {
    const phone = await this.phone(options);
    phone.dial(this.pbx.addressOf(called));
    return phone;
  }

  /** What a test wants to have undone after it. */
  afterwards(clean: () => unknown): void {
    this.#cleanups.push(clean);
  }

  /** After each test: her desk is empty, phones are put away, and the PBX has no call left. */
  async clear(desk?: Workstation): Promise<void> {
    try {
      await desk?.clear();
    } finally {
      for (const clean of this.#cleanups.splice(0).reverse()) await clean();
    }
    await until('no call is left', async () => (await this.pbx.activeCalls()) === 0);
  }

  async strike(): Promise<void> {
    await Promise.all([this.pbx.stop(), this.hub.stop()]);
  }
}
