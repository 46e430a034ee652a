/** Imports in tests: a file in, worked on until nothing is left to do. */
import { workOnImports } from '@api/modules/imports/work.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type ImportLines,
  type ImportView,
  importLinesSchema,
  importSchema,
} from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { ImportKind } from '@shared/domain/import/field.ts';
import { bearer, type HubUnderTest } from './hub-under-test.ts';

export type Importer = ReturnType<typeof importer>;

const asText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
    )
    .join('\n');

export const importer = (hub: HubUnderTest, session: Session, brandId = 'kerdoual') => {
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) =>
    hub.app.inject({
      method,
      url: `${routes.imports}${url}`,
      headers: bearer(session),
      ...(payload === undefined ? {} : { payload }),
    });
  const view = async (
    answer: Promise<{ statusCode: number; body: string; json: () => unknown }>,
  ): Promise<ImportView> => {
    const { statusCode, body, json } = await answer;
    if (statusCode >= 300) throw new Error(body);
    return importSchema.parse(json());
  };
  const send = (file: Buffer | string, kind: ImportKind = 'customers', query = '') =>
    hub.app.inject({
      method: 'POST',
      url: `${routes.imports}?brandId=${brandId}&kind=${kind}&fileName=essai.csv${query}`,
      headers: { ...bearer(session), 'content-type': 'text/csv' },
      payload: file,
    });
  const work = async (linesAtOnce = 500): Promise<void> => {
    while (await workOnImports(hub, linesAtOnce));
  };
  const see = (id: string) => view(ask('GET', `/${id}`));
  return {
    ask,
    send,
    work,
    see,
    view,
    /** Sent and read. */
    read: async (
      file: Buffer | string | readonly (readonly string[])[],
      kind: ImportKind = 'customers',
    ) => {
      const bytes = typeof file === 'string' || Buffer.isBuffer(file) ? file : asText(file);
      const { id } = await view(send(bytes, kind));
      await work();
      return see(id);
    },
    step: (id: string, step: string, payload?: object) =>
      view(ask('POST', `/${id}/${step}`, payload)),
    tried: async (id: string) => {
      await view(ask('POST', `/${id}/dry-run`));
      await work();
      return see(id);
    },
    ran: async (id: string, doubts = 'wait') => {
      await view(ask('POST', `/${id}/run`, { doubts }));
      await work();
      return see(id);
    },
    undone: async (id: string) => {
      await view(ask('POST', `/${id}/undo`));
      await work();
      return see(id);
    },
    lines: async (id: string, query = ''): Promise<ImportLines> =>
      importLinesSchema.parse((await ask('GET', `/${id}/lines${query}`)).json()),
  };
};
