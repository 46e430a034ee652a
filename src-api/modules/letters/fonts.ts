/** The letters that go into every PDF: with all French signs and the euro, whatever the reader has. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Bundled as CommonJS the program knows its own file by another name. */
const own = typeof __filename === 'string' ? __filename : import.meta.url;

const fileOf = (weight: 400 | 700): string =>
  createRequire(own).resolve(
    `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`,
  );

type Fonts = { readonly regular: Buffer; readonly bold: Buffer };
let loaded: Fonts | null = null;

export const fonts = (): Fonts => {
  loaded ??= { regular: readFileSync(fileOf(400)), bold: readFileSync(fileOf(700)) };
  return loaded;
};
