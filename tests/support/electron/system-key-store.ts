import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '../until';

/**
 * A session bus with gnome-keyring on it. An empty password would let it ask on a screen that
 * nobody watches; it answers once it owns the name of the secret service.
 */
const SESSION = `
read -r password
printf %s "$password" | gnome-keyring-daemon --foreground --unlock --components=secrets >&2 &
keyring=$!
ask() {
  dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \\
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets
}
tries=0
until ask | grep -q true; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || exit 1
  sleep 0.1
done
echo "bus $DBUS_SESSION_BUS_ADDRESS"
cat >/dev/null
kill "$keyring"
wait "$keyring"
`;

const START_WITHIN_MS = 15_000;
const END_WITHIN_MS = 5_000;

/** The desktop's key store, unlocked, for as long as one session lasts. */
export type SystemKeyStore = {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Logs out: bus and key store end; what it kept stays in `home`, sealed by the password. */
  readonly stop: () => Promise<void>;
};

/** Logs in: unlocks the key ring of `home` (made at the first time) with a non-empty password. */
export async function startSystemKeyStore(home: string, password: string): Promise<SystemKeyStore> {
  const runtime = path.join(home, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const env = { HOME: home, XDG_DATA_HOME: path.join(home, 'data'), XDG_RUNTIME_DIR: runtime };
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', SESSION], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${password}\n`);
  let address: string | undefined;
  let complaints = '';
  let isGone = false;
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('bus ')) address = line.slice('bus '.length);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  child.once('close', () => {
    isGone = true;
  });
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await until('the session has ended', () => isGone, END_WITHIN_MS).catch(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    });
  };
  try {
    const bus = await until('the key store answers', () => address ?? isGone, START_WITHIN_MS);
    if (typeof bus !== 'string') throw new Error('the session ended at once');
    return { env: { DBUS_SESSION_BUS_ADDRESS: bus }, stop };
  } catch (error) {
    await stop();
    throw new Error(`no key store: ${complaints}`, { cause: error });
  }
}
