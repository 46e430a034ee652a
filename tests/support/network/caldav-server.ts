/**
 * A small CalDAV server: one calendar of one account, with as much of RFC 4791 as a client of a calendar
 * asks: REPORT calendar-query and calendar-multiget, PUT with ETags, DELETE.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CalDavServer = {
  readonly address: string;
  /** By file name. */
  readonly objects: Map<string, string>;
  readonly requests: string[];
  /** Answers everything with it; null: as it should. */
  failWith: number | null;
  readonly close: () => Promise<void>;
};

const path = '/paul/agenda/';
const etagOf = (text: string): string => `"${Buffer.from(text).length}-${text.length}"`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const multistatus = (objects: ReadonlyMap<string, string>, wanted: (href: string) => boolean) =>
  `<?xml version="1.0" encoding="utf-8"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${[
    ...objects,
  ]
    .map(([name, text]) => ({ href: `${path}${name}`, text }))
    .filter(({ href }) => wanted(href))
    .map(
      ({ href, text }) =>
        `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:getetag>${escaped(
          etagOf(text),
        )}</d:getetag><c:calendar-data>${escaped(text)}</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
    )
    .join('')}</d:multistatus>`;

export const startCalDav = async (account: {
  readonly userName: string;
  readonly password: string;
}): Promise<CalDavServer> => {
  const objects = new Map<string, string>();
  const requests: string[] = [];
  const secret = Buffer.from(`${account.userName}:${account.password}`).toString('base64');
  const state = { failWith: null as number | null };
  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    requests.push(`${method} ${decodeURIComponent(url)}`);
    const body = await bodyOf(request);
    if (state.failWith !== null) return void reply.writeHead(state.failWith).end();
    if (request.headers.authorization !== `Basic ${secret}`)
      return void reply.writeHead(401, { 'www-authenticate': 'Basic realm="agenda"' }).end();
    const name = decodeURIComponent(url.slice(path.length));
    if (method === 'REPORT') {
      const hrefs = [...body.matchAll(/<[^>]*href>([^<]+)</g)].map(([, href]) => href);
      const isMultiget = body.includes('calendar-multiget');
      const text = multistatus(objects, (href) => !isMultiget || hrefs.includes(href));
      return void reply.writeHead(207, { 'content-type': 'application/xml' }).end(text);
    }
    if (method === 'PUT') {
      const isNew = !objects.has(name);
      objects.set(name, body);
      return void reply.writeHead(isNew ? 201 : 204, { etag: etagOf(body) }).end();
    }
    if (method === 'DELETE') return void reply.writeHead(objects.delete(name) ? 204 : 404).end();
    reply.writeHead(405).end();
  };
  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    objects,
    requests,
    get failWith() {
      return state.failWith;
    },
    set failWith(status) {
      state.failWith = status;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
