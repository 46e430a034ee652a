/** Asks another calendar's server: not one of our own network, not for long, not for too much. */
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import {
  AddressRefused,
  addressIn,
  isOpenAddress,
  openLookup,
} from '@api/modules/webhooks/addresses.ts';

export type Asked = {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};
export type Answered =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly problem: string };
export type AskCalendar = (asked: Asked) => Promise<Answered>;
export type Account = { readonly userName: string; readonly password: string };

const mostBytes = 5 * 1024 * 1024;
const withinMs = 15_000;

const problemOf = (error: Error & { code?: string }): string => {
  if (error instanceof AddressRefused) return 'address: not an address of the open internet';
  if (error.name === 'TimeoutError') return 'the calendar did not answer within 15 seconds';
  return `the calendar cannot be reached (${error.code ?? error.name})`;
};

/** What can be seen of an address before it is asked; null: nothing speaks against it. */
export const addressProblem = (address: string, network: 'open' | 'any'): string | null => {
  if (!URL.canParse(address)) return 'address: no URL';
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(network === 'any' && url.protocol === 'http:'))
    return 'address: https only';
  if (network === 'any') return null;
  const literal = addressIn(url);
  const own = literal === null ? url.hostname === 'localhost' : !isOpenAddress(literal);
  return own ? 'address: not an address of the open internet' : null;
};

/** The header of an account (RFC 7617); nothing of none. */
export const basicOf = (as: Account | null): Record<string, string> =>
  as === null
    ? {}
    : {
        authorization: `Basic ${Buffer.from(`${as.userName}:${as.password}`).toString('base64')}`,
      };

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );

export const makeAskCalendar =
  (network: 'open' | 'any'): AskCalendar =>
  async ({ method, address, headers, body }) => {
    const refused = addressProblem(address, network);
    if (refused !== null) return { problem: refused };
    const url = new URL(address);
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    return new Promise((resolve) => {
      const failed = (error: Error) => resolve({ problem: problemOf(error) });
      const sent = request(url, {
        method,
        headers: { 'accept-encoding': 'identity', ...headers },
        signal: AbortSignal.timeout(withinMs),
        agent: false,
        ...(network === 'open' ? { lookup: openLookup } : {}),
      });
      sent.on('error', failed);
      sent.on('response', (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          parts.push(part);
          if (bytes <= mostBytes) return;
          resolve({ problem: 'the calendar is larger than 5 MB' });
          sent.destroy();
        });
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: flat(answer.headers),
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
        answer.on('error', failed);
      });
      sent.end(body);
    });
  };
