/** Whether an address of this machine is on a wireless network: "your Wi-Fi", not "the network". */
import { existsSync } from 'node:fs';
import os from 'node:os';
import type { LiveQuality } from '@shared/domain/call-quality/call-quality.ts';

type Interfaces = ReturnType<typeof os.networkInterfaces>;

const wirelessName = /^(wl|wlan|ath|ra\d)|wi-?fi|wireless|sans fil/i;
const wiredName = /^(en[opsx]|eth|lo)|ethernet/i;

/**
 * @param isWireless what the system itself says of an interface, where it can
 * @param platform as `process.platform`; macOS names Wi-Fi and cable alike: unknown there
 */
export const networkKindOf = (
  address: string,
  interfaces: Interfaces,
  isWireless: (name: string) => boolean,
  platform: NodeJS.Platform,
): LiveQuality['network'] => {
  const name = Object.entries(interfaces).find(([, its]) =>
    its?.some((one) => one.address === address),
  )?.[0];
  if (name === undefined || platform === 'darwin') return 'unknown';
  if (isWireless(name) || wirelessName.test(name)) return 'wifi';
  return wiredName.test(name) ? 'wired' : 'unknown';
};

export const networkKind = (address: string): LiveQuality['network'] =>
  networkKindOf(
    address,
    os.networkInterfaces(),
    (name) => !name.includes('/') && existsSync(`/sys/class/net/${name}/wireless`),
    process.platform,
  );
