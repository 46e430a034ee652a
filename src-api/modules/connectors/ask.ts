/**
 * Asks another system over HTTP: never longer than its time limit, never more than a set size, never
 * another host than the one that was declared. Whatever it does, the answer here is a value.
 */
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import {
  AddressRefused,
  addressIn,
  isOpenAddress,
  openLookup,
} from '@api/modules/webhooks/addresses.ts';
import type { OutsideFailure } from '@shared/contracts/http/connectors.ts';

const mostBytes = 512 * 1024;
const mostRedirects = 2;

export type Question = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeLimitMs: number;
};
/** `body`: what it said, parsed; null of a customer that it does not know. */
export type Heard =
  | { readonly body: unknown }
  | { readonly failure: OutsideFailure; readonly status?: number };
export type Ask = (question: Question) => Promise<Heard>;

type Step = Heard | { readonly moved: string };

const failureOf = (error: Error & { code?: string }, overdue: boolean): Heard => {
  if (overdue) return { failure: 'timeout' };
  if (error instanceof AddressRefused) return { failure: 'address-refused' };
  const early =
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_|UNABLE_|SELF_|ERR_TLS)/;
  return { failure: early.test(error.code ?? '') ? 'unreachable' : 'broken-off' };
};

const parsed = (text: string): Heard => {
  try {
    const body: unknown = JSON.parse(text);
    return { body };
  } catch {
    return { failure: 'malformed' };
  }
};

const readAnswer = async (answer: IncomingMessage): Promise<Step> => {
  const { statusCode = 0, headers } = answer;
  const location = headers.location;
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) return { moved: location };
  if (statusCode === 404 || statusCode === 204) return { body: null };
  if (statusCode !== 200) return { failure: 'refused', status: statusCode };
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { failure: 'malformed' };
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return { failure: 'too-large' };
    parts.push(part);
  }
  return answer.complete
    ? parsed(Buffer.concat(parts).toString('utf8'))
    : { failure: 'broken-off' };
};

type Network = 'open' | 'any';

const mayGo = (url: URL, network: Network): boolean => {
  if (network === 'any') return true;
  const literal = addressIn(url);
  return url.protocol === 'https:' && (literal === null || isOpenAddress(literal));
};

const step = (
  url: URL,
  headers: Question['headers'],
  network: Network,
  overdue: AbortSignal,
): Promise<Step> =>
  new Promise((resolve) => {
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    const sent = request(url, {
      method: 'GET',
      headers: { accept: 'application/json', 'accept-encoding': 'identity', ...headers },
      signal: overdue,
      agent: false,
      ...(network === 'open' ? { lookup: openLookup } : {}),
    });
    const failed = (error: Error) => resolve(failureOf(error, overdue.aborted));
    sent.on('error', failed);
    sent.on('response', (answer) => {
      readAnswer(answer)
        .then(resolve, failed)
        .finally(() => sent.destroy());
    });
    sent.end();
  });

export const makeAsk =
  (network: Network): Ask =>
  async ({ url, headers, timeLimitMs }) => {
    const overdue = AbortSignal.timeout(timeLimitMs);
    const first = new URL(url);
    let at = first;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (!mayGo(at, network)) return { failure: 'address-refused' };
      const heard = await step(at, headers, network, overdue);
      if (!('moved' in heard)) return heard;
      const next = URL.canParse(heard.moved, at.href) ? new URL(heard.moved, at.href) : null;
      if (next?.origin !== first.origin) return { failure: 'redirected' };
      at = next;
    }
    return { failure: 'redirected' };
  };
