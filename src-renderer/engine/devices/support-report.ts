/**
 * The checks as a text for the support, without personal data: only what is on the lists below
 * gets in. Names of devices may hold a person's name ("Camille's earphones"), so that of a device
 * only its USB numbers are told; what a check measured only where it is a figure with its unit.
 */
import type { Slices } from '@shared/contracts/engine/views.ts';

type Given = {
  readonly version: string;
  /** As `navigator.userAgent`. */
  readonly userAgent: string;
  /** ISO instant. */
  readonly at: string;
  readonly checks: Slices['checks'];
  readonly devices: Slices['devices'];
  readonly headsets: Slices['headsets'];
};

const figure = /^[−-]?\d{1,5}([.,]\d{1,2})? (ms|dB|s|MOS|GB)$/;
/** Chromium puts vendor and product behind a USB device's name. */
const usbNumbers = /\(([0-9a-f]{4}:[0-9a-f]{4})\)$/;
const engineVersion = /(Chrome|Electron)\/(\d+(?:\.\d+){0,3})/g;
const platforms = /Windows NT [\d.]{1,6}|Mac OS X [\d_]{1,9}|Linux (?:x86_64|aarch64)/;
const makers = /^(Jabra|Poly|EPOS|Yealink|Logitech|Bose|USB [0-9a-f]{4})$/;

/** The line's measure is her extension: that one is left out, whatever it looks like. */
const checkLine = ({ id, status, measure, error }: Slices['checks'][number]): string =>
  [`${id}: ${status}`, error, id !== 'line' && figure.test(measure ?? '') ? measure : null]
    .filter((part) => part !== null)
    .join(', ');

const deviceLine = (use: string, label: string): string => {
  if (label === '') return `${use}: default`;
  return `${use}: ${usbNumbers.exec(label)?.[1] ?? 'built in, Bluetooth or virtual'}`;
};

export const supportReport = ({
  version,
  userAgent,
  at,
  checks,
  devices,
  headsets,
}: Given): string => {
  const label = (id: string, list: readonly { id: string; label: string }[]): string =>
    list.find((one) => one.id === id)?.label ?? '';
  const engines = [...userAgent.matchAll(engineVersion)].map(
    ([, name, number]) => `${name} ${number}`,
  );
  return [
    `Parlance ${/^[\d.]{1,20}$/.test(version) ? version : '?'}`,
    [...engines, platforms.exec(userAgent)?.[0]].filter(Boolean).join(', '),
    at.slice(0, 16),
    ...checks.map(checkLine),
    deviceLine('microphone', label(devices.microphoneId, devices.inputs)),
    deviceLine('loudspeaker', label(devices.speakerId, devices.outputs)),
    deviceLine('ringer', label(devices.ringerId, devices.outputs)),
    `unplugged: ${devices.away.length}`,
    ...headsets.map(({ maker }) => `headset buttons: ${makers.test(maker) ? maker : 'other'}`),
    '',
  ].join('\n');
};
