import type { Finding } from './finding';
import { lineAt, type SourceFile } from './source-files';

// `npm ci` refuses a lock file that does not name every optional package of every platform. npm
// leaves out those that a partial registry mirror does not hold, so they are completed by hand.

/** What package-lock.json says about one package, as far as it is read here. */
type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

type Lock = { packages: Record<string, unknown> };

/** A package for another platform that the lock file does not name. */
type Missing = { readonly of: string; readonly name: string; readonly version: string };

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'] as const;
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 's390x', 'ppc64'] as const;

function findMissing({ packages }: Lock): Missing[] {
  const entries = Object.entries(packages) as [string, Entry][];
  return entries.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in packages))
      .filter(([name]) => !(`${place}/node_modules/${name}` in packages))
      .map(([name, version]) => ({ of: place, name, version })),
  );
}

/** Optional packages that package-lock.json ought to name and does not. */
export function checkLock({ path, text }: SourceFile): Finding[] {
  return findMissing(JSON.parse(text)).map(({ of, name }) => ({
    file: path,
    line: lineAt(text, Math.max(0, text.indexOf(`"${of}"`))),
    message: `${name} is missing, npm ci would fail: npm run complete-lock`,
  }));
}

function describePlatform(name: string): Record<string, unknown> {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  const libc = words.find((word) => /^(gnu|musl)/.test(word));
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(libc === undefined ? {} : { libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] }),
    optional: true,
    ...(system === undefined ? {} : { os: [system] }),
  };
}

/** The text of a lock file with the missing platform packages named at their exact versions. */
export function completeLock(text: string): string {
  const lock = JSON.parse(text) as Lock;
  for (const { of, name, version } of findMissing(lock)) {
    if (!/^\d/.test(version)) throw new Error(`${name} has no exact version: ${version}`);
    const { dev, devOptional } = lock.packages[of] as Entry;
    const isDev = dev === true || devOptional === true;
    const platform = describePlatform(name);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(isDev ? { dev: true } : {}),
      ...platform,
    };
  }
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}
