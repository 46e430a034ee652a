/** Takes a file in as it comes: piece by piece into the database, nothing held but one piece. */
import type { Readable } from 'node:stream';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { Refusal } from '@api/plugins/problems.ts';
import type { newImportQuerySchema } from '@shared/contracts/http/imports.ts';
import { importLimits } from '@shared/domain/import/progress.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { z } from 'zod';
import { addChunk, insertImport, updateImport } from './repository.ts';

const pieceBytes = 512 * 1024;

async function* inPieces(body: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let [waiting, total] = [0, 0];
  for await (const part of body as AsyncIterable<Buffer>) {
    total += part.length;
    if (total > importLimits.bytes) throw tooLarge();
    parts.push(part);
    waiting += part.length;
    if (waiting < pieceBytes) continue;
    yield Buffer.concat(parts);
    [parts, waiting] = [[], 0];
  }
  if (waiting > 0) yield Buffer.concat(parts);
}

export const tooLarge = (): Refusal =>
  new Refusal('payload-too-large', `a file has at most ${importLimits.bytes / 1024 / 1024} MB`);

type Upload = {
  readonly query: z.infer<typeof newImportQuerySchema>;
  readonly body: Readable;
  readonly userId: string;
  readonly correlationId: string;
};

/**
 * @returns the import's id, once the whole file lies in the database; it is read in the background.
 * @throws Refusal for one that is too large or empty; nothing of it is kept then.
 */
export const takeFile = async (
  hub: HubDependencies,
  { query, body, userId, correlationId }: Upload,
): Promise<string> => {
  const { db } = hub.database;
  const id = hub.newId();
  await insertImport(db, {
    id,
    brand_id: query.brandId,
    kind: query.kind,
    file_name: query.fileName,
    by_id: userId,
    created_at: toInstant(hub.clock.now()),
    sheet: query.sheet ?? null,
  });
  try {
    let place = 0;
    for await (const piece of inPieces(body)) {
      await addChunk(db, id, place, piece);
      place += 1;
    }
    if (place === 0)
      throw new Refusal('input-malformed', 'the body is empty: send the file as it is');
  } catch (error) {
    await db.deleteFrom('imports').where('id', '=', id).execute();
    throw error;
  }
  // Only a whole file is read: until now the lease of nobody kept readers away.
  await updateImport(db, id, { reader_until: null });
  const deed = { action: 'import-sent', entity: 'import', entityId: id };
  const detail = { kind: query.kind, brandId: query.brandId };
  await recordAudit(db, { ...deed, detail, userId, correlationId });
  return id;
};
