/**
 * What passes between the engine and the workers of its cache: one that writes, and while a load runs
 * one that reads its pages. All are of one build.
 */
import type { CacheWriter } from '../writer.ts';

/** What is asked, by name; `open` comes first, or of one that reads pages `openReader`. */
type Asked = {
  readonly [name in Exclude<keyof CacheWriter, 'close'>]: Parameters<CacheWriter[name]>;
} & {
  readonly open: readonly [name: string, key: Uint8Array];
  readonly openReader: readonly [key: Uint8Array];
};
export type AskedName = keyof Asked;

export type ToWorker = {
  [name in AskedName]: { readonly id: number; readonly name: name; readonly args: Asked[name] };
}[AskedName];

export type FromWorker = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  /** Its name tells a full disk from a closed database. */
  | { readonly ok: false; readonly name: string; readonly message: string }
);
