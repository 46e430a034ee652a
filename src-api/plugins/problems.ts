/** Every error leaves as problem+json (RFC 9457) with a code of the catalogue and a correlation id. */

import { STATUS_CODES } from 'node:http';
import type { HubApp } from '@api/hub-app.ts';
import { correlationHeader, type Problem, problemSchema } from '@shared/contracts/http/problem.ts';
import { type ErrorCode, errorCatalogue } from '@shared/kernel/error-codes.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** An expected refusal on its way to the error handler: routes throw it, services return results. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Members of its own (RFC 9457 §3.2), such as what may be asked for instead; the route's schema lists them. */
  readonly more: Readonly<Record<string, unknown>>;
  constructor(
    code: ErrorCode,
    detail?: string,
    retryAfterSeconds?: number,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.more = more;
    this.code = code;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The value of a result. @throws Refusal with the failure's code. */
export const orRefuse = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Refusal(result.error.code, result.error.detail);
};

/** Part of every route's response schemas. */
export const problemResponses = { '4xx': problemSchema, '5xx': problemSchema } as const;

type Classified = Pick<Problem, 'code'> & Partial<Pick<Problem, 'detail' | 'issues'>>;

const byFastifyCode: Readonly<Record<string, Classified>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'media-type-unsupported',
    detail: 'this route does not read this content-type',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'payload-too-large' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'input-malformed', detail: 'the body is no JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'input-malformed', detail: 'the body is empty' },
  FST_CP_ERR_INVALID_CONTENT_ENCODING: { code: 'media-type-unsupported' },
};

/** Connection trouble and PostgreSQL's own "not now" classes: the same request may succeed later. */
const databaseAway = (error: FastifyError): boolean =>
  /^(08|53|57P|40)/.test(error.code ?? '') ||
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(error.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect|after calling end|not queryable/.test(
    error.message,
  );

/** Class 22 and 23 of PostgreSQL: the data cannot be stored, now or later. */
const dataRefused = (error: FastifyError): boolean => /^2[23][0-9A-Z]{3}$/.test(error.code ?? '');

const dataRefusal = (error: FastifyError): string => {
  if (error.code === '23505') return 'something with this key is there already';
  if (error.code === '23503') return 'it names something that is not there';
  return 'it holds a value that cannot be stored';
};

const classify = (error: FastifyError): Classified => {
  if (error instanceof Refusal) {
    const { code, detail, more } = error;
    return { ...more, code, ...(detail === undefined ? {} : { detail }) };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((issue) => ({
      path: `${error.validationContext ?? ''}${issue.instancePath}`,
      message: (issue.message ?? 'malformed').slice(0, 300),
    }));
    return { code: 'input-malformed', issues: issues.slice(0, 50) };
  }
  const known = byFastifyCode[error.code ?? ''];
  if (known !== undefined) return known;
  if (databaseAway(error)) return { code: 'hub-failing' };
  if (dataRefused(error)) return { code: 'input-malformed', detail: dataRefusal(error) };
  const status = error.statusCode ?? 500;
  if (status === 429) return { code: 'rate-limited' };
  return { code: status >= 400 && status < 500 ? 'input-malformed' : 'internal' };
};

const send = (request: FastifyRequest, reply: FastifyReply, found: Classified): FastifyReply => {
  const status = errorCatalogue[found.code].http;
  const problem: Problem = {
    type: `urn:parlance:error:${found.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    correlationId: request.id,
    ...found,
  };
  return reply.code(status).type('application/problem+json').send(problem);
};

/** Installs the error and not-found handlers and puts the correlation id on every answer. */
export const installProblems = (app: HubApp): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header(correlationHeader, request.id);
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, { code: 'not-found' }));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const found = classify(error);
    if (errorCatalogue[found.code].http >= 500) {
      request.log.error(
        { code: found.code, cause: error.code, stack: error.stack },
        'request failed',
      );
    }
    if (error instanceof Refusal && error.retryAfterSeconds !== undefined) {
      reply.header('retry-after', error.retryAfterSeconds);
    }
    return send(request, reply, found);
  });
};
