import { parseArgs } from 'node:util';
import { commandFile } from './checks/run-tool';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { inProject, projectRoot } from './project-root';
import { BROWSER } from './system/package-groups';
import { ensureSystemPackages } from './system/system-packages';

// npm run screenshots [-- STATE … --size 1280x800 --theme dark --language en]: every state of the
// program, drawn from made-up data, in the sizes, themes and languages that it has to look right in;
// or some of them.

const USAGE = 'npm run screenshots -- ringing --size 1280x800 --theme dark';
const SIZES = ['1280x800', '1440x900', '1920x1080'] as const;
const LOOKS = [
  { theme: 'light', language: 'fr' },
  { theme: 'dark', language: 'fr' },
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
] as const;

type Wish = {
  readonly states: readonly string[];
  readonly views: readonly { size: string; theme: string; language: string }[];
};

function readWish(words: string[]): Wish {
  const text = { type: 'string' } as const;
  const options = { size: text, theme: text, language: text };
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const { size, theme, language } = values;
    const views = SIZES.flatMap((one) => LOOKS.map((look) => ({ size: one, ...look }))).filter(
      (view) =>
        [size ?? view.size, theme ?? view.theme, language ?? view.language].join() ===
        [view.size, view.theme, view.language].join(),
    );
    if (views.length > 0) return { states: positionals, views };
  } catch {
    // An option that there is not: told as a look that there is not.
  }
  throw new StepError(`no pictures are taken with ${words.join(' ')}`, USAGE);
}

async function takeAll(lifetime: Lifetime, { states, views }: Wish): Promise<number> {
  const steps = new Steps(1 + views.length);
  await steps.run('Browser', (report) => ensureSystemPackages([BROWSER], report));
  const folder = inProject('screenshots', 'run', 'states');
  for (const { size, theme, language } of views) {
    await steps.run(`${size}, ${theme}, ${language}`, async () => {
      const looks = ['--size', size, '--theme', theme, '--language', language];
      const taking = startGuarded(
        process.execPath,
        [commandFile('tsx'), 'tests/gallery/take-pictures.ts', folder, ...states, ...looks],
        { cwd: projectRoot },
      );
      lifetime.onEnd(taking.stop);
      if ((await taking.exited) === 0) return;
      throw new StepError('a picture could not be taken', 'the lines above say which and why');
    });
  }
  return 0;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    process.exit(await lifetime.run(() => takeAll(lifetime, readWish(process.argv.slice(2)))));
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
