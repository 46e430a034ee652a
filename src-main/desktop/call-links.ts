/** Links that other programs want called: given by the command line, or by macOS as an event. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type CallLink, parseCallLink } from '@shared/domain/number/parse-call-link.ts';
import { writeFileDurably } from '../vault/vault-file.ts';
import { desktopEntry } from './desktop-entry.ts';

const schemes = ['tel', 'callto', 'sip'] as const;
const entryName = 'parlance.desktop';

/** The link among the arguments of a start, if there is one: the last, as systems append it. */
export const linkAmong = (argv: readonly string[]): CallLink | null =>
  argv
    .slice(1)
    .map((argument) => parseCallLink(argument))
    .filter((link) => link !== null)
    .at(-1) ?? null;

type App = {
  readonly setAsDefaultProtocolClient: (scheme: string, path?: string, args?: string[]) => boolean;
  readonly removeAsDefaultProtocolClient: (
    scheme: string,
    path?: string,
    args?: string[],
  ) => boolean;
  /** On Linux only. */
  readonly setDesktopName?: (name: string) => void;
};

type System = {
  readonly platform: NodeJS.Platform;
  readonly app: App;
  /** `XDG_DATA_HOME`, or `~/.local/share`. */
  readonly dataHome: string;
  /** The program and what it is given; the link follows after `--`, so that it is never a switch. */
  readonly command: readonly string[];
};

/** Linux knows programs by their desktop entries: one that names the schemes has to be there. */
const writeEntry = ({ dataHome, command, app }: System): void => {
  const folder = path.join(dataHome, 'applications');
  mkdirSync(folder, { recursive: true });
  const types = schemes.map((scheme) => `x-scheme-handler/${scheme};`).join('');
  writeFileDurably(
    path.join(folder, entryName),
    desktopEntry([...command, '--'], [`MimeType=${types}`, 'NoDisplay=true'], ' %u'),
  );
  app.setDesktopName?.(entryName);
};

/** Asks the system to open such links here, or no longer; whether it agreed. */
export const handleCallLinks = (wanted: boolean, system: System): boolean => {
  const { platform, app, command } = system;
  const [executable = '', ...args] = command;
  if (wanted && platform === 'linux') writeEntry(system);
  const answers = schemes.map((scheme) =>
    wanted
      ? app.setAsDefaultProtocolClient(scheme, executable, [...args, '--'])
      : app.removeAsDefaultProtocolClient(scheme, executable, [...args, '--']),
  );
  return !wanted || answers.every(Boolean);
};
