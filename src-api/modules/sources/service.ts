/** Administration of sources: the secret is made here, sealed, and shown this once. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { NewSource, SourceChange, SourceWithSecret } from '@shared/contracts/http/sources.ts';
import type { Source } from '@shared/domain/source/source.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as sources from './repository.ts';
import { sealOf } from './sealing-repository.ts';
import { makeSecret } from './signature.ts';

type Hub = HubDependencies;

export const listSources = (hub: Hub): Promise<Source[]> => sources.findSources(hub.database.db);

const brandsKnown = async (
  db: Hub['database']['db'],
  brandIds: readonly string[] | undefined,
): Promise<Result<null>> => {
  const unknown = brandIds === undefined ? [] : await sources.unknownBrands(db, brandIds);
  return unknown.length === 0 ? succeed(null) : fail('input-malformed', 'brandIds: no such brand');
};

export const createSource = async (
  hub: Hub,
  actor: Actor,
  given: NewSource,
): Promise<Result<SourceWithSecret>> => {
  const id = hub.newId();
  const secret = makeSecret(hub.random);
  const seal = await sealOf(hub.database.db, hub.random);
  const createdAt = toInstant(hub.clock.now());
  const deed = { action: 'created', entity: 'source', entityId: id, detail: { kind: given.kind } };
  return audited(hub, actor, deed, async (tx) => {
    const known = await brandsKnown(tx, given.brandIds);
    if (!known.ok) return known;
    const row = { ...given, id, createdAt, secret: seal.seal(secret) };
    await sources.insertSource(tx, row, actor.userId);
    const source = await sources.findSource(tx, id);
    return source === null ? fail('internal') : succeed({ ...source, secret });
  });
};

/** `not-found` for an id that no source has. */
export const changeSource = (
  hub: Hub,
  actor: Actor,
  id: string,
  change: SourceChange,
): Promise<Result<Source>> => {
  const detail = { fields: Object.keys(change), active: change.active };
  const deed = { action: 'changed', entity: 'source', entityId: id, detail };
  return audited(hub, actor, deed, async (tx) => {
    const known = await brandsKnown(tx, change.brandIds);
    if (!known.ok) return known;
    await sources.updateSource(tx, id, change);
    const source = await sources.findSource(tx, id);
    return source === null ? fail('not-found') : succeed(source);
  });
};

export const rotateSource = async (
  hub: Hub,
  actor: Actor,
  id: string,
  oldValidMinutes: number,
): Promise<Result<SourceWithSecret>> => {
  const secret = makeSecret(hub.random);
  const seal = await sealOf(hub.database.db, hub.random);
  const until = toInstant(hub.clock.now() + oldValidMinutes * 60_000);
  const deed = { action: 'secret-rotated', entity: 'source', entityId: id, detail: { until } };
  return audited(hub, actor, deed, async (tx) => {
    await sources.rotateSecret(tx, id, seal.seal(secret), until);
    const source = await sources.findSource(tx, id);
    return source === null ? fail('not-found') : succeed({ ...source, secret });
  });
};
