/** Posts one signed body; follows nothing, waits for nobody for long, reads nothing of the answer. */
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { AddressRefused, addressIn, isOpenAddress, openLookup } from './addresses.ts';

export type Posted = { readonly status: number } | { readonly failure: string };
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
) => Promise<Posted>;

const withinMs = 10_000;

const failureOf = (error: Error & { code?: string }): Posted => {
  if (error instanceof AddressRefused) return { failure: 'address-refused' };
  return { failure: error.name === 'TimeoutError' ? 'timeout' : (error.code ?? 'unreachable') };
};

/** @param network `open`: the internet alone, over TLS; `any`: also this machine and plain HTTP. */
export const makePost = (network: 'open' | 'any'): Post => {
  return (address, headers, body) => {
    const url = new URL(address);
    const literal = addressIn(url);
    const refused =
      network === 'open' &&
      (url.protocol !== 'https:' || (literal !== null && !isOpenAddress(literal)));
    if (refused) return Promise.resolve({ failure: 'address-refused' });
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    return new Promise((resolve) => {
      const sent = request(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': body.length },
          signal: AbortSignal.timeout(withinMs),
          agent: false,
          ...(network === 'open' ? { lookup: openLookup } : {}),
        },
        (answer) => {
          answer.destroy();
          resolve({ status: answer.statusCode ?? 0 });
        },
      );
      sent.on('error', (error: Error) => resolve(failureOf(error)));
      sent.end(body);
    });
  };
};
