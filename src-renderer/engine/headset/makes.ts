/** What is known of the makers beyond what their headsets say of themselves. */
import type { HeadsetHabits } from './headset-control.ts';
import type { ReportLayout } from './report-layout.ts';

/** By the USB vendor id. */
const makers: Readonly<Record<number, string>> = {
  2830: 'Jabra',
  1151: 'Poly',
  5013: 'EPOS',
  27027: 'Yealink',
  1133: 'Logitech',
  1447: 'Bose',
};

/** A name for a support report: nobody's own name for the device is in it. */
export const makerOf = (vendorId: number): string =>
  makers[vendorId] ?? `USB ${vendorId.toString(16).padStart(4, '0')}`;

/** A wireless headset answers its base within this time; nobody presses two buttons as fast. */
const settleMs = 250;

/** The one place for the habits of a make that its description does not tell. */
export const habitsOf = (_vendorId: number, layout: ReportLayout): HeadsetHabits => ({
  muteToggles: layout.muteToggles,
  hookToggles: layout.hookToggles,
  settleMs,
});
