/** What was written on this desktop and never reached the hub; what cannot be read is let go. */
import { keptText } from '@renderer/platform/kept-text.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { keptName } from './use-autosave.ts';

export const readKept = (script: Script): Script | null => {
  const text = keptText(keptName(script));
  if (text === null) return null;
  try {
    const read = scriptSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
