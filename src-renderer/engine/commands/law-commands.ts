/** Decisions before calls lie in the hub: those of one customer are asked for when they are looked at. */
import { decisionsSchema } from '@shared/contracts/http/law.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const askWithinMs = 4_000;

export const lawCommands = ({ session, hub }: CommandDeps): Part<'law'> => ({
  'law.decisions': withShift(session)(async (_, { customerId }) => {
    const told = await hub.ask({
      method: 'GET',
      path: `${routes.customers}/${customerId}/dial-decisions`,
      query: { limit: '8' },
      answer: decisionsSchema,
      timeoutMs: askWithinMs,
    });
    return succeed(
      told.ok ? { decisions: told.value.decisions, known: true } : { decisions: [], known: false },
    );
  }),
});
