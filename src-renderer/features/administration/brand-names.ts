/** Brands by their names; one that is not known here by its key. */
import { useBrands } from '@renderer/platform/store/use-reference.ts';

export const useBrandNames = (): ((ids: readonly string[]) => string) => {
  const brands = useBrands();
  return (ids) => ids.map((id) => brands.find((brand) => brand.id === id)?.name ?? id).join(', ');
};
