/** Which machine this is: its name, and a digest that another machine does not have. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Machine } from '@shared/contracts/ipc/channels.ts';

const asked = (program: string, words: readonly string[], pattern: RegExp): string | undefined => {
  try {
    const text = execFileSync(program, words, { encoding: 'utf8', timeout: 3_000 });
    return pattern.exec(text)?.[1];
  } catch {
    // A system that does not tell.
    return undefined;
  }
};

/** Linux: machine-id(5); Windows and macOS: what the system itself goes by; else the name alone. */
const ownNumber = (): string => {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(file, 'utf8').trim();
      if (id.length >= 16) return id;
    } catch {
      // Not a Linux with such a file.
    }
  }
  const cryptography = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
  const told =
    process.platform === 'win32'
      ? asked('reg', ['query', cryptography, '/v', 'MachineGuid'], /MachineGuid\s+REG_SZ\s+(\S+)/)
      : process.platform === 'darwin'
        ? asked('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /"IOPlatformUUID" = "([^"]+)"/)
        : undefined;
  return told ?? os.hostname();
};

export const thisMachine = (): Machine => ({
  name: os.hostname().slice(0, 120) || 'desktop',
  mark: createHash('sha256').update(`parlance ${ownNumber()}`).digest('hex').slice(0, 32),
  platform: `${os.platform()} ${os.release()}`.slice(0, 60),
});
