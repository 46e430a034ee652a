import type { HidReportItem } from '@renderer/engine/headset/hid-port.ts';
import { isHeadset, ReportLayout } from '@renderer/engine/headset/report-layout.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lightBits, pressedBits, usualCollections } from '../../support/desk/fake-headset.ts';

const bytes = (...values: number[]): DataView => new DataView(Uint8Array.from(values).buffer);
const dark = { ring: false, offHook: false, mute: false, hold: false };

it('[AUDIO-15] buttons and lights are found by their usages', () => {
  const layout = new ReportLayout(usualCollections(true));
  expect(layout.read(2, bytes(pressedBits.hook | pressedBits.mute))).toEqual({
    hook: true,
    mute: true,
    flash: false,
    drop: false,
  });
  expect(layout.read(1, bytes(1))).toEqual({});
  expect(layout.write({ ...dark, offHook: true, mute: true })).toEqual([
    { reportId: 3, data: Uint8Array.of(lightBits.offHook | lightBits.mute) },
  ]);
});

it('[AUDIO-15] whether mute says "pressed" or "muted" is read from the description', () => {
  expect(new ReportLayout(usualCollections(true)).muteToggles).toBe(true);
  expect(new ReportLayout(usualCollections(false)).muteToggles).toBe(false);
});

it('[AUDIO-15] ranges, arrays and fields behind padding are read where they lie', () => {
  const layout = new ReportLayout([
    {
      usagePage: 0x0b,
      inputReports: [
        {
          reportId: 5,
          items: [
            { reportSize: 3, reportCount: 1, isConstant: true },
            {
              reportSize: 1,
              reportCount: 4,
              isRange: true,
              usageMinimum: 0x0b_0020,
              usageMaximum: 0x0b_0023,
            },
            { reportSize: 1, reportCount: 1, isConstant: true },
            {
              reportSize: 8,
              reportCount: 1,
              isArray: true,
              logicalMinimum: 1,
              usages: [0x0b_0026, 0x0b_002f],
            },
          ],
        },
      ],
    },
  ]);
  expect(layout.read(5, bytes(0b0100_1000, 2))).toEqual({
    hook: true,
    flash: false,
    hold: true,
    drop: false,
    mute: true,
  });
  expect(layout.read(5, bytes(0))).toMatchObject({ hook: false, mute: false });
});

it('[AUDIO-15] one light per report, and the ringer of the telephony page, are served too', () => {
  const one = (reportId: number, usage: number) => ({
    reportId,
    items: [
      { reportSize: 1, reportCount: 1, usages: [usage] },
      { reportSize: 15, reportCount: 1, isConstant: true },
    ],
  });
  const layout = new ReportLayout([
    { usagePage: 0x0b, outputReports: [one(1, 0x08_0009), one(2, 0x0b_009e), one(9, 0x08_004b)] },
  ]);
  expect(layout.write({ ...dark, ring: true })).toEqual([
    { reportId: 1, data: Uint8Array.of(0, 0) },
    { reportId: 2, data: Uint8Array.of(1, 0) },
  ]);
});

it('[AUDIO-15] a keyboard is no headset', () => {
  expect(isHeadset([{ usagePage: 1, usage: 6 }])).toBe(false);
  expect(isHeadset(usualCollections(true))).toBe(true);
});

it('[AUDIO-15] no description and no report, however odd, breaks the reader', () => {
  const item: fc.Arbitrary<HidReportItem> = fc.record(
    {
      isAbsolute: fc.boolean(),
      isArray: fc.boolean(),
      isRange: fc.boolean(),
      isConstant: fc.boolean(),
      usages: fc.array(fc.oneof(fc.nat(), fc.constantFrom(0x0b_0020, 0x0b_002f, 0x08_0009)), {
        maxLength: 5,
      }),
      usageMinimum: fc.nat(),
      usageMaximum: fc.nat(),
      reportSize: fc.nat(70),
      reportCount: fc.nat(300),
      logicalMinimum: fc.integer({ min: -4, max: 4 }),
    },
    { requiredKeys: [] },
  );
  const reports = fc.array(
    fc.record({ reportId: fc.nat(3), items: fc.array(item, { maxLength: 5 }) }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(reports, reports, fc.uint8Array({ maxLength: 64 }), (inputs, outputs, data) => {
      const layout = new ReportLayout([
        { usagePage: 0x0b, inputReports: inputs, outputReports: outputs },
      ]);
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (let id = 0; id < 4; id += 1) layout.read(id, view);
      layout.write({ ring: true, offHook: true, mute: true, hold: true });
    }),
  );
});
