import os from 'node:os';
import path from 'node:path';

/**
 * Where the demo hub keeps its database between two starts, outside the project. PostgreSQL never
 * runs as root: it gets an unprivileged user, who could not enter root's home folder.
 */
export function hubDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const given = env['PARLANCE_DATA_DIR'];
  if (given) return path.resolve(given);
  const home = os.homedir();
  if (process.platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'parlance-hub');
  }
  if (process.platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? home, 'parlance-hub');
  }
  if (process.getuid?.() === 0) return '/var/lib/parlance-hub';
  return path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'parlance-hub');
}
