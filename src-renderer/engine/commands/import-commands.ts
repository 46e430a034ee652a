/** Imports: the hub reads, tries and writes; the engine asks it in her name and carries the file. */
import {
  importKeptSchema,
  importLineSchema,
  importLinesSchema,
  importSchema,
  importsSchema,
} from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const answerWithinMs = 10_000;
/** A large file over a slow line; and a remedy for very many lines. */
const slowlyMs = 180_000;
const linesAtOnce = 200;

export const importCommands = ({ hub, session }: CommandDeps): Part<'imports'> => {
  const on = withShift(session);
  const of = (importId: string, rest = '') => `${routes.imports}/${importId}${rest}`;
  const get = <T extends z.ZodType>(
    path: string,
    answer: T,
    query: Readonly<Record<string, string | number | undefined>> = {},
  ) => hub.ask({ method: 'GET', path, answer, query, timeoutMs: answerWithinMs });
  const send = <T extends z.ZodType>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    answer: T,
  ) => hub.ask({ method, path, body, answer, timeoutMs: slowlyMs });
  return {
    'imports.list': on(() => get(routes.imports, importsSchema)),
    'imports.send': on((_, { bytes, ...query }) =>
      hub.ask({
        method: 'POST',
        path: routes.imports,
        query,
        bytes,
        answer: importSchema,
        timeoutMs: slowlyMs,
      }),
    ),
    'imports.see': on((_, { importId }) => get(of(importId), importSchema)),
    'imports.lines': on((_, { importId, status, after }) =>
      get(of(importId, '/lines'), importLinesSchema, { status, after, limit: linesAtOnce }),
    ),
    'imports.map': on((_, { importId, ...body }) =>
      send('PUT', of(importId, '/mapping'), body, importSchema),
    ),
    'imports.step': on((_, { importId, step }) =>
      send('POST', of(importId, `/${step}`), undefined, importSchema),
    ),
    'imports.run': on((_, { importId, doubts }) =>
      send('POST', of(importId, '/run'), { doubts }, importSchema),
    ),
    'imports.change-line': on((_, { importId, line, change }) =>
      send('PATCH', of(importId, `/lines/${line}`), change, importLineSchema),
    ),
    'imports.remedy': on((_, { importId, ...body }) =>
      send('POST', of(importId, '/remedies'), body, importSchema),
    ),
    'imports.errors': on(async (_, { importId, format, language }) => {
      const query = { format, language };
      const path = of(importId, '/errors');
      const file = await hub.fetchBytes({ path, query, timeoutMs: slowlyMs });
      return file.ok ? succeed({ bytes: file.value }) : file;
    }),
    'imports.kept': on((_, { importId }) => get(of(importId, '/kept'), importKeptSchema)),
  };
};
