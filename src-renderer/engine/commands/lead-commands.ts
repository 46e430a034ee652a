/** The team lead's board, and the hand that an advisor raises. */
import { succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

export const leadCommands = ({ lead, session }: CommandDeps): Part<'lead'> => ({
  'lead.watch': withShift(session)(() => succeed(lead.watch())),
});

export const helpCommands = ({ help, session }: CommandDeps): Part<'help'> => ({
  'help.raise-hand': withShift(session)((_, { words }) => help.raise(words)),
  'help.lower-hand': () => help.lower(),
});
