/** Speeches are written and decided at the hub: each command is one request, nothing is kept here. */
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '@shared/contracts/engine/commands.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

export type SpeechCommandName = Extract<CommandName, `speeches.${string}`>;
type Asked = Pick<HubRequest<z.ZodType>, 'method' | 'path' | 'query' | 'body'>;
type Asks = {
  readonly [N in SpeechCommandName]: (input: z.output<(typeof commands)[N]['input']>) => Asked;
};

type OfVersion = { readonly scriptId: string; readonly version: number };
const at = ({ scriptId, version }: OfVersion, deed = ''): string =>
  `${routes.scripts}/${scriptId}/versions/${version}${deed}`;
const get = (path: string, query?: Asked['query']): Asked => ({
  method: 'GET',
  path,
  ...(query === undefined ? {} : { query }),
});
const send = (method: 'POST' | 'PUT', path: string, body: unknown = {}): Asked => ({
  method,
  path,
  body,
});

const asks: Asks = {
  'speeches.versions': ({ scriptId }) =>
    get(routes.scripts, scriptId === undefined ? undefined : { scriptId }),
  'speeches.content': ({ form, ...of }) => get(at(of), { form }),
  'speeches.checks': (of) => get(at(of, '/checks')),
  'speeches.said': ({ interactionId }) => get(`/v1/interactions/${interactionId}/speech`),
  'speeches.draft': ({ scriptId, content }) =>
    send('POST', `${routes.scripts}/${scriptId}/versions`, content),
  'speeches.save': ({ revision, content, ...of }) => send('PUT', at(of), { revision, content }),
  'speeches.asides': (of) => get(at(of, '/asides')),
  'speeches.submit': ({ revision, ...of }) => send('POST', at(of, '/submit'), { revision }),
  'speeches.recall': (of) => send('POST', at(of, '/recall')),
  'speeches.refuse': ({ reason, ...of }) => send('POST', at(of, '/refuse'), { reason }),
  'speeches.approve': ({ revision, ...of }) => send('POST', at(of, '/approve'), { revision }),
  'speeches.publish': ({ from, ...of }) =>
    send('POST', at(of, '/publish'), from === null ? {} : { from }),
  'speeches.withdraw': ({ reason, ...of }) => send('POST', at(of, '/withdraw'), { reason }),
  'speeches.experiments': ({ scriptId }) =>
    get(routes.scriptExperiments, scriptId === undefined ? undefined : { scriptId }),
  'speeches.try': ({ scriptId, plan }) =>
    send('POST', `${routes.scripts}/${scriptId}/experiments`, plan),
  'speeches.stop-trying': ({ experimentId }) =>
    send('POST', `${routes.scriptExperiments}/${experimentId}/stop`),
  'speeches.measures': ({ scriptId, ...period }) =>
    get(`${routes.scripts}/${scriptId}/measures`, period),
  'speeches.coaching': (query) => get(routes.speechCoaching, query),
  'speeches.events': (of) => get(at(of, '/events')),
  'speeches.comments': (of) => get(at(of, '/comments')),
  'speeches.comment': ({ scriptId, version, ...comment }) =>
    send('POST', at({ scriptId, version }, '/comments'), comment),
  'speeches.resolve': ({ commentId, resolved, ...of }) =>
    send('PUT', at(of, `/comments/${commentId}/resolved`), { resolved }),
};

export const speechCommands = ({ hub, session }: CommandDeps): Part<'speeches'> => {
  const on = withShift(session);
  const handler =
    <N extends SpeechCommandName>(name: N) =>
    async (_: unknown, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> => {
      const asked = (asks[name] as (input: unknown) => Asked)(input);
      const got = await hub.ask({ ...asked, answer: commands[name].output });
      return got as Result<CommandOutput<N>>;
    };
  const names = Object.keys(asks) as SpeechCommandName[];
  return Object.fromEntries(names.map((name) => [name, on(handler(name))])) as Part<'speeches'>;
};
