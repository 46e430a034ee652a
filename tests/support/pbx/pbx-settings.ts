import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from '@scripts/project-root';

/** The ports and times of one PBX. */
export type PbxSettings = {
  readonly wsPort: number;
  readonly sipPort: number;
  /** Where the PBX sends outbound calls: whatever far end listens there. */
  readonly trunkPort: number;
  readonly rtpStart: number;
  readonly ringSeconds: number;
};

const RTP_PORTS = 400;
const FOLDERS = ['etc', 'lib/agi-bin', 'lib/keys', 'spool', 'run', 'log'];

/** Where the configuration of the lab's PBX lies in the project. */
export const pbxConfiguration = (): string => inProject('tests', 'lab', 'pbx', 'etc');

function iceHostCandidates(): string {
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  const own = addresses.filter(
    ({ family, address }) => family === 'IPv4' && address !== '127.0.0.1',
  );
  return own.map(({ address }) => `${address} => 127.0.0.1`).join('\n');
}

/** Writes the configuration of one run into `folder`; returns the main file. */
export function writePbxConfiguration(folder: string, settings: PbxSettings): string {
  const values: Readonly<Record<string, string | number>> = {
    RUN: folder,
    WS_PORT: settings.wsPort,
    SIP_PORT: settings.sipPort,
    TRUNK_PORT: settings.trunkPort,
    RTP_START: settings.rtpStart,
    RTP_END: settings.rtpStart + RTP_PORTS - 1,
    RING_SECONDS: settings.ringSeconds,
    ICE_HOST_CANDIDATES: iceHostCandidates(),
  };
  for (const name of FOLDERS) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of readdirSync(pbxConfiguration())) {
    const text = readFileSync(path.join(pbxConfiguration(), name), 'utf8');
    const filled = text.replaceAll(/@([A-Z_]+)@/g, (whole, key) => String(values[key] ?? whole));
    writeFileSync(path.join(folder, 'etc', name), filled);
  }
  return path.join(folder, 'etc', 'asterisk.conf');
}
