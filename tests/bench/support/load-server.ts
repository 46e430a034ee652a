/**
 * Serves a crowd from memory, so that only the receiving side is measured: page by page, and as a
 * CouchDB as far as a replication asks one (its answers are made beforehand where they can be).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Document, LoadCrowd } from './load-crowd.ts';

export type LoadServer = {
  readonly url: string;
  /** The next thing that the page reports. */
  readonly reported: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
};

/** https://docs.couchdb.org/en/stable/replication/protocol.html, the side of the source. */
const couch = (documents: readonly Document[]) => {
  const byId = new Map(documents.map((document) => [document._id, document]));
  const local = new Map<string, object>();
  return async (request: IncomingMessage, response: ServerResponse, at: URL): Promise<void> => {
    const path = at.pathname.slice('/couch'.length);
    if (path.startsWith('/_local/')) {
      if (request.method === 'PUT') {
        local.set(path, JSON.parse(await bodyOf(request)) as object);
        return json(response, { ok: true, id: path, rev: '0-1' }, 201);
      }
      const known = local.get(path);
      return known === undefined
        ? json(response, { error: 'not_found' }, 404)
        : json(response, known);
    }
    if (path === '/_changes') {
      const since = Number(at.searchParams.get('since') ?? 0);
      const limit = Number(at.searchParams.get('limit') ?? 1000);
      const results = documents
        .slice(since, since + limit)
        .map(({ _id: id, _rev: rev }, index) => ({
          seq: since + index + 1,
          id,
          changes: [{ rev }],
        }));
      const last = since + results.length;
      return json(response, { results, last_seq: last, pending: documents.length - last });
    }
    if (path === '/_bulk_get') {
      const { docs } = JSON.parse(await bodyOf(request)) as { docs: { id: string }[] };
      const results = docs.map(({ id }) => {
        const document = byId.get(id);
        const ids = [document?._rev.slice(2)];
        return { id, docs: [{ ok: { ...document, _revisions: { start: 1, ids } } }] };
      });
      return json(response, { results });
    }
    json(response, { db_name: 'couch', doc_count: documents.length, update_seq: documents.length });
  };
};

/** @param files scripts by their path, and the page itself under `/` */
export const startLoadServer = async (
  { pages, packedPages, documents }: LoadCrowd,
  files: ReadonlyMap<string, string>,
): Promise<LoadServer> => {
  const waiting: ((value: unknown) => void)[] = [];
  const asCouch = couch(documents);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (at.pathname.startsWith('/couch')) return asCouch(request, response, at);
    if (at.pathname === '/report') {
      waiting.shift()?.(JSON.parse(await bodyOf(request)));
      return json(response, {});
    }
    if (at.pathname === '/page') {
      const from = at.searchParams.get('form') === 'packed' ? packedPages : pages;
      const page = from[Number(at.searchParams.get('at'))];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(page);
      return;
    }
    const file = files.get(at.pathname);
    const type = at.pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type });
    response.end(file);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reported: () => new Promise((resolve) => waiting.push(resolve)),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
