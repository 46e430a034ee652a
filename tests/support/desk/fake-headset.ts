/** A headset on WebHID as its maker describes it, with reports as they come over the cable. */
import type { HidCollection, HidInputReport, HidPort } from '@renderer/engine/headset/hid-port.ts';

const bit = { reportSize: 1, reportCount: 1, isAbsolute: true } as const;
const pad = (count: number) => ({ reportSize: count, reportCount: 1, isConstant: true });

/** Bits of the reports below, lowest first. */
export const pressedBits = { hook: 1, mute: 2, flash: 4, drop: 8 } as const;
export const lightBits = { mute: 1, offHook: 2, ring: 4, hold: 8 } as const;

/** A usual USB headset: one byte in, one byte out, each with an id of its own. */
export const usualCollections = (muteToggles: boolean): HidCollection[] => [
  {
    usagePage: 0x0c,
    usage: 1,
    inputReports: [{ reportId: 1, items: [{ ...bit, usages: [0x0c_00e9] }] }],
  },
  {
    usagePage: 0x0b,
    usage: 5,
    inputReports: [
      {
        reportId: 2,
        items: [
          { ...bit, usages: [0x0b_0020] },
          { ...bit, isAbsolute: !muteToggles, usages: [0x0b_002f] },
          { ...bit, isAbsolute: false, usages: [0x0b_0021] },
          { ...bit, isAbsolute: false, usages: [0x0b_0026] },
          pad(4),
        ],
      },
    ],
    outputReports: [
      {
        reportId: 3,
        items: [
          { ...bit, usages: [0x08_0009] },
          { ...bit, usages: [0x08_0017] },
          { ...bit, usages: [0x08_0018] },
          { ...bit, usages: [0x08_0020] },
          pad(4),
        ],
      },
    ],
  },
];

export class FakeHeadset implements HidPort {
  opened = false;
  vendorId = 0x0b0e;
  productName = 'Casque d’essai';
  oninputreport: ((report: HidInputReport) => void) | null = null;
  /** Bytes of the light reports, newest last. */
  readonly lights: number[] = [];
  refuses = false;
  readonly collections: readonly HidCollection[];

  constructor(muteToggles = true) {
    this.collections = usualCollections(muteToggles);
  }

  open = async (): Promise<void> => {
    if (this.refuses) throw new Error('held by another program');
    this.opened = true;
  };
  close = async (): Promise<void> => {
    this.opened = false;
  };
  sendReport = async (reportId: number, data: Uint8Array): Promise<void> => {
    if (this.refuses) throw new Error('pulled out');
    if (reportId === 3) this.lights.push(data[0] ?? 0);
  };

  /** One report: what is pressed now. */
  report(bits: number): void {
    this.oninputreport?.({ reportId: 2, data: new DataView(Uint8Array.of(bits).buffer) });
  }

  /** A button that springs back; `hook` is how its switch stands meanwhile. */
  press(button: keyof typeof pressedBits, hook = 0): void {
    this.report(pressedBits[button] | hook);
    this.report(hook);
  }
}
