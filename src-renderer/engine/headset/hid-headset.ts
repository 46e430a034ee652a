/** One headset on WebHID: its reports become buttons, lights become its reports. */
import { type CallsState, type HeadsetAsk, HeadsetControl } from './headset-control.ts';
import type { HidPort } from './hid-port.ts';
import { habitsOf } from './makes.ts';
import { type Lights, ReportLayout } from './report-layout.ts';

type Deps = {
  readonly now: () => number;
  readonly ask: (ask: HeadsetAsk) => void;
};

export class HidHeadset {
  readonly port: HidPort;
  readonly #layout: ReportLayout;
  readonly #control: HeadsetControl;
  #writing: Promise<void> = Promise.resolve();
  #lights: Lights | null = null;

  constructor(port: HidPort, { now, ask }: Deps) {
    this.port = port;
    this.#layout = new ReportLayout(port.collections);
    this.#control = new HeadsetControl({
      habits: habitsOf(port.vendorId, this.#layout),
      now,
      ask,
      light: (lights) => this.#light(lights),
    });
  }

  /** @throws when another program holds the device for itself */
  async open(calls: CallsState): Promise<void> {
    if (!this.port.opened) await this.port.open();
    this.port.oninputreport = ({ reportId, data }) =>
      this.#control.report(this.#layout.read(reportId, data));
    this.#control.follow(calls);
    this.#control.show();
  }

  follow(calls: CallsState): void {
    this.#control.follow(calls);
  }

  async close(): Promise<void> {
    this.port.oninputreport = null;
    await this.#writing;
    await this.port.close().catch(() => undefined);
  }

  /** One after the other; of lights that wait only the newest are sent. */
  #light(lights: Lights): void {
    this.#lights = lights;
    this.#writing = this.#writing.then(async () => {
      const newest = this.#lights;
      this.#lights = null;
      if (newest === null || !this.port.opened) return;
      for (const { reportId, data } of this.#layout.write(newest)) {
        // A headset that is being pulled out refuses: the calls do not care.
        await this.port.sendReport(reportId, data).catch(() => undefined);
      }
    });
  }
}
