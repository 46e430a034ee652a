/**
 * What she has selected: on Linux the primary selection itself, then everywhere the clipboard.
 * Electron up to 44 reads at once and by a name; since 45 it promises, with a clipboard of its own.
 */

type Text = string | Promise<string>;
export type Clipboards = {
  readonly readText: (type?: 'selection') => Text;
  readonly selection?: { readonly readText: () => Text } | undefined;
};

const readSelection = (clipboard: Clipboards): Text =>
  clipboard.selection === undefined
    ? clipboard.readText('selection')
    : clipboard.selection.readText();

/** The likelier first; what cannot be read is empty. */
export const selectedTexts = (
  clipboard: Clipboards,
  platform: NodeJS.Platform,
): Promise<string[]> => {
  const readers = [
    ...(platform === 'linux' ? [() => readSelection(clipboard)] : []),
    () => clipboard.readText(),
  ];
  return Promise.all(readers.map(async (read) => read()).map((text) => text.catch(() => '')));
};
