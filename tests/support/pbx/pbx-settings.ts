import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from '@scripts/project-root';
import { writeTone } from '../sound/tones';

/** The ports and times of one PBX. */
export type PbxSettings = {
  readonly wsPort: number;
  readonly sipPort: number;
  /** Of its manager interface, where hubs place calls. */
  readonly managerPort: number;
  /** Where the PBX sends outbound calls: whatever far end listens there. */
  readonly trunkPort: number;
  readonly rtpStart: number;
  readonly ringSeconds: number;
  /** How long a parked call waits before it comes back. */
  readonly parkingSeconds: number;
  /** Where it listens; 127.0.0.1 when it shares the tests' network. */
  readonly address?: string;
  /** Every address that it sees of itself, when it has a network of its own. */
  readonly ownAddresses?: readonly string[];
  /** What telephones of advisors and leads may speak, the liked one first. */
  readonly advisorCodecs: string;
  /** WSS as well, on this port with this certificate. */
  readonly tls?: {
    readonly port: number;
    readonly certificate: string;
    readonly key: string;
  };
};

/** What the network plays before some numbers, in Hz. */
export const ANNOUNCEMENT_HZ = 620;
const ANNOUNCEMENT_S = 6;
/** What both hear before a call is recorded, in Hz. */
export const RECORDED_HZ = 1500;
const RECORDED_S = 1;
/** The music of who waits, in Hz. */
export const MUSIC_HZ = 1240;
const MUSIC_S = 20;
/** Of the hub at the manager interface. */
export const MANAGER_SECRET = 'lab-manager';
const RTP_PORTS = 400;
const LOOPBACK = '127.0.0.1';
const FOLDERS = ['etc', 'lib/agi-bin', 'lib/keys', 'lib/moh', 'spool', 'run', 'log'];

/** Where the configuration of the lab's PBX lies in the project. */
export const pbxConfiguration = (): string => inProject('tests', 'lab', 'pbx', 'etc');

function iceHostCandidates({ address = LOOPBACK, ownAddresses }: PbxSettings): string {
  if (ownAddresses !== undefined)
    return ownAddresses.map((one) => `${one} => ${address}`).join('\n');
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  const own = addresses.filter(
    ({ family, address }) => family === 'IPv4' && address !== '127.0.0.1',
  );
  return own.map(({ address }) => `${address} => 127.0.0.1`).join('\n');
}

/** Telephones of the advisors who take a campaign's calls in the lab: plain sound, no WebRTC. */
export const CAMPAIGN_LINES = Array.from({ length: 10 }, (_, place) => String(6101 + place));

const campaignLine = (line: string): string =>
  [
    `[${line}](campaign-line)\nauth = ${line}\naors = ${line}\ncallerid = <${line}>`,
    `[${line}](advisor-auth)\nusername = ${line}\npassword = ligne-${line}`,
    `[${line}](advisor-aor)\n`,
  ].join('\n');

function tlsLines({ tls }: PbxSettings): string {
  if (tls === undefined) return '';
  const { port, certificate, key } = tls;
  return `tlsenable = yes\ntlsbindaddr = 127.0.0.1:${port}\ntlscertfile = ${certificate}\ntlsprivatekey = ${key}`;
}

/** Writes the configuration of one run into `folder`; returns the main file. */
export function writePbxConfiguration(folder: string, settings: PbxSettings): string {
  const values: Readonly<Record<string, string | number>> = {
    RUN: folder,
    WS_PORT: settings.wsPort,
    SIP_PORT: settings.sipPort,
    MANAGER_PORT: settings.managerPort,
    MANAGER_SECRET,
    TRUNK_PORT: settings.trunkPort,
    RTP_START: settings.rtpStart,
    RTP_END: settings.rtpStart + RTP_PORTS - 1,
    RING_SECONDS: settings.ringSeconds,
    PARKING_SECONDS: settings.parkingSeconds,
    ADVISOR_CODECS: settings.advisorCodecs,
    TLS: tlsLines(settings),
    CAMPAIGN_LINES: CAMPAIGN_LINES.map(campaignLine).join('\n'),
    ICE_HOST_CANDIDATES: iceHostCandidates(settings),
  };
  for (const name of FOLDERS) mkdirSync(path.join(folder, name), { recursive: true });
  writeTone(path.join(folder, 'lib', 'announcement.wav'), ANNOUNCEMENT_HZ, ANNOUNCEMENT_S);
  writeTone(path.join(folder, 'lib', 'recorded.wav'), RECORDED_HZ, RECORDED_S);
  writeTone(path.join(folder, 'lib', 'moh', 'music.wav'), MUSIC_HZ, MUSIC_S);
  for (const name of readdirSync(pbxConfiguration())) {
    const text = readFileSync(path.join(pbxConfiguration(), name), 'utf8');
    const filled = text.replaceAll(/@([A-Z_]+)@/g, (whole, key) => String(values[key] ?? whole));
    const placed = filled.replaceAll(LOOPBACK, settings.address ?? LOOPBACK);
    writeFileSync(path.join(folder, 'etc', name), placed);
  }
  return path.join(folder, 'etc', 'asterisk.conf');
}
