/** Templates are the hub's. */
import {
  keptTemplateSchema,
  previewSchema,
  templatesSchema,
} from '@shared/contracts/http/letters.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

export const letterCommands = ({ hub, session }: CommandDeps): Part<'letters'> => {
  const on = withShift(session);
  return {
    'letters.list': on((_, query) =>
      hub.ask({ method: 'GET', path: routes.templates, query, answer: templatesSchema }),
    ),
    'letters.save': on((_, { templateId, revision, template }) =>
      hub.ask({
        method: templateId === null ? 'POST' : 'PUT',
        path: templateId === null ? routes.templates : `${routes.templates}/${templateId}`,
        body: templateId === null ? template : { revision, template },
        answer: keptTemplateSchema,
      }),
    ),
    'letters.pdf': on(async (_, { template }) => {
      const path = `${routes.templates}/preview.pdf`;
      const got = await hub.fetchBytes({ path, body: template });
      return got.ok ? succeed({ bytes: got.value }) : got;
    }),
    'letters.preview': on((_, { templateId }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.templates}/${templateId}/preview`,
        answer: previewSchema,
      }),
    ),
  };
};
