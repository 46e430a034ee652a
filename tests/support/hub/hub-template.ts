import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { apiBundle } from '@scripts/build/build-api';
import { projectRoot } from '@scripts/project-root';

/** Makes and seeds a database in this folder, and ends it properly. */
type Make = (dataFolder: string) => Promise<void>;

/** One for each size of the demo and each run of tests: the demo is told from the present moment. */
const placeOf = (customers: number): string => {
  const built = Math.floor(statSync(apiBundle()).mtimeMs).toString(36);
  return path.join(projectRoot, '.lab', 'hub-templates', `${customers}-${process.ppid}-${built}`);
};

/**
 * Fills `dataFolder` with the database of a fresh hub. Making and seeding one takes seconds, and
 * nearly every test file wants the same: it is made once and copied afterwards.
 */
export const fillFromTemplate = async (
  customers: number,
  dataFolder: string,
  make: Make,
): Promise<void> => {
  const place = placeOf(customers);
  if (!existsSync(place)) {
    const unfinished = `${place}.${process.pid}`;
    mkdirSync(path.dirname(unfinished), { recursive: true });
    await make(unfinished);
    // Below a folder that only root may enter the cluster lies elsewhere: nothing to copy then.
    if (!existsSync(path.join(unfinished, 'postgres')))
      return rmSync(unfinished, { recursive: true });
    renameSync(unfinished, place);
  }
  // With its owner: PostgreSQL opens nobody else's folder.
  execFileSync('cp', ['-a', place, dataFolder]);
};
