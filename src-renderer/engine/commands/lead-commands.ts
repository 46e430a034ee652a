/** The team lead's board, and the hand that an advisor raises. */
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

export const leadCommands = ({ lead, session }: CommandDeps): Part<'lead'> => ({
  'lead.watch': withShift(session)(() => succeed(lead.watch())),
});

export const helpCommands = ({ board, clock, session }: CommandDeps): Part<'help'> => ({
  'help.raise-hand': withShift(session)((_, { words }) => {
    // Nobody sees it while the hub is away: better said than waited for.
    if (board.get('sync').hub === 'offline') return fail('hub-unreachable');
    board.patch('help', { hand: { since: toInstant(clock.now()), words } });
    return done;
  }),
  'help.lower-hand': () => {
    board.patch('help', { hand: null });
    return done;
  },
});
