import { describeFinding } from '@scripts/checks/finding';
import { checkLock, completeLock } from '@scripts/checks/lock-file';
import { describe, expect, it } from 'vitest';

const tool = {
  version: '1.2.3',
  dev: true,
  optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' },
};
const text = `${JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/tool': tool } }, null, 2)}\n`;

describe('[TOOL-16] the lock file', () => {
  it('[TOOL-16] a missing platform package is named at the package that wants it', () => {
    const findings = checkLock({ path: 'package-lock.json', text }).map(describeFinding);
    expect(findings).toEqual([
      'package-lock.json:4  @tool/linux-x64-musl is missing, npm ci would fail: npm run complete-lock',
    ]);
  });

  it('[TOOL-16] completing it adds the exact version and its platform, once', () => {
    const completed = completeLock(text);
    expect(checkLock({ path: 'package-lock.json', text: completed })).toEqual([]);
    expect(JSON.parse(completed).packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '1.2.3',
      dev: true,
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(completeLock(completed)).toBe(completed);
  });
});
