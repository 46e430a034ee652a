/** Assessing calls is the hub's alone: each command is one request to it. */
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

type QualityName = Extract<CommandName, `quality.${string}`>;
type Asks = {
  readonly [N in QualityName]: (
    input: z.output<(typeof commands)[N]['input']>,
  ) => Pick<HubRequest<z.ZodType>, 'method' | 'path' | 'body'>;
};

const of = (id: string, what: string): string => `${routes.assessments}/${id}/${what}`;

const asks: Asks = {
  'quality.grids': () => ({ method: 'GET', path: routes.grids }),
  'quality.publish': (body) => ({ method: 'POST', path: routes.grids, body }),
  'quality.assessments': () => ({ method: 'GET', path: routes.assessments }),
  'quality.figures': () => ({ method: 'GET', path: routes.qualityFigures }),
  'quality.calibrations': () => ({ method: 'GET', path: routes.calibrations }),
  'quality.calibration': ({ recordingId }) => ({
    method: 'GET',
    path: `${routes.calibrations}/${recordingId}`,
  }),
  'quality.save': (body) => ({ method: 'PUT', path: routes.assessments, body }),
  'quality.send': ({ assessmentId }) => ({ method: 'POST', path: of(assessmentId, 'send') }),
  'quality.close': ({ assessmentId, ...body }) => ({
    method: 'POST',
    path: of(assessmentId, 'close'),
    body,
  }),
  'quality.reply': ({ assessmentId, ...body }) => ({
    method: 'POST',
    path: of(assessmentId, 'reply'),
    body,
  }),
  'quality.plan': ({ assessmentId, ...body }) => ({
    method: 'PUT',
    path: of(assessmentId, 'plan'),
    body,
  }),
};

export const qualityCommands = ({ hub, session }: CommandDeps): Part<'quality'> => {
  const on = withShift(session);
  const handler =
    <N extends QualityName>(name: N) =>
    async (_: unknown, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> => {
      const asked = (asks[name] as (input: unknown) => ReturnType<Asks[N]>)(input);
      const got = await hub.ask({ ...asked, answer: commands[name].output });
      return got as Result<CommandOutput<N>>;
    };
  const each = (Object.keys(asks) as QualityName[]).map((name) => [name, on(handler(name))]);
  return Object.fromEntries(each) as Part<'quality'>;
};
