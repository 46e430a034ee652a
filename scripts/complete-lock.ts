import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock } from './checks/lock-file';
import { inProject } from './project-root';

// npm run complete-lock: after an `npm install` from a registry mirror that does not hold the
// packages of every platform, names them in package-lock.json, so that `npm ci` works everywhere.

const file = inProject('package-lock.json');
const before = readFileSync(file, 'utf8');
const after = completeLock(before);
if (after !== before) writeFileSync(file, after);
console.log(after === before ? 'nothing was missing' : 'package-lock.json is complete now');
