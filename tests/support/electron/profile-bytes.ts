import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unpacked } from './unpacked';

/** Shorter ones would be found by chance in what is sealed: that is base64 too. */
const leastInBase64 = 9;

/** The middle of the text in base64, wherever in the groups of three it begins. */
const inBase64 = (text: string): Buffer[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.from(`${'x'.repeat(before)}${text}`).toString('base64');
    const first = before === 0 ? 0 : 4;
    return Buffer.from(whole.slice(first, whole.length - 4));
  });

/** As bytes of UTF-8 and UTF-16, escaped in JSON, in an address, and in base64. */
const forms = (text: string): Buffer[] => {
  const escaped = text.replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const plain = [text, escaped, encodeURIComponent(text)].map((one) => Buffer.from(one));
  const encoded = Buffer.byteLength(text) < leastInBase64 ? [] : inBase64(text);
  return [...plain, Buffer.from(text, 'utf16le'), ...encoded];
};

/** Every file of a profile in which one of the texts can be read, packed or not: `file: text`. */
export function clearTextIn(folder: string, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const all = unpacked(readFileSync(file), entry.name);
    for (const text of texts) {
      const wanted = forms(text);
      if (all.some((bytes) => wanted.some((form) => bytes.includes(form))))
        found.push(`${file}: ${text}`);
    }
  }
  return found;
}
