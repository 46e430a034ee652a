import { statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes/run';
import { StepError } from '../progress/step-error';

const SETUID_AND_EXECUTABLE = 0o4755;
const PERMISSIONS = 0o7777;

/** Chromium's other way into its sandbox: a helper beside it that belongs to root. */
function hasHelper(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.uid === 0 && (found.mode & PERMISSIONS) === SETUID_AND_EXECUTABLE;
}

/** Whether this user may make namespaces; some systems (Ubuntu from 23.10 on) allow it to few programs. */
async function mayMakeNamespaces(): Promise<boolean> {
  try {
    return (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
  } catch {
    // Without the command nothing is known: the program itself will tell.
    return true;
  }
}

/**
 * Refuses a Linux on which Chromium's sandbox cannot be set up, before the program dies of it
 * without a word that a newcomer understands. Root runs without a sandbox and needs neither way.
 *
 * @throws StepError with the two ways to allow it
 */
export async function ensureSandbox(executable: string): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  if (hasHelper(helper) || (await mayMakeNamespaces())) return;
  throw new StepError(
    "this system does not let programs of yours make namespaces, which the program's sandbox needs",
    `allow it until the next start of the machine: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
            (elsewhere: kernel.unprivileged_userns_clone=1), or give the sandbox its helper:
            sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
