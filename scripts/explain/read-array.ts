import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StepError } from '../progress/step-error';

const textOf = (file: string, usage: string): string => {
  const from = process.env['PARLANCE_CALLED_FROM'] ?? process.cwd();
  const invoked = process.env['INIT_CWD'] ?? from;
  try {
    return readFileSync(file === '-' ? 0 : path.resolve(invoked, file), 'utf8').replace(
      /^\ufeff/,
      '',
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StepError(`${file} cannot be read: ${why}`, usage);
  }
};

/** The cases of a file; what each of them holds is for its topic to judge. */
export function readArray(file: string, usage: string): readonly unknown[] {
  const text = textOf(file, usage);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StepError(`${file} is no JSON: ${why}`, usage);
  }
  if (!Array.isArray(found)) throw new StepError(`${file} holds no JSON array`, usage);
  return found;
}
