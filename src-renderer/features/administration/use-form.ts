/** The values of a form with what is wrong in them; what was typed stays when it is refused. */
import type { CommandInput, CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useState } from 'react';
import type { z } from 'zod';
import { checkForm, fieldsIn, noneWrong, type WrongFields } from './form-errors.ts';
import { type AdminCommand, useAdministration } from './use-administration.tsx';

export type Form<T> = {
  readonly values: T;
  readonly set: (change: Partial<T>) => void;
  readonly wrong: WrongFields;
  /** Checks, sends, and tells what came of it; null when a field is wrong. */
  readonly send: <N extends AdminCommand>(
    name: N,
    given: unknown,
    schema: z.ZodType<unknown, unknown>,
    wrap?: (value: unknown) => CommandInput<N>,
  ) => Promise<CommandOutput<N> | null>;
};

export const useForm = <T extends object>(first: T): Form<T> => {
  const { act } = useAdministration();
  const [values, setValues] = useState(first);
  const [wrong, setWrong] = useState<WrongFields>(noneWrong);
  return {
    values,
    wrong,
    set: (change) => setValues((now) => ({ ...now, ...change })),
    send: async (name, given, schema, wrap = (value) => value as CommandInput<typeof name>) => {
      const checked = checkForm(schema, given);
      if (!checked.ok) {
        setWrong(checked.wrong);
        return null;
      }
      const done = await act(name, wrap(checked.value));
      setWrong(done.ok ? noneWrong : fieldsIn(done.error));
      return done.ok ? done.value : null;
    },
  };
};
