/** What a person can do about a failed start. */
import { ConfigError } from './config.ts';
import { DataFolderBusy } from './db/embedded/leftover.ts';

const byCode: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there: choose another PARLANCE_API_PORT, or 0 for any',
  EACCES:
    'this account may not do that: choose a folder it may write in (PARLANCE_DATA_DIR) or a port above 1023',
  ENOSPC: 'the disk is full: free some space or set PARLANCE_DATA_DIR to another disk',
  ECONNREFUSED:
    'no PostgreSQL answers at DATABASE_URL: start it, or unset DATABASE_URL to use the embedded one',
  ENOTFOUND: 'the host of DATABASE_URL is unknown: check its spelling',
  '28P01': 'PostgreSQL refused the password of DATABASE_URL',
  '28000': 'PostgreSQL refused the user of DATABASE_URL',
  '3D000': 'the database of DATABASE_URL does not exist: create it',
  '42501': 'the user of DATABASE_URL may not create tables there',
  ERR_MODULE_NOT_FOUND: 'a package is missing: run npm ci (optional packages included)',
};

/** A sentence for the launcher to show under the failure. */
export const remedyFor = (error: unknown): string => {
  if (error instanceof ConfigError) return 'correct these environment variables';
  if (error instanceof DataFolderBusy) {
    return 'another Parlance uses this data folder: end it, or set PARLANCE_DATA_DIR to another folder';
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return byCode[code] ?? 'see the log above; PARLANCE_LOG_LEVEL=debug tells more';
};
