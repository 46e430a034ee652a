import { run } from '../processes/run';
import type { Report } from '../progress/report';
import { StepError } from '../progress/step-error';
import { canInstall, installedAmong, installGroup } from './debian-packages';
import type { PackageGroup } from './package-groups';

async function hasCommand(name: string): Promise<boolean> {
  const { code } = await run('sh', ['-c', 'command -v "$1"', 'sh', name]);
  return code === 0;
}

async function isPresent(group: PackageGroup): Promise<boolean> {
  if (group.proof !== undefined && (await hasCommand(group.proof))) return true;
  const installed = await installedAmong(group.packages.flat());
  return group.packages.every((names) => names.some((name) => installed.has(name)));
}

/** The groups that this machine lacks. */
export async function missingGroups(groups: readonly PackageGroup[]): Promise<PackageGroup[]> {
  const present = await Promise.all(groups.map(isPresent));
  return groups.filter((_, index) => present[index] === false);
}

function explain(missing: readonly PackageGroup[]): StepError {
  const names = missing.flatMap(({ packages }) => packages.map(([name]) => name));
  const purposes = missing.map(({ purpose }) => purpose).join(', ');
  const older = missing.some(({ suite }) => suite !== 'own')
    ? ' (some of them come from the suite bullseye)'
    : '';
  return new StepError(
    `this machine lacks ${purposes}`,
    `as root: apt-get install --no-install-recommends ${names.join(' ')}${older}, or what ` +
      'your system calls them, and start again',
  );
}

/**
 * Installs what is missing on Debian as root. Elsewhere it throws a StepError that names the
 * packages and the command; on macOS and Windows nothing is needed and nothing is checked.
 */
export async function ensureSystemPackages(
  groups: readonly PackageGroup[],
  report: Report,
): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await missingGroups(groups);
  if (missing.length === 0) return;
  if (!(await canInstall())) throw explain(missing);
  for (const group of missing) {
    report(`installing ${group.purpose}: ${group.packages.map(([name]) => name).join(' ')}`);
    try {
      await installGroup(group);
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
      throw explain([group]);
    }
  }
}
