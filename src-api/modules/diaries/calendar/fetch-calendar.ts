/** Fetches a calendar from its address: not from our own network, not for long, not too much of it. */
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import {
  AddressRefused,
  addressIn,
  isOpenAddress,
  openLookup,
} from '@api/modules/webhooks/addresses.ts';

export type Fetched = { readonly text: string } | { readonly problem: string };
export type FetchCalendar = (
  address: string,
  as: { readonly userName: string; readonly password: string } | null,
) => Promise<Fetched>;

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

export const makeFetchCalendar =
  (network: 'open' | 'any'): FetchCalendar =>
  async (address, as) => {
    const refused = addressProblem(address, network);
    if (refused !== null) return { problem: refused };
    const url = new URL(address);
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    const sign =
      as === null
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${as.userName}:${as.password}`).toString('base64')}`,
          };
    return new Promise((resolve) => {
      const failed = (error: Error) => resolve({ problem: problemOf(error) });
      const sent = request(url, {
        headers: { accept: 'text/calendar', 'accept-encoding': 'identity', ...sign },
        signal: AbortSignal.timeout(withinMs),
        agent: false,
        ...(network === 'open' ? { lookup: openLookup } : {}),
      });
      sent.on('error', failed);
      sent.on('response', (answer) => {
        const status = answer.statusCode ?? 0;
        if (status !== 200) {
          resolve({ problem: `the calendar answered ${status}` });
          sent.destroy();
          return;
        }
        const parts: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          parts.push(part);
          if (bytes <= mostBytes) return;
          resolve({ problem: 'the calendar is larger than 5 MB' });
          sent.destroy();
        });
        answer.on('end', () => resolve({ text: Buffer.concat(parts).toString('utf8') }));
        answer.on('error', failed);
      });
      sent.end();
    });
  };
