import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@scripts/project-root';

let count = 0;

/**
 * A new folder below .lab/ for the logs, recordings and settings of one part of a test run; it is
 * kept afterwards, so that a failure can be read. Short, because sockets in it have short names.
 */
export function runFolder(name: string): string {
  count += 1;
  const stamp = `${Date.now().toString(36)}-${process.pid}-${count}`;
  const folder = path.join(projectRoot, '.lab', `${name}-${stamp}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
