/** Which fields of a form are wrong: as the contract says here, or as the hub said of them. Pure. */
import type { Failure } from '@shared/kernel/result.ts';
import type { z } from 'zod';

export type WrongFields = ReadonlySet<string>;
export const noneWrong: WrongFields = new Set();

/** `address: must …; change/timeLimitMs: …`, as the hub's issues are told. */
export const fieldsIn = ({ code, detail = '' }: Failure): WrongFields =>
  new Set(
    code === 'input-malformed'
      ? detail
          .split('; ')
          .map((part) => /^([A-Za-z0-9/]+): /.exec(part)?.[1]?.split('/').at(-1) ?? '')
          .filter((field) => field !== '')
      : [],
  );

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: WrongFields };

export const checkForm = <S extends z.ZodType>(schema: S, given: unknown): Checked<z.output<S>> => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ''))),
  };
};
