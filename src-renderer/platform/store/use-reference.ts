/** The small tables by id. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { Brand, Disposition, Reason } from '@shared/domain/brand/brand.ts';
import { useMemo } from 'react';
import { useSlice } from './services.tsx';

const noBrands: readonly Brand[] = [];

export const useBrands = (): readonly Brand[] => useSlice('reference')?.brands ?? noBrands;

export const useBrand = (brandId: string | null | undefined): Brand | null =>
  useBrands().find((brand) => brand.id === brandId) ?? null;

export type WrapUpTables = {
  readonly reasons: readonly Reason[];
  readonly dispositions: readonly Disposition[];
};

export const useWrapUpTables = (brandId: string): WrapUpTables => {
  const reference = useSlice('reference');
  return useMemo(
    () => ({
      reasons: reference?.reasons.filter((one) => one.brandId === brandId) ?? [],
      dispositions: reference?.dispositions.filter((one) => one.brandId === brandId) ?? [],
    }),
    [reference, brandId],
  );
};

/** Name of a colleague, or null where the id is not known here. */
export const colleagueName = (
  reference: Slices['reference'] | undefined,
  userId: string | null,
): string | null => {
  const user = reference?.users.find((one) => one.id === userId);
  return user === undefined ? null : `${user.firstName} ${user.lastName}`.trim();
};
