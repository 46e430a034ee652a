import type { BuildOptions } from 'esbuild';
import { inProject, projectRoot } from '../project-root';

/** Where the bundled API lies: `node out/api/server.cjs`. */
export const apiBundle = (): string => inProject('out', 'api', 'server.cjs');

/** The central API as one CommonJS file; npm packages stay outside. */
export const apiBuildOptions = (): BuildOptions => ({
  absWorkingDir: projectRoot,
  entryPoints: [inProject('src-api', 'server.ts')],
  outfile: apiBundle(),
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  packages: 'external',
  sourcemap: true,
  tsconfig: inProject('tsconfig.json'),
  loader: { '.sql': 'text' },
  logLevel: 'silent',
});
