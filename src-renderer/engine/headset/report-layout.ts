/**
 * Where the buttons and lights of a headset lie in its reports, read from its own description
 * (USB HID 1.11 §5 and §6.2.2; usages: HID Usage Tables 1.5, pages 0x0B telephony and 0x08 LEDs).
 */
import type { HidCollection, HidReportInfo, HidReportItem } from './hid-port.ts';

export const telephonyPage = 0x0b;

const buttonUsages = {
  hook: 0x0b_0020,
  flash: 0x0b_0021,
  hold: 0x0b_0023,
  drop: 0x0b_0026,
  mute: 0x0b_002f,
} as const;
const lightUsages = {
  mute: [0x08_0009],
  offHook: [0x08_0017],
  ring: [0x08_0018, 0x0b_009e],
  hold: [0x08_0020],
} as const;

export type Button = keyof typeof buttonUsages;
export type Light = keyof typeof lightUsages;
export type Lights = Readonly<Record<Light, boolean>>;
/** What one report says of the buttons that lie in it. */
export type Pressed = Readonly<Partial<Record<Button, boolean>>>;

type Field = {
  readonly reportId: number;
  readonly bit: number;
  readonly size: number;
  readonly usages: readonly number[];
  readonly isArray: boolean;
  readonly isAbsolute: boolean;
  readonly first: number;
};

const usageAt = (item: HidReportItem, at: number): number => {
  if (item.isRange === true) return (item.usageMinimum ?? 0) + at;
  const usages = item.usages ?? [];
  // The last usage holds for all further fields (HID 1.11 §6.2.2.8).
  return usages[Math.min(at, usages.length - 1)] ?? 0;
};

const usagesOf = (item: HidReportItem): number[] =>
  item.isRange === true
    ? Array.from(
        { length: Math.min(512, (item.usageMaximum ?? 0) - (item.usageMinimum ?? 0) + 1) },
        (_, at) => (item.usageMinimum ?? 0) + at,
      )
    : [...(item.usages ?? [])];

const fieldsOf = (reports: readonly HidReportInfo[]): Field[] => {
  const bits = new Map<number, number>();
  return reports.flatMap(({ reportId = 0, items = [] }) =>
    items.flatMap((item) => {
      const { reportSize: size = 0, reportCount: count = 0, isArray = false } = item;
      const from = bits.get(reportId) ?? 0;
      bits.set(reportId, from + size * count);
      if (item.isConstant === true || size === 0 || size > 32) return [];
      return Array.from({ length: Math.min(count, 512) }, (_, at) => ({
        reportId,
        bit: from + at * size,
        size,
        usages: isArray ? usagesOf(item) : [usageAt(item, at)],
        isArray,
        isAbsolute: item.isAbsolute ?? true,
        first: item.logicalMinimum ?? 0,
      }));
    }),
  );
};

/** Little-endian, lowest bit first; what a short report lacks is nought. */
const readBits = (data: DataView, bit: number, size: number): number => {
  let value = 0;
  for (let at = 0; at < size; at += 1) {
    const byte = (bit + at) >> 3;
    const set = byte < data.byteLength ? (data.getUint8(byte) >> ((bit + at) & 7)) & 1 : 0;
    value += set * 2 ** at;
  }
  return value;
};

const bytesOf = (reports: readonly HidReportInfo[], reportId: number): number => {
  const bits = reports
    .filter((report) => (report.reportId ?? 0) === reportId)
    .flatMap(({ items = [] }) => items)
    .reduce((sum, { reportSize = 0, reportCount = 0 }) => sum + reportSize * reportCount, 0);
  return Math.ceil(bits / 8);
};

export class ReportLayout {
  readonly #inputs: readonly Field[];
  readonly #outputs: readonly Field[];
  readonly #outputReports: readonly HidReportInfo[];

  constructor(collections: readonly HidCollection[]) {
    this.#inputs = fieldsOf(collections.flatMap(({ inputReports = [] }) => inputReports));
    this.#outputReports = collections.flatMap(({ outputReports = [] }) => outputReports);
    this.#outputs = fieldsOf(this.#outputReports);
  }

  /** Whether its mute button says "pressed" (relative) rather than "muted" (absolute). */
  get muteToggles(): boolean {
    return this.#fieldsWith('mute').some(({ isAbsolute }) => !isAbsolute);
  }

  get hookToggles(): boolean {
    return this.#fieldsWith('hook').some(({ isAbsolute }) => !isAbsolute);
  }

  read(reportId: number, data: DataView): Pressed {
    const pressed: Partial<Record<Button, boolean>> = {};
    for (const button of Object.keys(buttonUsages) as Button[]) {
      const fields = this.#fieldsWith(button).filter((field) => field.reportId === reportId);
      if (fields.length > 0)
        pressed[button] = fields.some((field) => this.#isSet(field, button, data));
    }
    return pressed;
  }

  /** The reports that show these lights. */
  write(lights: Lights): { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
    const reports = new Map<number, Uint8Array<ArrayBuffer>>();
    for (const light of Object.keys(lightUsages) as Light[]) {
      const known: readonly number[] = lightUsages[light];
      for (const { reportId, bit, usages, isArray } of this.#outputs) {
        if (isArray || !usages.some((usage) => known.includes(usage))) continue;
        const data =
          reports.get(reportId) ?? new Uint8Array(bytesOf(this.#outputReports, reportId));
        if (lights[light]) data[bit >> 3] = (data[bit >> 3] ?? 0) | (1 << (bit & 7));
        reports.set(reportId, data);
      }
    }
    return [...reports].map(([reportId, data]) => ({ reportId, data }));
  }

  #fieldsWith(button: Button): Field[] {
    return this.#inputs.filter(({ usages }) => usages.includes(buttonUsages[button]));
  }

  #isSet(field: Field, button: Button, data: DataView): boolean {
    const value = readBits(data, field.bit, field.size);
    return field.isArray ? field.usages[value - field.first] === buttonUsages[button] : value !== 0;
  }
}

/** A headset is what has a telephony collection, whoever makes it. */
export const isHeadset = (collections: readonly HidCollection[]): boolean =>
  collections.some(({ usagePage }) => usagePage === telephonyPage);
