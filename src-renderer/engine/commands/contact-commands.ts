/** Contacts of companies: the hub writes both cards, and tells every desktop that holds them. */
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const answerWithinMs = 6_000;

export const contactCommands = ({ hub, session, newId }: CommandDeps): Part<'contacts'> => {
  const on = withShift(session);
  const path = (companyId: string, contactId: string) =>
    `${routes.customers}/${companyId}/contacts/${contactId}`;
  const rest = { answer: z.null(), timeoutMs: answerWithinMs };
  return {
    'contacts.save': on(async (_, { companyId, contactId, contact }) => {
      const id = contactId ?? newId();
      const put = { method: 'PUT', path: path(companyId, id), body: contact, ...rest } as const;
      const said = await hub.ask(put);
      return said.ok ? succeed({ contactId: id }) : said;
    }),
    'contacts.remove': on((_, { companyId, contactId }) =>
      hub.ask({ method: 'DELETE', path: path(companyId, contactId), ...rest }),
    ),
  };
};
