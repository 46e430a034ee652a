/** The central API over fetch: every answer is parsed, every failure is a code. */
import { problemSchema } from '@shared/contracts/http/problem.ts';
import { routes } from '@shared/contracts/routes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';

export type HubRequest<T extends z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** A file, sent as it is instead of a body. */
  readonly bytes?: ArrayBuffer;
  readonly answer: T;
  readonly timeoutMs?: number;
  /** Packs the body; only for a hub that is known to unpack it. */
  readonly packed?: boolean;
};

/** Gives the access token, fresh; null when there is no session. `renew` asks for a new one. */
export type TokenSource = (renew: boolean) => Promise<Result<string> | null>;

const defaultTimeoutMs = 15_000;
const dateWithinMs = 4_000;

const addressOf = (
  apiUrl: string,
  { path, query }: Pick<HubRequest<z.ZodType>, 'path' | 'query'>,
): string => {
  const url = new URL(path, apiUrl);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
};

const failureOf = async (response: Response): Promise<Result<never>> => {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (problem.success) {
    const { code, detail, issues } = problem.data;
    const where = issues?.map(({ path, message }) => `${path.replace(/^body\//, '')}: ${message}`);
    return fail(code, detail ?? where?.join('; '));
  }
  return response.status >= 500 || response.status === 429
    ? fail('hub-failing')
    : fail('internal', `HTTP ${response.status}`);
};

const leastPackedBytes = 1_024;

type Sent = {
  readonly body: string | ArrayBuffer | null;
  readonly headers: Readonly<Record<string, string>>;
};

const bodyOf = async ({
  body,
  bytes,
  packed = false,
}: Pick<HubRequest<z.ZodType>, 'body' | 'bytes' | 'packed'>): Promise<Sent> => {
  if (bytes !== undefined) {
    return { body: bytes, headers: { 'content-type': 'application/octet-stream' } };
  }
  if (body === undefined) return { body: null, headers: {} };
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  if (!packed || text.length < leastPackedBytes) return { body: text, headers };
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const gzip = await new Response(packing).arrayBuffer();
  return { body: gzip, headers: { ...headers, 'content-encoding': 'gzip' } };
};

/** One exchange, no retry; a network that fails and a hub that does not answer are both unreachable. */
const call = async <T>(
  apiUrl: string,
  request: Omit<HubRequest<z.ZodType>, 'answer'>,
  token: string | null,
  read: (response: Response) => Promise<Result<T>>,
): Promise<Result<T>> => {
  try {
    const { body, headers } = await bodyOf(request);
    const response = await fetch(addressOf(apiUrl, request), {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === null ? {} : { body }),
      signal: AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs),
      cache: 'no-store',
    });
    return response.ok ? await read(response) : await failureOf(response);
  } catch {
    return fail('hub-unreachable');
  }
};

const exchange = <T extends z.ZodType>(
  apiUrl: string,
  request: HubRequest<T>,
  token: string | null,
): Promise<Result<z.output<T>>> =>
  call(apiUrl, request, token, async (response) => {
    const parsed = request.answer.safeParse(response.status === 204 ? null : await response.json());
    return parsed.success ? succeed(parsed.data) : fail('hub-failing', 'unexpected answer');
  });

export class HubClient {
  readonly apiUrl: string;
  #tokens: TokenSource = async () => null;

  constructor(apiUrl: string) {
    this.apiUrl = apiUrl;
  }

  takeTokensFrom(tokens: TokenSource): void {
    this.#tokens = tokens;
  }

  /** What the hub's clock says (RFC 9110 §6.6.1), and when it was asked; null without an answer. */
  async date(): Promise<{ date: string | null; sentAt: number; gotAt: number } | null> {
    const sentAt = Date.now();
    try {
      const answer = await fetch(addressOf(this.apiUrl, { path: routes.health }), {
        signal: AbortSignal.timeout(dateWithinMs),
        cache: 'no-store',
      });
      // A page of a portal or a proxy in the hub's place has a clock of its own.
      const isHub = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
      return { date: isHub ? answer.headers.get('date') : null, sentAt, gotAt: Date.now() };
    } catch {
      return null;
    }
  }

  /** Without a session: sign-in and refresh. */
  open<T extends z.ZodType>(request: HubRequest<T>): Promise<Result<z.output<T>>> {
    return exchange(this.apiUrl, request, null);
  }

  /** The answer's bytes, for a reader who parses them elsewhere. */
  fetchBytes(
    request: Pick<HubRequest<z.ZodType>, 'path' | 'query' | 'timeoutMs' | 'body'>,
  ): Promise<Result<ArrayBuffer>> {
    const method = request.body === undefined ? 'GET' : 'POST';
    return this.#withToken((token) =>
      call(this.apiUrl, { ...request, method }, token, async (response) =>
        succeed(await response.arrayBuffer()),
      ),
    );
  }

  /** With the session; an access token that the hub no longer takes is renewed once. */
  ask<T extends z.ZodType>(request: HubRequest<T>): Promise<Result<z.output<T>>> {
    return this.#withToken((token) => exchange(this.apiUrl, request, token));
  }

  async #withToken<T>(send: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
    const token = await this.#tokens(false);
    if (token === null) return fail('sign-in-required');
    if (!token.ok) return token;
    const first = await send(token.value);
    if (
      first.ok ||
      (first.error.code !== 'sign-in-required' && first.error.code !== 'session-expired')
    )
      return first;
    const renewed = await this.#tokens(true);
    if (renewed === null) return first;
    return renewed.ok ? send(renewed.value) : renewed;
  }
}
