// node scripts/run.mjs NAME [arguments]: prepares a fresh clone (Node version, packages), then runs
// scripts/NAME.ts. Plain JavaScript without packages, so that it works before anything is installed.
// Everything that it says goes to stderr: the script's own output stays clean.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MINIMUM = [20, 19];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const say = (line) => process.stderr.write(`${line}\n`);

function fail(what, remedy) {
  say(`\nThis did not work: ${what}\nWhat to do: ${remedy}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isOldEnough = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
  if (isOldEnough) return;
  fail(
    `Node ${process.versions.node} is too old`,
    `install Node ${MINIMUM.join('.')} or newer from https://nodejs.org and start again`,
  );
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/** Compares what npm noted down after its last whole installation with the lock file. */
function packagesAreCurrent() {
  const installed = readLock('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(readLock('package-lock.json') ?? {}).every(
    ([name, { version, optional }]) =>
      name === '' || optional || installed[name]?.version === version,
  );
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The pid in the note; 0 when its owner has just taken it away, or has not written it yet. */
function readNote(note) {
  try {
    return Number(readFileSync(note, 'utf8'));
  } catch {
    return 0;
  }
}

/** Two installations at once would break each other: the second one waits for the first. */
function takeTurn() {
  const note = path.join(root, '.cache', 'installing.pid');
  mkdirSync(path.dirname(note), { recursive: true });
  for (let hasSaid = false; ; ) {
    try {
      writeFileSync(note, String(process.pid), { flag: 'wx' });
      const end = () => rmSync(note, { force: true });
      process.once('exit', end);
      return () => {
        process.off('exit', end);
        end();
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readNote(note);
    if (owner > 0 && !isAlive(owner)) rmSync(note, { force: true });
    if (!hasSaid) say('another start installs the packages: waiting for it');
    hasSaid = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function ensurePackages() {
  if (packagesAreCurrent()) return;
  const endTurn = takeTurn();
  if (!packagesAreCurrent()) installPackages();
  endTurn();
}

function installPackages() {
  const modules = path.join(root, 'node_modules');
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    fail('node_modules is a link and older than package-lock.json', 'run npm ci where it leads');
  }
  say('installing the packages (npm ci), about a minute the first time');
  const started = performance.now();
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not its warnings: that a package would like a newer Node is nothing that a reader can act on.
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    const why = error ? error.message : `npm ci ended with code ${status}`;
    fail(why, 'check that this machine reaches an npm registry, then start again');
  }
  say(`packages installed after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** The script notices the end of this process by its closed channel, also after a SIGKILL. */
function handOver(name, args) {
  const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const script = path.join(root, 'scripts', `${name}.ts`);
  const child = spawn(process.execPath, ['--import', loader, script, ...args], {
    cwd: root,
    env: { ...process.env, PARLANCE_CALLED_FROM: process.cwd() },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.connected && child.send('stop'));
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    const isOrphan = process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
    if (isOrphan && child.connected) child.disconnect();
  }, 1000);
  child.once('close', (code) => {
    clearInterval(watch);
    process.exit(code ?? 1);
  });
}

const [name, ...args] = process.argv.slice(2);
checkNode();
if (!/^[a-z][a-z-]*$/.test(name ?? '') || !existsSync(path.join(root, 'scripts', `${name}.ts`))) {
  fail(`there is no script ${name}`, 'look at the scripts in package.json');
}
ensurePackages();
handOver(name, args);
