import { createRequire } from 'node:module';
import { checkDependencies } from '@scripts/checks/dependency-rules';
import { describeFinding } from '@scripts/checks/finding';
import { inProject, projectRoot } from '@scripts/project-root';
import { describe, expect, it } from 'vitest';

const rules = createRequire(import.meta.url)(inProject('.dependency-cruiser.cjs'));

async function findingsOf(tree: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
  const projectFiles = new Set(Object.keys(tree));
  const findings = await checkDependencies({ root: projectRoot, files, projectFiles }, rules);
  return findings.map(describeFinding);
}

const USER = "import type { User } from '@shared/domain/user';\nexport const u = {} as User;\n";
const base = {
  'src-shared/domain/user.ts': "import { z } from 'zod';\nexport type User = z.infer<never>;\n",
};

describe('[TOOL-1] dependency rules', () => {
  it('[TOOL-1] accepts a tree that keeps the rules', async () => {
    expect(await findingsOf({ ...base, 'src-main/index.ts': USER })).toEqual([]);
  });

  it.each([
    [
      'processes-never-meet',
      'src-main/index.ts',
      "import type { A } from '@api/server';\nexport let a: A;\n",
      'src-api/server.ts',
    ],
    [
      'shared-stands-alone',
      'src-shared/kernel/a.ts',
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
      '',
    ],
    [
      'domain-knows-no-contract',
      'src-shared/domain/a.ts',
      "export { b } from '../contracts/b';\n",
      'src-shared/contracts/b.ts',
    ],
    [
      'features-stand-apart',
      'src-renderer/features/one/a.tsx',
      "import { B } from '@renderer/features/two/b';\nexport const A = () => <B />;\n",
      'src-renderer/features/two/b.tsx',
    ],
    [
      'engine-is-another-window',
      'src-renderer/app/a.ts',
      "import '@renderer/engine/main';\n",
      'src-renderer/engine/main.ts',
    ],
    [
      'sip-behind-the-line-port',
      'src-renderer/app/a.ts',
      "import { UserAgent } from 'sip.js';\nexport const a = UserAgent;\n",
      '',
    ],
    [
      'dexie-behind-the-cache',
      'src-renderer/engine/a.ts',
      "export const a = () => import('dexie');\n",
      '',
    ],
    [
      'driver-behind-the-db',
      'src-api/modules/user/user-service.ts',
      "import pg from 'pg';\nexport const a = pg;\n",
      '',
    ],
    [
      'electron-in-main',
      'src-renderer/app/a.ts',
      "import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;\n",
      '',
    ],
    [
      'browser-code-has-no-node',
      'src-renderer/app/a.ts',
      "import path from 'node:path';\nexport const a = path;\n",
      '',
    ],
    [
      'routes-ask-services',
      'src-api/modules/user/routes.ts',
      "import { b } from './repository';\nexport const a = b;\n",
      'src-api/modules/user/repository.ts',
    ],
    [
      'services-ask-repositories',
      'src-api/modules/user/service.ts',
      "import type { b } from '@api/db/pool';\nexport type A = typeof b;\n",
      'src-api/db/pool.ts',
    ],
    [
      'nothing-imports-tests',
      'scripts/start.ts',
      "import '@tests/a';\nimport '../tests/unit/a';\n",
      'tests/unit/a.ts',
    ],
    [
      'no-development-package-in-the-product',
      'src-api/server.ts',
      "import fc from 'fast-check';\nexport const a = fc;\n",
      '',
    ],
    [
      'no-unknown-package',
      'src-api/server.ts',
      "import a from 'no-such-package';\nexport const b = a;\n",
      '',
    ],
  ])('[TOOL-1] %s is broken by %s and named', async (rule, path, text, other) => {
    const target =
      other === '' ? {} : { [other]: "import { z } from 'zod';\nexport const b = z;\n" };
    const found = await findingsOf({ ...target, [path]: text });
    expect(found.join('\n')).toMatch(
      new RegExp(`^${path.replaceAll('.', '\\.')}:\\d+ {2}${rule}: `, 'm'),
    );
  });

  it('[TOOL-1] names the round of a cycle, also one of types only', async () => {
    const found = await findingsOf({
      'src-shared/domain/a.ts': "import type { B } from './b';\nexport type A = B;\n",
      'src-shared/domain/b.ts': "import type { A } from './a';\nexport type B = A;\n",
    });
    expect(found.join('\n')).toContain('no-cycles: imports src-shared/domain/');
  });

  it('[TOOL-1] points at the line of the import', async () => {
    const text = `\n\n${USER}export { Inviter } from 'sip.js';\n`;
    const found = await findingsOf({ ...base, 'src-renderer/app/a.ts': text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('src-renderer/app/a.ts:5  sip-behind-the-line-port');
  });

  it('[TOOL-1] refuses a relative path into another layer and one that leads nowhere', async () => {
    const text = "import '../src-shared/domain/user';\nimport './gone';\n";
    expect(await findingsOf({ ...base, 'src-main/index.ts': text })).toEqual([
      'src-main/index.ts:1  ../src-shared/domain/user leaves the layer: write it with its alias',
      'src-main/index.ts:2  ./gone leads nowhere',
    ]);
  });
});
