/** A text that is being written, kept on this desktop until the hub has it: no crash loses a word. */

const keyOf = (name: string): string => `parlance.kept.${name}`;

/** Where there is no room the text lives in the window alone, as it would without this. */
export const keepText = (name: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    localStorage.removeItem(keyOf(name));
  }
};

export const keptText = (name: string): string | null => localStorage.getItem(keyOf(name));
