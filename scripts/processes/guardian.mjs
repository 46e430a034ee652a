// node guardian.mjs GRACE_MS COMMAND [arguments]: runs a command for as long as this process's
// stdin stays open. Whoever started it holds the other end, so even a SIGKILL there ends the
// command, and everything that the command itself started (one process group).
import { spawn } from 'node:child_process';

const [graceMs, command, ...args] = process.argv.slice(2);
const inOwnGroup = process.platform !== 'win32';
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: inOwnGroup,
});

function killGroup() {
  try {
    process.kill(inOwnGroup ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}

let deadline;
function stop() {
  if (deadline !== undefined) return;
  child.kill('SIGTERM');
  deadline = setTimeout(killGroup, Number(graceMs));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
child.once('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  clearTimeout(deadline);
  killGroup();
  process.exit(code ?? (signal === 'SIGTERM' && deadline !== undefined ? 0 : 1));
});
