import { existsSync, readFileSync } from 'node:fs';
import { run } from '@scripts/processes/run';
import type { Command } from '@scripts/testing/private-network';
import { until } from '../until';

type Road = 'first' | 'second';
const ROADS: Readonly<Record<Road, { readonly near: string; readonly far: string }>> = {
  first: { near: '10.99.1.1', far: '10.99.1.2' },
  second: { near: '10.99.2.1', far: '10.99.2.2' },
};

async function ip(...args: string[]): Promise<void> {
  const { code, stderr } = await run('ip', args);
  if (code !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`);
}

/**
 * A PBX in a network of its own, with two roads to it of which one is open: closing it and opening
 * the other is what a desktop lives through that changes from cable to Wi-Fi.
 */
export class TwoRoads {
  /** Where the PBX is, by either road. */
  readonly address = '10.99.0.9';
  readonly #pidFile: string;
  #pid = 0;

  constructor(pidFile: string) {
    this.#pidFile = pidFile;
  }

  /** Every address that the PBX sees of itself. */
  get addresses(): readonly string[] {
    return [this.address, ...Object.values(ROADS).map(({ far }) => far)];
  }

  /** The same command in the PBX's network. */
  inside({ command, args }: Command): Command {
    const setUp = `echo $$ > "${this.#pidFile}" && ip link set lo up && ip addr add ${this.address}/32 dev lo && exec "$@"`;
    return { command: 'unshare', args: ['--net', '--', 'sh', '-c', setUp, 'sh', command, ...args] };
  }

  /** Builds both roads, closed; the PBX's process is there by now. */
  async build(): Promise<void> {
    await until('the PBX has its network', () => existsSync(this.#pidFile));
    // The file is there a moment before what is written in it.
    const pid = await until(
      'its process is known',
      () => readFileSync(this.#pidFile, 'utf8').trim() || null,
    );
    this.#pid = Number(pid);
    for (const [road, { near, far }] of Object.entries(ROADS)) {
      await ip('link', 'add', `${road}-near`, 'type', 'veth', 'peer', `${road}-far`, 'netns', pid);
      await ip('addr', 'add', `${near}/24`, 'dev', `${road}-near`);
      await this.#there('addr', 'add', `${far}/24`, 'dev', `${road}-far`);
      await this.#there('link', 'set', `${road}-far`, 'up');
    }
  }

  /** Opens a road, and closes the other one without a word. */
  async change(road: Road): Promise<void> {
    const other: Road = road === 'first' ? 'second' : 'first';
    await ip('link', 'set', `${other}-near`, 'down');
    await ip('link', 'set', `${road}-near`, 'up');
    await ip('route', 'replace', 'default', 'via', ROADS[road].far);
  }

  async remove(): Promise<void> {
    for (const road of Object.keys(ROADS)) await ip('link', 'del', `${road}-near`).catch(() => 0);
  }

  async #there(...args: string[]): Promise<void> {
    const { code, stderr } = await run('nsenter', ['-t', String(this.#pid), '-n', 'ip', ...args]);
    if (code !== 0) throw new Error(`ip ${args.join(' ')} at the PBX: ${stderr}`);
  }
}
