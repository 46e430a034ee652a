import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { z } from 'zod';
import { printFailure } from './progress/report';
import { StepError } from './progress/step-error';

// npm run -s explain -- numbers FILE: how the program reads raw values. FILE holds a JSON array of
// strings (`-` reads stdin); the answer is JSON on stdout, one entry for each, in the same order.

const USAGE = 'npm run -s explain -- numbers FILE, where FILE holds a JSON array of strings';

const topics: Readonly<Record<string, (inputs: readonly string[]) => unknown>> = {
  numbers: (inputs) => inputs.map((input) => ({ input, ...parseNumber(input) })),
};

function readInputs(file: string): string[] {
  const from = process.env['PARLANCE_CALLED_FROM'] ?? process.cwd();
  const invoked = process.env['INIT_CWD'] ?? from;
  const source = file === '-' ? 0 : path.resolve(invoked, file);
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(source, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? 'it holds something else' : String(error);
    throw new StepError(`${file} is no JSON array of strings: ${why}`, USAGE);
  }
}

function main(): void {
  const [topic = '', file] = process.argv.slice(2);
  try {
    const explain = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    if (explain === undefined) throw new StepError(`nothing explains "${topic}"`, USAGE);
    if (file === undefined) throw new StepError('no file is named', USAGE);
    process.stdout.write(`${JSON.stringify(explain(readInputs(file)), null, 2)}\n`);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

main();
