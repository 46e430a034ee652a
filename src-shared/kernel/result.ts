/** Expected outcomes are values, not exceptions: a caller sees every failure in the type. */
import type { ErrorCode } from './error-codes.ts';

export type Failure = { readonly code: ErrorCode; readonly detail?: string | undefined };
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const succeed = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = (code: ErrorCode, detail?: string): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});
