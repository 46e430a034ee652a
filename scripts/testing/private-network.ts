import { run } from '../processes/run';

/** An address that the PBX needs to see; it advertises 127.0.0.1 in its place. */
export const PRIVATE_ADDRESS = '192.0.2.10';

const WALLS = ['--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** A command line. */
export type Command = { readonly command: string; readonly args: readonly string[] };

// The shell stays as the first process of its world: it collects what orphans leave behind.
const SET_UP = `ip link set lo up && ip addr add ${PRIVATE_ADDRESS}/32 dev lo && "$@"; exit $?`;

/**
 * The same command in a network of its own (loopback only, nothing can leave the machine) and with
 * process numbers of its own, so that whatever it started ends with it.
 */
export const inPrivateNetwork = ({ command, args }: Command): Command => ({
  command: 'unshare',
  args: [...WALLS, '--', 'sh', '-c', SET_UP, 'sh', command, ...args],
});

/** Why this machine cannot make a private network; undefined when it can. */
export async function obstacleToPrivateNetwork(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'the real PBX and its phones run on Linux only';
  if (process.getuid?.() !== 0) return 'a private network needs root';
  const { command, args } = inPrivateNetwork({ command: 'true', args: [] });
  const probe = await run(command, args).catch((error: Error) => ({
    code: 127,
    stderr: String(error),
  }));
  return probe.code === 0 ? undefined : `no private network can be made: ${probe.stderr.trim()}`;
}
