/** Administration of brands; each change leaves a trace and reaches every desktop of the brand. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import {
  findBrands,
  findDispositions,
  findNumbers,
  findReasons,
} from '@api/modules/reference/repository.ts';
import type {
  BrandChange,
  DispositionWords,
  NewNumber,
  ReasonWords,
} from '@shared/contracts/http/brands.ts';
import type { Brand, BrandNumber, Disposition, Reason } from '@shared/domain/brand/brand.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as brands from './repository.ts';

type Hub = HubDependencies;

export const listBrands = (hub: Hub, scope: readonly string[]): Promise<Brand[]> =>
  findBrands(hub.database.db, scope);
export const listNumbers = (hub: Hub, brandId: string): Promise<BrandNumber[]> =>
  findNumbers(hub.database.db, [brandId]);
export const listReasons = (hub: Hub, brandId: string): Promise<Reason[]> =>
  findReasons(hub.database.db, [brandId]);
export const listDispositions = (hub: Hub, brandId: string): Promise<Disposition[]> =>
  findDispositions(hub.database.db, [brandId]);

/** Whoever makes a brand may see it; others get it by their own brand lists. */
export const createBrand = async (hub: Hub, actor: Actor, brand: Brand): Promise<Brand> => {
  const deed = { action: 'created', entity: 'brand', entityId: brand.id };
  await audited(hub, actor, deed, (tx) => brands.insertBrand(tx, brand, actor.userId));
  return brand;
};

export const changeBrand = (
  hub: Hub,
  actor: Actor,
  id: string,
  change: BrandChange,
): Promise<Result<Brand>> => {
  const detail = { fields: Object.keys(change) };
  return audited(
    hub,
    actor,
    { action: 'changed', entity: 'brand', entityId: id, detail },
    async (tx) => {
      await brands.updateBrand(tx, id, change);
      const [brand] = await findBrands(tx, [id]);
      return brand === undefined ? fail('not-found') : succeed(brand);
    },
  );
};

export const addNumber = async (
  hub: Hub,
  actor: Actor,
  brandId: string,
  given: NewNumber,
): Promise<BrandNumber> => {
  const number = { ...given, id: hub.newId(), brandId };
  const deed = { action: 'created', entity: 'brand-number', entityId: number.id };
  await audited(hub, actor, deed, (tx) => brands.insertNumber(tx, number));
  return number;
};

export const removeNumber = (
  hub: Hub,
  actor: Actor,
  brandId: string,
  id: string,
): Promise<Result<void>> =>
  audited(hub, actor, { action: 'deleted', entity: 'brand-number', entityId: id }, async (tx) =>
    (await brands.deleteNumber(tx, brandId, id)) ? succeed(undefined) : fail('not-found'),
  );

export const putReason = async (
  hub: Hub,
  actor: Actor,
  brandId: string,
  code: string,
  words: ReasonWords,
): Promise<Reason> => {
  const deed = { action: 'changed', entity: 'reason', entityId: `${brandId}/${code}` };
  await audited(hub, actor, deed, (tx) => brands.upsertReason(tx, brandId, code, words));
  return { ...words, brandId, code };
};

export const putDisposition = async (
  hub: Hub,
  actor: Actor,
  brandId: string,
  code: string,
  words: DispositionWords,
): Promise<Disposition> => {
  // Whom it protects from calls is what an auditor looks for.
  const { refusesOffer = false, opposesCalls = false } = words;
  const deed = {
    action: 'changed',
    entity: 'disposition',
    entityId: `${brandId}/${code}`,
    detail: { refusesOffer, opposesCalls },
  };
  await audited(hub, actor, deed, (tx) => brands.upsertDisposition(tx, brandId, code, words));
  return { ...words, brandId, code };
};

export const removeCode = (
  hub: Hub,
  actor: Actor,
  table: 'reasons' | 'dispositions',
  brandId: string,
  code: string,
): Promise<Result<void>> => {
  const entity = table === 'reasons' ? 'reason' : 'disposition';
  const deed = { action: 'deleted', entity, entityId: `${brandId}/${code}` };
  return audited(hub, actor, deed, async (tx) =>
    (await brands.deleteCode(tx, table, brandId, code)) ? succeed(undefined) : fail('not-found'),
  );
};
