import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, password, startHubUnderTest } from './hub-under-test.ts';

type Operation = {
  readonly operationId?: string;
  readonly description?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

let hub: HubUnderTest;
let document: Document;
let folder: string;
beforeAll(async () => {
  hub = await startHubUnderTest();
  document = (await hub.app.inject({ url: '/v1/openapi.json' })).json();
  folder = mkdtempSync(join(tmpdir(), 'parlance-client-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hub.close();
});

/** WebSockets, and the document itself, whose form is OpenAPI's and not ours. */
const otherForms = new Set(['/v1/live', '/v1/board', '/sip', '/v1/openapi.json']);

it('[API-34] each operation has a name, says what it does, and has typed answers and problems', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      at: `${method} ${path}`,
      path,
      operation,
    })),
  );
  expect(operations.length).toBeGreaterThan(70);
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  const typed = (operation: Operation, status: RegExp) =>
    Object.entries(operation.responses)
      .filter(([code]) => status.test(code))
      .some(
        ([code, { content }]) =>
          code === '204' ||
          Object.values(content ?? {}).some(({ schema = {} }) => Object.keys(schema).length > 0),
      );
  const faults = operations.flatMap(({ at, path, operation }) => {
    const { operationId = '', description = '' } = operation;
    const own = [
      /^[a-z][A-Za-z0-9]+$/.test(operationId) ? [] : `${at}: no name`,
      /^.{12,} For(:| everybody)/s.test(description) ? [] : `${at}: says too little`,
    ];
    if (otherForms.has(path)) return own.flat();
    const answers = typed(operation, /^2/) ? [] : `${at}: no typed answer`;
    const problems = [/^4/, /^5/].map((code) =>
      typed(operation, code) ? [] : `${at}: ${code} has no type`,
    );
    return [...own, answers, ...problems].flat();
  });
  expect(faults).toEqual([]);
});

const program = `
import { Api } from './client.js';

const [, , baseUrl = '', login = '', secret = ''] = process.argv;
const api = new Api<string>({
  baseUrl,
  securityWorker: (token) => (token === null ? {} : { headers: { authorization: \`Bearer \${token}\` } }),
});
const deviceId = '0191c0de-0000-7000-8000-00000000d00a';
const session = await api.v1.postAuthSignIn({ login, password: secret, deviceId });
api.setSecurityData(session.data.accessToken);

const made = await api.v1.postSources({ name: 'Boutique', kind: 'web-shop', brandIds: ['kerdoual'] });
// @ts-expect-error a source has no such kind
const wrong: Parameters<typeof api.v1.postSources>[0] = { name: '', kind: 'pigeon', brandIds: [] };
// @ts-expect-error the secret is a text
const count: number = made.data.secret;
const known: string = made.data.secret;
const listed = await api.v1.getSources();
const refused = await api.v1.getCustomersByCustomerId(deviceId).catch((answer: Response & { error: { code: string } }) => answer);

console.log(JSON.stringify({
  user: session.data.user.firstName,
  secret: known.slice(0, 6),
  listed: listed.data.sources.map(({ name }) => name),
  status: refused.status,
  code: refused.error.code,
  unused: [wrong.kind, typeof count].length,
}));
`;

const compilerOptions = {
  strict: true,
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2022', 'dom'],
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
  outDir: 'out',
};

it('[API-35] a client generated from the document compiles, knows the fields and works', async () => {
  const { files } = await generateApi({
    spec: document as never,
    output: false,
    httpClientType: 'fetch',
    silent: true,
  });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('client.ts', files[0]?.fileContent ?? '');
  write('program.ts', program);
  write('package.json', '{"type":"module"}');
  write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const run = promisify(execFile);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const compiled = await run(process.execPath, [tsc, '-p', folder]).catch((error) => error);
  expect(compiled.stdout).toBe('');
  const address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const arguments_ = [join(folder, 'out/program.js'), address, 'agathe.perrot', password];
  const { stdout } = await run(process.execPath, arguments_);
  expect(JSON.parse(stdout)).toEqual({
    user: 'Agathe',
    secret: 'whsec_',
    listed: ['Boutique'],
    status: 404,
    code: 'not-found',
    unused: 2,
  });
}, 60_000);
