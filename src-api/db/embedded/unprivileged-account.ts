/**
 * PostgreSQL refuses to run as root, so a root start drops to an account without rights. Elsewhere
 * the database runs as whoever started the API.
 */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

export type Account = { readonly uid: number; readonly gid: number };

const accountName = 'postgres';

const idOf = (option: '-u' | '-g', name: string): number =>
  Number.parseInt(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }), 10);

const find = (name: string): Account | null => {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return null;
  }
};

const create = (): void => {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', [...options, accountName], { stdio: 'pipe' });
  } catch {
    // No useradd here, or not allowed: `nobody` below is on every Unix.
  }
};

/** The account to run the database as, or null to run it as ourselves. */
export const unprivilegedAccount = (): Account | null => {
  if (process.platform === 'win32' || userInfo().uid !== 0) return null;
  const known = find(accountName);
  if (known !== null) return known;
  create();
  return find(accountName) ?? find('nobody');
};
