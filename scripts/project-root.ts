import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json; every path of the scripts starts here. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** An absolute path inside the project. */
export const inProject = (...parts: readonly string[]): string => path.join(projectRoot, ...parts);
