import { commandFile } from './checks/run-tool';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { inProject, projectRoot } from './project-root';
import { BROWSER } from './system/package-groups';
import { ensureSystemPackages } from './system/system-packages';

// npm run screenshots [-- STATE …]: every state of the program, drawn from made-up data, in the
// sizes, themes and languages that it has to look right in.

const sizes = ['1280x800', '1440x900', '1920x1080'] as const;
const looks = [
  { theme: 'light', language: 'fr' },
  { theme: 'dark', language: 'fr' },
  { theme: 'light', language: 'en' },
] as const;

async function takeAll(lifetime: Lifetime, states: readonly string[]): Promise<number> {
  const steps = new Steps(1 + sizes.length * looks.length);
  await steps.run('Browser', (report) => ensureSystemPackages([BROWSER], report));
  const folder = inProject('screenshots', 'run', 'states');
  for (const size of sizes) {
    for (const { theme, language } of looks) {
      await steps.run(`${size}, ${theme}, ${language}`, async () => {
        const options = ['--size', size, '--theme', theme, '--language', language];
        const taking = startGuarded(
          process.execPath,
          [commandFile('tsx'), 'tests/gallery/take-pictures.ts', folder, ...states, ...options],
          { cwd: projectRoot },
        );
        lifetime.onEnd(taking.stop);
        const code = await taking.exited;
        if (code !== 0) throw new Error(`the pictures ended with code ${code}`);
      });
    }
  }
  return 0;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    process.exit(await lifetime.run(() => takeAll(lifetime, process.argv.slice(2))));
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
