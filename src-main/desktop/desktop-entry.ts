/** A program's entry on a Linux desktop (Desktop Entry Specification 1.5). */

/** "The Exec key": quoted, with four signs escaped, and `%` doubled. */
const quoted = (argument: string): string =>
  `"${argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** @param fields what follows the command, such as ` %u` for a link */
export const desktopEntry = (
  command: readonly string[],
  lines: readonly string[] = [],
  fields = '',
): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Parlance',
    // The value of a key has its own escaping of the backslash, over that of `Exec`.
    `Exec=${command.map(quoted).join(' ').replaceAll('\\', '\\\\')}${fields}`,
    'Terminal=false',
    ...lines,
    '',
  ].join('\n');
