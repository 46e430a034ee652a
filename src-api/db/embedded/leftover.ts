/** What an earlier start left in the folder when it was killed: a pid file, or even its server. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export class DataFolderBusy extends Error {}

const graceMs = 6_000;
const pollMs = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const commandOf = (pid: number): string => {
  try {
    if (existsSync('/proc/self'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    return '';
  }
};

/** The pid of the server that really runs on this folder; a re-used pid is not one. */
const serverOn = (folder: string): number | null => {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(folder) ? pid : null;
};

/** The API that runs on this folder now, from the note it wrote. */
const ownerOf = (folder: string): number | null => {
  const file = `${folder}.owner`;
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid !== process.pid && commandOf(pid).includes('node')
    ? pid
    : null;
};

/**
 * Waits for a dying server, ends one that nobody owns, removes its pid file.
 * @throws DataFolderBusy when another program uses the folder.
 */
export const clearLeftover = async (folder: string): Promise<void> => {
  for (let waitedMs = 0; serverOn(folder) !== null && waitedMs < graceMs; waitedMs += pollMs) {
    await pause(pollMs);
  }
  const server = serverOn(folder);
  if (server !== null) {
    if (ownerOf(folder) !== null) throw new DataFolderBusy(`the database in ${folder} is in use`);
    process.kill(server, 'SIGINT');
    while (serverOn(folder) !== null) await pause(pollMs);
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true });
};
