/** Which machine this is: its name, and a digest that another machine does not have. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Machine } from '@shared/contracts/ipc/channels.ts';

/** Linux: machine-id(5). Elsewhere, and where there is none, the addresses of its network cards. */
const ownNumber = (): string => {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(file, 'utf8').trim();
      if (id.length >= 16) return id;
    } catch {
      // Not a Linux with such a file.
    }
  }
  const cards = Object.values(os.networkInterfaces()).flatMap((card) => card ?? []);
  const addresses = cards.map(({ mac }) => mac).filter((mac) => mac !== '00:00:00:00:00:00');
  return [...new Set(addresses)].sort().join();
};

export const thisMachine = (): Machine => ({
  name: os.hostname().slice(0, 120) || 'desktop',
  mark: createHash('sha256')
    .update(`parlance ${os.hostname()} ${ownNumber()}`)
    .digest('hex')
    .slice(0, 32),
  platform: `${os.platform()} ${os.release()}`.slice(0, 60),
});
