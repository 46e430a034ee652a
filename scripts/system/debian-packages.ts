import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run, runOrThrow } from '../processes/run';
import type { PackageGroup } from './package-groups';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const SOURCES = '/etc/apt/sources.list.d';
const APT = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-qq'];
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Whether apt can install packages here: Debian or a relative, as root. */
export async function canInstall(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (await run('apt-get', ['--version']).catch(() => ({ code: 127 }))).code === 0;
}

/** Which of the names dpkg holds as installed. */
export async function installedAmong(names: readonly string[]): Promise<Set<string>> {
  const format = ['-W', '-f', `\${db:Status-Status} \${Package}\n`];
  const listed = await run('dpkg-query', [...format, ...names]).catch(() => ({ stdout: '' }));
  const lines = listed.stdout.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(lines.map((line) => line.slice('installed '.length)));
}

async function pickAvailable(
  alternatives: readonly string[],
  apt: readonly string[],
): Promise<string> {
  for (const name of alternatives) {
    const { stdout } = await run('apt-cache', [...apt, 'policy', name]);
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return alternatives[0] ?? '';
}

async function install(group: PackageGroup, apt: readonly string[]): Promise<void> {
  const options = { env: environment };
  await runOrThrow('apt-get', [...apt, ...APT, 'update'], options);
  const names = await Promise.all(group.packages.map((entry) => pickAvailable(entry, apt)));
  const words = ['install', '-y', '--no-install-recommends', ...names];
  await runOrThrow('apt-get', [...apt, ...APT, ...words], options);
}

type Mirrors = { readonly main: string; readonly security: string };

async function findMirrors(): Promise<Mirrors> {
  const names = await readdir(SOURCES).catch(() => []);
  const files = names.filter((name) => /\.(list|sources)$/.test(name));
  const paths = [...files.map((name) => path.join(SOURCES, name)), '/etc/apt/sources.list'];
  const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8').catch(() => '')));
  const active = texts.join('\n').replaceAll(/^\s*#.*$/gm, '');
  const found = [...active.matchAll(/https?:\/\/\S+/g)].map(([url]) => url.replace(/\/$/, ''));
  const main = found.find((url) => /\/debian$/.test(url)) ?? 'http://deb.debian.org/debian';
  const security = found.find((url) => /debian-security$/.test(url));
  return { main, security: security ?? 'http://deb.debian.org/debian-security' };
}

/**
 * Settings of apt that add an older suite for one installation only: their own lists and cache,
 * the older suite pinned low so that it fills gaps and replaces nothing. /etc/apt stays as it is.
 */
async function privateSettings(folder: string, suite: string): Promise<string> {
  const { main, security } = await findMirrors();
  const parts = path.join(folder, 'parts');
  const preferences = path.join(folder, 'preferences');
  const folders = [
    parts,
    preferences,
    `${folder}/lists/partial`,
    `${folder}/cache/archives/partial`,
  ];
  for (const name of folders) await mkdir(name, { recursive: true });
  for (const name of await readdir(SOURCES)) {
    const text = await readFile(path.join(SOURCES, name), 'utf8');
    if (/\.(list|sources)$/.test(name)) await writeFile(path.join(parts, name), text);
  }
  const lines = [`${main} ${suite} main`, `${security} ${suite}-security main`];
  const sources = lines.map((line) => `deb [signed-by=${KEYRING}] ${line}\n`).join('');
  await writeFile(path.join(parts, `${suite}.list`), sources);
  const pin = `Package: *\nPin: release n=${suite}*\nPin-Priority: 100\n`;
  await writeFile(path.join(preferences, suite), pin);
  const settings = path.join(folder, 'apt.conf');
  await writeFile(
    settings,
    [
      'Dir::Etc::sourcelist "/etc/apt/sources.list";',
      `Dir::Etc::sourceparts "${parts}";`,
      `Dir::Etc::preferencesparts "${preferences}";`,
      `Dir::State::lists "${folder}/lists";`,
      `Dir::Cache "${folder}/cache";`,
    ].join('\n'),
  );
  return settings;
}

/** Installs a group with apt; throws with the end of apt's output when that fails. */
export async function installGroup(group: PackageGroup): Promise<void> {
  if (group.suite === 'own') return install(group, []);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-apt-'));
  try {
    const settings = await privateSettings(folder, group.suite);
    await install(group, ['-c', settings]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
