import { explainLaw } from './explain/law';
import { explainNumbers } from './explain/numbers';
import { readArray } from './explain/read-array';
import { printFailure } from './progress/report';
import { StepError } from './progress/step-error';

// npm run -s explain -- TOPIC FILE: what the program's rules say of the cases in a file. FILE holds a
// JSON array (`-` reads stdin); the answer is JSON on stdout, one entry for each, in the same order.

const USAGE = [
  'npm run -s explain -- numbers FILE, where FILE holds a JSON array of strings;',
  'npm run -s explain -- law FILE, where FILE holds a JSON array of {id, facts, instant}',
].join('\n       ');

const topics: Readonly<Record<string, (inputs: readonly unknown[]) => unknown>> = {
  numbers: explainNumbers,
  law: explainLaw,
};

function main(): void {
  const [topic = '', file] = process.argv.slice(2);
  try {
    const explain = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    if (explain === undefined) throw new StepError(`nothing explains "${topic}"`, USAGE);
    if (file === undefined) throw new StepError('no file is named', USAGE);
    process.stdout.write(`${JSON.stringify(explain(readArray(file, USAGE)), null, 2)}\n`);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

main();
