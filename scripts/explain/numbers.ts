import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { z } from 'zod';
import { StepError } from '../progress/step-error';

/** How the program reads raw values. */
export function explainNumbers(inputs: readonly unknown[]): unknown {
  const strings = z.array(z.string()).safeParse(inputs);
  if (!strings.success) {
    const at = String(strings.error.issues[0]?.path[0] ?? 0);
    throw new StepError(
      `entry ${at} of the array is no string`,
      'npm run -s explain -- numbers FILE, where FILE holds a JSON array of strings',
    );
  }
  return strings.data.map((input) => ({ input, ...parseNumber(input) }));
}
