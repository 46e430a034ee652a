import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listFiles } from '../checks/source-files';
import { inProject, projectRoot } from '../project-root';

/** One hash over the names and contents of every file below the given folders and files. */
export function hashSources(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of listFiles(projectRoot, parts)) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(inProject(name)))
      .update('\0');
  }
  return hash.digest('hex');
}
