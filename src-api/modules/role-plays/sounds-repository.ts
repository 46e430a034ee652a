/** Recorded sentences of role-plays. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Sound } from '@shared/contracts/http/role-plays.ts';
import { soundSchema } from '@shared/contracts/http/role-plays.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const insertSound = async (
  db: Db,
  sound: Sound & { readonly id: string; readonly brandId: string; readonly at: string },
): Promise<void> => {
  await db
    .insertInto('role_play_sounds')
    .values({
      id: sound.id,
      brand_id: sound.brandId,
      media_type: sound.mediaType,
      content: Buffer.from(sound.base64, 'base64'),
      created_at: sound.at,
    })
    .execute();
};

export const findSound = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Sound | null> => {
  const row = await db
    .selectFrom('role_play_sounds')
    .select(['media_type as mediaType', 'content'])
    .where('id', '=', id)
    .where(isOneOf('brand_id', scope))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { mediaType, content } = row;
  return soundSchema.parse({ mediaType, base64: content.toString('base64') });
};

/** How many of the ids are sounds of this brand. */
export const countSounds = async (
  db: Db,
  ids: readonly string[],
  brandId: string,
): Promise<number> => {
  const rows = await db
    .selectFrom('role_play_sounds')
    .select('id')
    .where(isOneOf('id', ids))
    .where('brand_id', '=', brandId)
    .execute();
  return rows.length;
};

/** Those that no role-play says; one recorded since `before` may be of a form that is still open. */
export const forgetUnsaidSounds = async (db: Db, before: string): Promise<void> => {
  await sql`
    delete from role_play_sounds sound
    where sound.created_at < ${before}
      and not exists (
        select from role_plays play
        where play.content->'steps' @>
          jsonb_build_array(jsonb_build_object('sound', jsonb_build_object('soundId', sound.id::text))))
  `.execute(db);
};
