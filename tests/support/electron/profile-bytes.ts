import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** UTF-8 and UTF-16, as IndexedDB may store text. */
const forms = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];

/** Every file of a profile in which one of the texts stands in clear: `file: text`. */
export function clearTextIn(folder: string, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    for (const text of texts) {
      if (forms(text).some((form) => bytes.includes(form))) found.push(`${file}: ${text}`);
    }
  }
  return found;
}
