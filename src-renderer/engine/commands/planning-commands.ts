/** Making and running campaigns is the hub's alone: each command is one request to it. */
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '@shared/contracts/engine/commands.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

type PlanningName = Extract<CommandName, `planning.${string}`>;
type Asked = Pick<HubRequest<z.ZodType>, 'method' | 'path' | 'query' | 'body'>;
/** Files: their bytes are not parsed here. */
type Sheets = 'planning.all-figures-sheet' | 'planning.centre-figures-sheet';
type Bytes = 'planning.excluded' | 'planning.mailing-file' | Sheets;
type Asks = {
  readonly [N in Exclude<PlanningName, Bytes>]: (
    input: z.output<(typeof commands)[N]['input']>,
  ) => Asked;
};

const of = (campaignId: string, rest = ''): string => `${routes.campaigns}/${campaignId}${rest}`;

const asks: Asks = {
  'planning.campaigns': () => ({ method: 'GET', path: routes.campaigns }),
  'planning.see': ({ campaignId }) => ({ method: 'GET', path: of(campaignId) }),
  'planning.create': (body) => ({ method: 'POST', path: routes.campaigns, body }),
  'planning.change': ({ campaignId, ...body }) => ({ method: 'PUT', path: of(campaignId), body }),
  'planning.move': ({ campaignId, ...body }) => ({
    method: 'POST',
    path: of(campaignId, '/move'),
    body,
  }),
  'planning.copy': ({ campaignId, ...body }) => ({
    method: 'POST',
    path: of(campaignId, '/copy'),
    body,
  }),
  'planning.list': ({ campaignId, ...body }) => ({
    method: 'POST',
    path: of(campaignId, '/list'),
    body,
  }),
  'planning.list-state': ({ campaignId, listId }) => ({
    method: 'GET',
    path: of(campaignId, `/lists/${listId}`),
  }),
  'planning.sequence': ({ campaignId }) => ({ method: 'GET', path: of(campaignId, '/sequence') }),
  'planning.mailings': ({ campaignId }) => ({
    method: 'GET',
    path: routes.mailings,
    query: { campaignId },
  }),
  'planning.communes': (query) => ({ method: 'GET', path: routes.communes, query }),
  'planning.communes-inside': (body) => ({
    method: 'POST',
    path: `${routes.communes}/inside`,
    body,
  }),
  'planning.area': ({ campaignId, ...body }) => ({
    method: 'POST',
    path: of(campaignId, '/area'),
    body,
  }),
  'planning.events': ({ campaignId }) => ({ method: 'GET', path: of(campaignId, '/events') }),
  'planning.experiment': ({ campaignId }) => ({
    method: 'GET',
    path: of(campaignId, '/experiment'),
  }),
  'planning.power': (body) => ({ method: 'POST', path: `${routes.campaigns}/power`, body }),
  'planning.figures': ({ campaignId }) => ({ method: 'GET', path: of(campaignId, '/figures') }),
  'planning.dialling': ({ campaignId }) => ({ method: 'GET', path: of(campaignId, '/dialling') }),
  'planning.results': ({ campaignId, by }) => ({
    method: 'GET',
    path: of(campaignId, '/results'),
    query: { by },
  }),
  'planning.all-figures': (query) => ({ method: 'GET', path: routes.campaignFigures, query }),
  'planning.centre-figures': (query) => ({ method: 'GET', path: routes.centreFigures, query }),
  'planning.experiments': () => ({ method: 'GET', path: routes.campaignExperiments }),
  'planning.people': ({ campaignId, ...query }) => ({
    method: 'GET',
    path: of(campaignId, '/people'),
    query,
  }),
  'planning.forecast': (body) => ({ method: 'POST', path: `${routes.campaigns}/forecast`, body }),
};

/** Everybody of a brand is weighed by the law, one by one. */
const answerWithinMs = 60_000;
const fileWithinMs = 300_000;

export const planningCommands = ({ hub, session }: CommandDeps): Part<'planning'> => {
  const on = withShift(session);
  const handler =
    <N extends keyof Asks>(name: N) =>
    async (_: unknown, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> => {
      const asked = (asks[name] as (input: unknown) => Asked)(input);
      const { output } = commands[name];
      const got = await hub.ask({ ...asked, answer: output, timeoutMs: answerWithinMs });
      return got as Result<CommandOutput<N>>;
    };
  const sheet = async (path: string, query: { readonly [name: string]: string | undefined }) => {
    const asked = new URLSearchParams(
      Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined),
    );
    const got = await hub.fetchBytes({ path: `${path}.csv?${asked}`, timeoutMs: fileWithinMs });
    return got.ok ? succeed({ bytes: got.value }) : got;
  };
  const each = (Object.keys(asks) as (keyof Asks)[]).map((name) => [name, on(handler(name))]);
  return {
    ...(Object.fromEntries(each) as Omit<Part<'planning'>, Bytes>),
    'planning.excluded': on(async (_, { campaignId, listId }) => {
      const path = of(campaignId, `/lists/${listId}/excluded`);
      const got = await hub.fetchBytes({ path, timeoutMs: fileWithinMs });
      return got.ok ? succeed({ bytes: got.value }) : got;
    }),
    'planning.all-figures-sheet': on((_, query) => sheet(routes.campaignFigures, query)),
    'planning.centre-figures-sheet': on((_, query) => sheet(routes.centreFigures, query)),
    'planning.mailing-file': on(async (_, { mailingId, as }) => {
      const path = `${routes.mailings}/${mailingId}/${as === 'pdf' ? 'letters.pdf' : 'data.csv'}`;
      const got = await hub.fetchBytes({ path, timeoutMs: fileWithinMs });
      return got.ok ? succeed({ bytes: got.value }) : got;
    }),
  };
};
